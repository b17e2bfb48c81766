import type { TaskProgress } from '@shared/ipc/contract.ts';

export interface Tasks {
  /** Runs a long task under a name; its signal fires when the person cancels. */
  run<T>(task: string, work: (signal: AbortSignal, progress: (step: Omit<TaskProgress, 'task'>) => void) => Promise<T>): Promise<T>;
  cancel(task: string): void;
}

/** At most this many progress messages a second go to the window. */
const messagesPerSecond = 10;

export function createTasks(tell: (progress: TaskProgress) => void, now: () => number): Tasks {
  const running = new Map<string, AbortController>();
  return {
    async run(task, work) {
      const controller = new AbortController();
      running.set(task, controller);
      try {
        return await work(controller.signal, throttled(task, tell, now));
      } finally {
        running.delete(task);
      }
    },
    cancel: (task) => running.get(task)?.abort(),
  };
}

/** Lets through the first and last step of each phase and some in between. */
function throttled(task: string, tell: (progress: TaskProgress) => void, now: () => number) {
  let last = Number.NEGATIVE_INFINITY;
  let phase = '';
  return (step: Omit<TaskProgress, 'task'>): void => {
    const due = now() - last >= 1_000 / messagesPerSecond;
    if (!due && step.phase === phase && step.done < step.total) return;
    last = now();
    phase = step.phase;
    tell({ task, ...step });
  };
}
