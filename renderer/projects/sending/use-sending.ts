import { useState } from 'react';
import type { BundleExportOutcome } from '@shared/ipc/projects.ts';
import type { BundleEntry } from '@shared/model/bundle.ts';
import { fail, succeed, type Failure, type Result } from '@shared/model/failure.ts';
import { inBundles, mostInOneBundle, mostInOneEntry, type Outgoing, type SentFacts } from '@shared/projects/sending/outgoing.ts';
import { request } from '../../bridge.ts';
import { saveSent } from '../../data/projects/sending.ts';
import { useExporting, type Exporting } from '../../exporting.ts';
import { useSession } from '../../session.tsx';

interface Unnoted {
  readonly entries: readonly BundleEntry[];
  readonly facts: SentFacts;
  readonly failure: Failure;
}

export interface SendingWork {
  readonly task: Exporting;
  /** A bundle that was written and is not remembered, and why. */
  readonly unnoted: Unnoted | null;
  readonly send: (place: string, recipient: string, chosen: readonly Outgoing[]) => Promise<void>;
  readonly noteAgain: () => Promise<void>;
}

/** Writes what was chosen, as a rule in one bundle, and once it was read back remembers what went out in it. */
export function useSending(): SendingWork {
  const { unitId, unitName, branch, name } = useSession().person;
  const task = useExporting();
  const [unnoted, setUnnoted] = useState<Unnoted | null>(null);
  const note = async (entries: readonly BundleEntry[], facts: SentFacts): Promise<boolean> => {
    const saved = await saveSent(entries, facts);
    setUnnoted(saved.ok ? null : { entries, facts, failure: saved.failure });
    return saved.ok;
  };
  const sendAll = async (place: string, recipient: string, chosen: readonly Outgoing[], running: string) => {
    const tooLong = chosen.find(({ length }) => length > mostInOneEntry);
    if (tooLong) return fail('too-large', tooLong.title);
    const sender = { unitId, unitName, branch, personName: name };
    let all: Result<BundleExportOutcome> | null = null;
    for (const entries of inBundles(chosen, mostInOneBundle)) {
      const written: Result<BundleExportOutcome> = await request('bundles:export', { place, recipient, sender, entries }, running);
      all = withFilesBefore(all, written);
      if (!written.ok) break;
      const { bundleId, sha256s } = written.value;
      if (!(await note(entries, { bundleId, sha256s, exportedAt: Date.now() }))) break;
    }
    if (!all) throw new Error('nothing was chosen');
    return all;
  };
  return {
    task,
    unnoted,
    send: (place, recipient, chosen) => task.start((running) => sendAll(place, recipient, chosen, running)),
    noteAgain: async () => {
      if (unnoted) await note(unnoted.entries, unnoted.facts);
    },
  };
}

/** The outcome of a bundle names the files of those before it too. */
function withFilesBefore(before: Result<BundleExportOutcome> | null, written: Result<BundleExportOutcome>): Result<BundleExportOutcome> {
  if (!before?.ok || !written.ok) return written;
  return succeed({ ...written.value, files: [...before.value.files, ...written.value.files] });
}
