/** Runs work in its turn. */
export type Queue = <T>(work: () => Promise<T>) => Promise<T>;

/** Gives a function that runs work one after the other, whatever came of the work before. */
export function queue(): Queue {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = after(last, work);
    last = mine;
    return mine;
  };
}

async function after<T>(before: Promise<unknown>, work: () => Promise<T>): Promise<T> {
  await Promise.allSettled([before]);
  return work();
}

const shared = new Map<string, Queue>();

/** The queue of everybody who makes or changes one file: two rooms that need the same key must not make two. */
export function queueFor(file: string): Queue {
  const own = shared.get(file) ?? queue();
  shared.set(file, own);
  return own;
}
