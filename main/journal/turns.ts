/**
 * Makes a queue: work given to it runs in the order given, each piece when the one before has ended, however it ended.
 * Without work before it, a piece begins after the current step of the program, not at once.
 */
export function createTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<void> = Promise.resolve();
  return async (work) => {
    const before = last;
    const turn = Promise.withResolvers<void>();
    last = turn.promise;
    await before;
    try {
      return await work();
    } finally {
      turn.resolve();
    }
  };
}
