import { daysBetween } from '../projects/days.ts';

/** A question that may be asked, and how long its answer takes (seconds). */
export interface PlanQuestion {
  readonly id: string;
  readonly seconds: number;
}

/** Kinds of questions, in the order in which a day takes them: what would be forgotten, what is known badly, what is new. */
export const planKinds = ['due', 'weak', 'unseen'] as const;
export type PlanKind = (typeof planKinds)[number];

export interface PlanQueue {
  /** In the order of asking. */
  readonly ids: readonly string[];
  readonly counts: Readonly<Record<PlanKind, number>>;
  readonly seconds: number;
}

interface Wanted extends Readonly<Record<PlanKind, readonly PlanQuestion[]>> {
  readonly secondsPerDay: number;
  /** What of today's time is used. */
  readonly spentSeconds: number;
}

/**
 * A new question is asked twice on its first day: FSRS wants it again ten minutes later (shared/study/schedule.ts).
 * Everything else is asked once.
 */
const timesAsked = { due: 1, weak: 1, unseen: 2 } as const satisfies Record<PlanKind, number>;

/**
 * What is left to do today: kind after kind, each in the order given, until the time is full. What was not done on other
 * days is simply what is due now: a queue is never longer than a day. An answer that takes longer than a whole day counts
 * as a day, so that it blocks nothing for ever.
 */
export function queueOfDay({ secondsPerDay, spentSeconds, ...wanted }: Wanted): PlanQueue {
  const ids: string[] = [];
  const counts = { due: 0, weak: 0, unseen: 0 };
  let left = Math.max(0, secondsPerDay - spentSeconds);
  for (const kind of planKinds) {
    for (const { id, seconds } of wanted[kind]) {
      const cost = Math.min(secondsPerDay, timesAsked[kind] * seconds);
      if (cost > left || left <= 0) return { ids, counts, seconds: used() };
      ids.push(id);
      counts[kind] += 1;
      left -= cost;
    }
  }
  return { ids, counts, seconds: used() };

  function used(): number {
    return Math.max(0, secondsPerDay - spentSeconds) - left;
  }
}

/** How many questions of a kind there are, and how long one takes on the average (seconds). */
export interface Load {
  readonly count: number;
  readonly seconds: number;
}

interface Ahead extends Readonly<Record<PlanKind, Load>> {
  /** 'YYYY-MM-DD'. */
  readonly today: string;
  readonly examDate: string;
  readonly secondsPerDay: number;
  readonly spentSeconds: number;
  /** How many that are known come due tomorrow, the day after, …; what lies behind the exam may be left out. */
  readonly later: readonly number[];
}

/** What one day takes. */
export interface PlanDay extends Readonly<Record<PlanKind, number>> {
  readonly seconds: number;
}

/**
 * After so many days a question comes back if it is answered right every time: the intervals of FSRS for a new one, added
 * up (shared/study/schedule.ts). What is known badly begins anew; what is due is further on, by the second of them.
 */
const comesBack = { due: [11, 57, 220], weak: [2, 13, 59], unseen: [2, 13, 59] } as const satisfies Record<PlanKind, readonly number[]>;

/**
 * What the days from today to the day before the exam can take, if every day is used. Reckoned with averages: how it comes
 * out depends on the answers. Empty from the day of the exam on.
 */
export function daysToExam({ today, examDate, secondsPerDay, spentSeconds, later, ...loads }: Ahead): PlanDay[] {
  const days = Math.max(0, daysBetween(today, examDate));
  const arriving = Array.from({ length: days }, () => 0);
  const arrive = (day: number, count: number): void => {
    if (day < days) arriving[day] = (arriving[day] ?? 0) + count;
  };
  const comeBack = (kind: PlanKind, day: number, count: number): void => comesBack[kind].forEach((after) => arrive(day + after, count));
  for (const [day, count] of [loads.due.count, ...later].entries()) {
    arrive(day, count);
    comeBack('due', day, count);
  }
  const waiting = { due: 0, weak: loads.weak.count, unseen: loads.unseen.count };
  return arriving.map((_, day) => {
    waiting.due += arriving[day] ?? 0;
    const taken = takeDay(waiting, loads, Math.max(0, secondsPerDay - (day === 0 ? spentSeconds : 0)), secondsPerDay);
    for (const kind of planKinds) waiting[kind] -= taken[kind];
    comeBack('weak', day, taken.weak);
    comeBack('unseen', day, taken.unseen);
    return taken;
  });
}

function takeDay(
  waiting: Readonly<Record<PlanKind, number>>,
  loads: Readonly<Record<PlanKind, Load>>,
  seconds: number,
  secondsPerDay: number,
): PlanDay {
  const taken = { due: 0, weak: 0, unseen: 0 };
  let left = seconds;
  for (const kind of planKinds) {
    const cost = Math.min(secondsPerDay, timesAsked[kind] * loads[kind].seconds);
    taken[kind] = cost > 0 ? Math.min(waiting[kind], Math.floor(left / cost)) : 0;
    left -= taken[kind] * cost;
    if (taken[kind] < waiting[kind]) break;
  }
  return { ...taken, seconds: seconds - left };
}

/** One section's questions, in their order, with its share in the exam. */
export interface SharedSection {
  readonly ids: readonly string[];
  /** Any positive number; what counts is its part of all. */
  readonly weight: number;
}

/**
 * The first `count` questions, mixed so that at every place each section has had about its share; a section that has no
 * more leaves its share to the others.
 */
export function mixSections(sections: readonly SharedSection[], count: number): string[] {
  const taken = sections.map(() => 0);
  const mixed: string[] = [];
  while (mixed.length < count) {
    const next = furthestBehind(sections, taken);
    if (next === null) break;
    mixed.push(sections[next]?.ids[taken[next] ?? 0] ?? '');
    taken[next] = (taken[next] ?? 0) + 1;
  }
  return mixed;
}

/** Sainte-Laguë: the section with the greatest weight for each question that it would have had by then. */
function furthestBehind(sections: readonly SharedSection[], taken: readonly number[]): number | null {
  let best: number | null = null;
  let bestClaim = 0;
  for (const [place, { ids, weight }] of sections.entries()) {
    const had = taken[place] ?? 0;
    const claim = weight / (2 * had + 1);
    if (had < ids.length && claim > bestClaim) [best, bestClaim] = [place, claim];
  }
  return best;
}
