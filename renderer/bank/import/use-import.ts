import { useEffect, useRef, useState } from 'react';
import type { ChosenFile } from '@shared/ipc/contract.ts';
import { listen, request } from '../../bridge.ts';
import { useStep } from '../common/use-step.ts';
import { idle, running, withReadProgress, withStageProgress, type FileOutcome, type ImportState } from './import-state.ts';
import { readFile, stageFile } from './read-file.ts';

export interface Import {
  readonly state: ImportState;
  /** Lets the person choose files and reads one after another; resolves to what became of them. */
  readonly choose: (section: string) => Promise<readonly FileOutcome[]>;
  readonly cancel: () => void;
  readonly dismiss: () => void;
}

/** Reads chosen files into a bank, one at a time. Cancelled, it keeps what was finished before. */
export function useImport(bankId: string): Import {
  const [state, setState] = useState<ImportState>(idle);
  const abort = useRef<AbortController | null>(null);
  const newStep = useStep();
  useEffect(() => listen('task:progress', (progress) => setState((now) => withReadProgress(now, progress))), []);

  const importOne = async (files: readonly ChosenFile[], place: number, section: string, signal: AbortSignal): Promise<FileOutcome> => {
    const { token = '', name = '' } = files[place] ?? {};
    const task = crypto.randomUUID();
    setState(running('reading', files, place, task));
    const asked = { section, encoding: null, columns: null };
    const read = await readFile({ file: token, ...asked }, task);
    if (!read.ok) return { kind: 'failed', file: name, failure: read.failure };
    const { reading, sender } = read.value;
    if (reading.entries === 0) {
      await request('bank:release', reading.reading);
      return { kind: 'nothing', file: name, reading, source: { file: name, sha256: reading.sha256, asked } };
    }
    setState(running('staging', files, place, task));
    const onProgress = (done: number, total: number): void => setState((now) => withStageProgress(now, done, total));
    const staged = await stageFile({ bankId, read: read.value, step: newStep(), task: { onProgress, signal } });
    return staged.ok
      ? { kind: 'staged', file: name, staged: staged.value, sender }
      : { kind: 'failed', file: name, failure: staged.failure };
  };

  return {
    state,
    async choose(section) {
      const files = await request('bank:choose-files');
      const controller = new AbortController();
      abort.current = controller;
      const outcomes: FileOutcome[] = [];
      for (const place of files.keys()) {
        if (!controller.signal.aborted) outcomes.push(await importOne(files, place, section, controller.signal));
      }
      setState(outcomes.length === 0 ? idle : { kind: 'ended', outcomes });
      return outcomes;
    },
    cancel() {
      abort.current?.abort();
      if (state.kind === 'running') void request('tasks:cancel', state.task);
    },
    dismiss: () => setState(idle),
  };
}
