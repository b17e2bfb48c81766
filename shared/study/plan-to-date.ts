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
  /** Which share of the answers is right, above 0 to 1: what is wrong is asked again, that day and soon after. */
  readonly right: number;
}

/** What one day takes. */
export interface PlanDay extends Readonly<Record<PlanKind, number>> {
  readonly seconds: number;
}

/**
 * The days between the reviews of a question as FSRS sets them (shared/study/schedule.ts): while every answer is right, and
 * after a wrong one. What is due comes from anywhere in the first row and is taken for one that was reviewed once.
 */
const intervals = [
  [2, 11, 46, 163],
  [1, 3, 6, 11, 20, 35],
] as const;

/** How many reviews there will be on one day, by row and place of the interval that ends with them. */
type Reviews = number[][];

/**
 * What the days from today to the day before the exam can take, if every day is used. Reckoned with averages: how it comes
 * out depends on the answers. Empty from the day of the exam on.
 */
export function daysToExam({ today, examDate, secondsPerDay, spentSeconds, later, right, ...loads }: Ahead): PlanDay[] {
  const days = Math.max(0, daysBetween(today, examDate));
  const arriving = Array.from({ length: days }, (): Reviews => intervals.map((row) => row.map(() => 0)));
  const arrive = (day: number, row: number, place: number, count: number): void => addReviews(arriving[day], row, place, count);
  for (const [day, count] of [loads.due.count, ...later].entries()) arrive(day, 0, 0, count);
  const waiting = { due: arriving[0] ?? [], weak: loads.weak.count, unseen: loads.unseen.count };
  const costs = costsOf(loads, secondsPerDay, right);
  return arriving.map((reviews, day) => {
    if (day > 0)
      for (const [row, counts] of reviews.entries()) counts.forEach((count, place) => addReviews(waiting.due, row, place, count));
    const due = sumOf(waiting.due.flat());
    const taken = takeDay({ ...waiting, due }, costs, Math.max(0, secondsPerDay - (day === 0 ? spentSeconds : 0)));
    const share = due > 0 ? Math.min(1, taken.due / due) : 0;
    for (const [row, counts] of waiting.due.entries()) {
      for (const [place, count] of counts.entries()) {
        const reviewed = share * count;
        counts[place] = count - reviewed;
        const next = Math.min(place + 1, (intervals[row]?.length ?? 1) - 1);
        arrive(day + (intervals[row]?.[next] ?? 1), row, next, right * reviewed);
        arrive(day + intervals[1][0], 1, 0, (1 - right) * reviewed);
      }
    }
    waiting.weak -= taken.weak;
    waiting.unseen -= taken.unseen;
    arrive(day + intervals[0][0], 0, 0, taken.unseen + right * taken.weak);
    arrive(day + intervals[1][0], 1, 0, (1 - right) * taken.weak);
    return taken;
  });
}

function addReviews(reviews: Reviews | undefined, row: number, place: number, count: number): void {
  const counts = reviews?.[row];
  if (counts) counts[place] = (counts[place] ?? 0) + count;
}

/**
 * Seconds that a question takes on the day on which it is asked. A new one is asked until it was right twice in a row,
 * everything else until it was right once; an answer that takes longer than a whole day counts as a day.
 */
function costsOf(loads: Readonly<Record<PlanKind, Load>>, secondsPerDay: number, right: number): Record<PlanKind, number> {
  const asked = { due: 1 / right, weak: 1 / right, unseen: (1 + right) / right ** 2 };
  const costOf = (kind: PlanKind): number => Math.min(secondsPerDay, asked[kind] * loads[kind].seconds);
  return { due: costOf('due'), weak: costOf('weak'), unseen: costOf('unseen') };
}

/** Against 2.9999999996 that are 3. */
const tiny = 1e-6;

function takeDay(waiting: Readonly<Record<PlanKind, number>>, costs: Readonly<Record<PlanKind, number>>, seconds: number): PlanDay {
  const taken = { due: 0, weak: 0, unseen: 0 };
  let left = seconds;
  for (const kind of planKinds) {
    const cost = costs[kind];
    const whole = Math.floor(waiting[kind] + tiny);
    taken[kind] = cost > 0 ? Math.min(whole, Math.floor(left / cost)) : 0;
    left -= taken[kind] * cost;
    if (taken[kind] < whole) break;
  }
  return { ...taken, seconds: seconds - left };
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

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
