/** The outcome of steps, all of them taken at once. */
export function toTheEnd<T>(steps: Generator<void, T>): T {
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}
