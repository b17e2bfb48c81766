import type { Dependency } from '../../model/project.ts';
import type { WorkdayCount } from './workdays.ts';

/** From the first to the last day, as numbers since 1970-01-01. A moment is one that ends on the evening before it starts. */
export interface Stretch {
  readonly start: number;
  readonly finish: number;
}

/** What the predecessors ask of a node: the days on which it may start and finish at the earliest. -Infinity asks nothing. */
export interface Need {
  readonly start: number;
  readonly finish: number;
}

export const noNeed: Need = { start: Number.NEGATIVE_INFINITY, finish: Number.NEGATIVE_INFINITY };

export const bothNeeds = (one: Need, other: Need): Need => ({
  start: Math.max(one.start, other.start),
  finish: Math.max(one.finish, other.finish),
});

/**
 * What one link asks, in whole days. FS and FF count from the evening of the predecessor's last day, SS and SF from the
 * morning of its first; a lag in workdays goes on over workdays, an elapsed one over all days. Where a part of a day is left
 * over, the node may use the rest of that day. The evening of a workday and the morning of the next are one moment, as in
 * Microsoft Project; but what finishes on a day off holds up to that day.
 */
export function needOf(dependency: Dependency, predecessor: Stretch, count: WorkdayCount): Need {
  const { type, lag } = dependency;
  const anchor = type === 'FS' || type === 'FF' ? predecessor.finish + 1 : predecessor.start;
  const { morning, evening } = afterLag(anchor, dependency, count);
  if (type === 'FS' || type === 'SS') return { start: morning, finish: noNeed.finish };
  return { start: noNeed.start, finish: type === 'FF' && lag >= 0 ? Math.max(evening, predecessor.finish) : evening };
}

/** The moment after a lag that begins on the morning of `anchor`: the day that it opens, and the workday that it ends. */
function afterLag(anchor: number, { lag, elapsed }: Dependency, { before, at }: WorkdayCount): { morning: number; evening: number } {
  const whole = Math.floor(lag);
  if (lag !== whole) {
    const day = elapsed ? anchor + whole : at(before(anchor) + whole);
    return { morning: day, evening: day };
  }
  const morning = elapsed || lag === 0 ? anchor + lag : lag > 0 ? at(before(anchor) + lag - 1) + 1 : at(before(anchor) + lag);
  return { morning, evening: at(before(morning) - 1) };
}
