/** How far a transfer had come at a moment. */
export interface Sample {
  /** Milliseconds; only differences count. */
  readonly at: number;
  /** Bytes that are here. */
  readonly done: number;
}

/** The pace of the last seconds counts (ms): long enough for a line that drops every minute, short enough to notice a change. */
const window = 20_000;
/** Before this (ms) nobody can tell. */
const least = 2_000;
/** Where nothing new came for so long (ms), the transfer stands still. */
const stall = 6_000;

/** Takes in how far a transfer is now; samples that tell nothing any more fall out. A clock that was set back begins anew. */
export function noteSample(samples: readonly Sample[], sample: Sample): readonly Sample[] {
  const last = samples.at(-1);
  // Bad bytes were thrown away: what came before them says nothing about the pace of good ones.
  if (last && (sample.at < last.at || sample.done < last.done)) return [sample];
  const from = samples.findLastIndex(({ at }) => at <= sample.at - window);
  return [...samples.slice(Math.max(from, 0)), sample];
}

/**
 * Seconds that a transfer will still take at the pace of its last seconds, at least 1 while anything is missing; null
 * while nobody can tell: at the beginning, and where the line stands still.
 */
export function remainingSeconds(samples: readonly Sample[], total: number): number | null {
  const [first, last] = [samples[0], samples.at(-1)];
  if (!first || !last) return null;
  if (last.done >= total) return 0;
  const took = last.at - first.at;
  const came = last.done - first.done;
  if (took < least || came <= 0 || last.at - lastGrowth(samples) > stall) return null;
  return Math.max(1, Math.ceil(((total - last.done) * took) / came / 1_000));
}

/** When something new had last come. */
function lastGrowth(samples: readonly Sample[]): number {
  const last = samples.at(-1);
  return samples.find(({ done }) => done === last?.done)?.at ?? 0;
}
