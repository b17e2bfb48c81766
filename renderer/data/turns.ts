/** So long one task may take before the window gets its turn (ms). */
const turnMs = 15;

/** For long work in the page: awaited between its steps, it lets the window answer whenever a turn is over. */
export function turns(): () => Promise<void> {
  let began = performance.now();
  return async () => {
    if (performance.now() - began < turnMs) return;
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
    began = performance.now();
  };
}

/** Takes steps to their end, and lets the window answer in between. */
export async function inTurns<T>(steps: Generator<void, T>): Promise<T> {
  const nextTurn = turns();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    await nextTurn();
  }
}
