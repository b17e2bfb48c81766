import { queue } from '../queue.ts';

/** Who works with packages and when: one after the other, and what a person asks for before what runs by itself. */
export interface Turns {
  /** Work that a person waits for. A background run is asked to end; what it has fetched stays. */
  byHand<T>(work: () => Promise<T>): Promise<T>;
  /** Work that nobody waits for. Null where it may not begin because something is going on. */
  inBackground<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T | null>;
  /** True while something is going on. */
  busy(): boolean;
}

export function createTurns(): Turns {
  const inTurn = queue();
  let waiting = 0;
  let background: AbortController | null = null;

  async function counted<T>(work: () => Promise<T>): Promise<T> {
    waiting++;
    try {
      return await inTurn(work);
    } finally {
      waiting--;
    }
  }

  return {
    byHand(work) {
      background?.abort();
      return counted(work);
    },
    async inBackground(work) {
      if (waiting > 0) return null;
      const controller = new AbortController();
      background = controller;
      try {
        return await counted(() => work(controller.signal));
      } finally {
        background = null;
      }
    },
    busy: () => waiting > 0,
  };
}
