import { useState } from 'react';
import type { ChosenFile } from '@shared/ipc/contract.ts';
import type { Failure } from '@shared/model/failure.ts';
import { request } from '../../../bridge.ts';
import { saveRecords, type SavedRecord } from '../../../data/examining/exam-records.ts';

/** What became of one file. */
export type FileOutcome =
  | { readonly file: string; readonly ok: true; readonly records: readonly SavedRecord[] }
  | { readonly file: string; readonly ok: false; readonly failure: Failure };

export type CollectState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly outcomes: readonly FileOutcome[] }
  /** The place itself could not be read. */
  | { readonly kind: 'failed'; readonly failure: Failure };

export interface Collecting {
  readonly state: CollectState;
  readonly chooseFiles: () => Promise<void>;
  /** Takes every answer file in a place. */
  readonly readPlace: (place: string) => Promise<void>;
}

/** Opens answer files one after the other and keeps their records; a file that is refused stops none of the others. */
export function useCollecting(): Collecting {
  const [state, setState] = useState<CollectState>({ kind: 'idle' });
  const collect = async (files: readonly ChosenFile[]): Promise<void> => {
    const outcomes: FileOutcome[] = [];
    for (const file of files) {
      setState({ kind: 'reading', done: outcomes.length, total: files.length });
      outcomes.push(await collectFile(file));
    }
    setState({ kind: 'done', outcomes });
  };
  return {
    state,
    async chooseFiles() {
      const files = await request('exam:choose-answers');
      if (files.length > 0) await collect(files);
    },
    async readPlace(place) {
      const found = await request('exam:find-answers', place);
      if (found.ok) await collect(found.value);
      else setState({ kind: 'failed', failure: found.failure });
    },
  };
}

async function collectFile({ token }: ChosenFile): Promise<FileOutcome> {
  const opened = await request('exam:open-answers', token);
  if (!opened.ok) return opened;
  const saved = await saveRecords(opened.records, Date.now());
  return saved.ok ? { file: opened.file, ok: true, records: saved.value } : { file: opened.file, ...saved };
}
