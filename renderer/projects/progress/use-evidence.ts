import { useEffect, useState } from 'react';
import type { Failure, Result } from '@shared/model/failure.ts';
import type { Evidence } from '@shared/model/project.ts';
import { actorOf } from '../../actor.ts';
import { request } from '../../bridge.ts';
import { addEvidence, putEvidence, removeEvidence } from '../../data/projects/evidence.ts';
import { useSession } from '../../session.tsx';

/** What was done last. */
export type EvidenceNews =
  | { readonly kind: 'opened'; readonly name: string }
  | { readonly kind: 'saved'; readonly folder: string; readonly removable: boolean }
  | { readonly kind: 'removed'; readonly file: Evidence };

export interface EvidenceWork {
  readonly news: EvidenceNews | null;
  readonly failure: Failure | null;
  /** Hashes of files whose bytes are not on this computer. */
  readonly absent: ReadonlySet<string>;
  readonly add: (nodeId: string, megabytes: number) => Promise<void>;
  readonly open: (file: Evidence) => Promise<void>;
  readonly save: (file: Evidence) => Promise<void>;
  readonly remove: (file: Evidence) => Promise<void>;
  readonly bringBack: (file: Evidence) => Promise<void>;
}

/** What a person can do with the evidence of a project, and how it went. */
export function useEvidence(projectId: string, files: readonly Evidence[] | undefined): EvidenceWork {
  const { person } = useSession();
  const [news, setNews] = useState<EvidenceNews | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const absent = useAbsent(files);
  function told<T>(result: Result<T>, say: (value: T) => EvidenceNews | null): void {
    setFailure(result.ok ? null : result.failure);
    setNews(result.ok ? say(result.value) : null);
  }
  return {
    news,
    failure,
    absent,
    async add(nodeId, megabytes) {
      const chosen = await request('evidence:choose', megabytes);
      if (!chosen.ok) return told(chosen, () => null);
      if (chosen.value.length === 0) return;
      told(await addEvidence(chosen.value, { projectId, nodeId, by: actorOf(person), at: Date.now() }), () => null);
    },
    async open({ sha256, name }) {
      told(await request('evidence:open', sha256, name), () => ({ kind: 'opened', name }));
    },
    async save({ sha256, name }) {
      const place = await request('exports:choose-place');
      if (!place) return;
      const saved = await request('evidence:save', sha256, name, place.place);
      told(saved, ({ folderLabel, removable }) => ({ kind: 'saved', folder: folderLabel, removable }));
    },
    async remove(file) {
      told(await removeEvidence(file.id), () => ({ kind: 'removed', file }));
    },
    async bringBack(file) {
      told(await putEvidence(file), () => null);
    },
  };
}

/** Files come and go in the list; which of them main holds is asked when it changes. */
function useAbsent(files: readonly Evidence[] | undefined): ReadonlySet<string> {
  const [absent, setAbsent] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const hashes = [...new Set(files?.map(({ sha256 }) => sha256))];
    const ask = async (): Promise<void> => {
      const present = await request('evidence:present', hashes);
      setAbsent(new Set(hashes.filter((_, place) => present[place] === false)));
    };
    if (hashes.length > 0) void ask();
  }, [files]);
  return absent;
}
