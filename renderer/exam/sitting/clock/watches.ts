import { ExamWatch, type WatchStart } from './watch.ts';

// A watch outlives the answering screen, as its sheet does: leaving the screen stops no exam's clock.
const watches = new Map<string, ExamWatch>();

/** The watch over a sitting of an exam; it begins with the first call. */
export function watchOf(attemptId: string, start: WatchStart): ExamWatch {
  const watch = watches.get(attemptId) ?? new ExamWatch(start);
  watches.set(attemptId, watch);
  return watch;
}

export function stopWatch(attemptId: string): void {
  watches.get(attemptId)?.stop();
  watches.delete(attemptId);
}
