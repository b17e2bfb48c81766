import { useCallback, useRef, useState } from 'react';
import type { Task } from '../../data/bank/steps.ts';
import { atMostEvery } from '../../ui/at-most-every.ts';

/** A long piece of work in this window, as its progress bar shows it. */
export interface RunningWork {
  readonly label: string;
  readonly done: number;
  readonly total: number;
}

export interface Work {
  /** Null while nothing runs. */
  readonly running: RunningWork | null;
  /** Runs one piece of work; it reports its progress and listens to the signal. */
  readonly run: <T>(label: string, work: (task: Task) => Promise<T>) => Promise<T>;
  readonly cancel: () => void;
}

/** Milliseconds: a bar that moves oftener costs the work its time. */
const progressApart = 150;

/** Runs one long piece of work at a time. */
export function useWork(): Work {
  const [running, setRunning] = useState<RunningWork | null>(null);
  const abort = useRef<AbortController | null>(null);
  const run = useCallback(async <T>(label: string, work: (task: Task) => Promise<T>): Promise<T> => {
    const controller = new AbortController();
    abort.current = controller;
    let now: RunningWork = { label, done: 0, total: 0 };
    setRunning(now);
    const shown = atMostEvery(progressApart, () => setRunning(now));
    const onProgress = (done: number, total: number): void => {
      now = { label, done, total };
      shown.call();
    };
    try {
      return await work({ onProgress, signal: controller.signal });
    } finally {
      shown.cancel();
      setRunning(null);
    }
  }, []);
  const cancel = useCallback(() => abort.current?.abort(), []);
  return { running, run, cancel };
}
