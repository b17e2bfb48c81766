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
