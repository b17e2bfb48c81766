import { noteSample, remainingSeconds, type Sample } from '@shared/packages/remaining.ts';
import { sumOf, type Content } from './plan.ts';
import type { Progress } from './run.ts';

/** Adds up what comes, for the person who waits. */
export interface Meter {
  /** New bytes; negative where bad ones were thrown away. */
  came(bytes: number): void;
  /** Something more turned out to be needed. */
  alsoWanted(parts: readonly Content[]): void;
}

/** The pace is measured so often (ms). */
const sampleEvery = 250;

/** Tells the bytes of a whole download. What came in an earlier try counts as done from the beginning. */
export function downloadMeter(begun: { readonly done: number; readonly total: number }, progress: Progress): Meter {
  let { done, total } = begun;
  let samples: readonly Sample[] = [];
  function tell(): void {
    const at = performance.now();
    if (at - (samples.at(-1)?.at ?? Number.NEGATIVE_INFINITY) >= sampleEvery) samples = noteSample(samples, { at, done });
    progress({ phase: 'download', unit: 'bytes', done, total, remaining: remainingSeconds(samples, total) });
  }
  if (done < total) tell();
  return {
    came(bytes) {
      done += bytes;
      tell();
    },
    alsoWanted(parts) {
      total += sumOf(parts);
    },
  };
}
