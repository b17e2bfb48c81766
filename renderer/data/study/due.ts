import type { Schedule } from '@shared/model/study.ts';
import { remembered, type Kept } from '../kept/kept-rows.ts';
import { keptSchedules } from '../kept/rows.ts';

/**
 * Ids of the questions that a person should see again, the most overdue first. What was learned for days is due from the
 * beginning of its day; what is being learned anew, by the minute. `now` in milliseconds since 1970.
 */
export async function readDue(personId: string, now: number): Promise<string[]> {
  return (await readDueToday(personId, now)).due;
}

/** What is due now, and what will be later today (ids, the most overdue first). */
export async function readDueToday(personId: string, now: number): Promise<{ readonly due: string[]; readonly soon: string[] }> {
  const end = endOfDay(now);
  const today = inDueOrder(await keptSchedules(personId)).filter(({ due }) => due < end);
  const isDue = ({ due, state }: Schedule): boolean => due <= now || state === 'review';
  const idsOf = (schedules: readonly Schedule[]): string[] => schedules.map(({ questionId }) => questionId);
  return { due: idsOf(today.filter(isDue)), soon: idsOf(today.filter((schedule) => !isDue(schedule))) };
}

const inDueOrder = remembered(({ rows }: Kept<Schedule>): readonly Schedule[] =>
  [...rows.values()].toSorted((one, other) => one.due - other.due || (one.id < other.id ? -1 : 1)),
);

/** The first moment of tomorrow on this computer's calendar. */
export const endOfDay = (now: number): number => new Date(now).setHours(24, 0, 0, 0);

/** The first moment of today. */
export const beginOfDay = (now: number): number => new Date(now).setHours(0, 0, 0, 0);

/** 'YYYY-MM-DD' of a moment on this computer's calendar. */
export function dayAt(now: number): string {
  const date = new Date(now);
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}
