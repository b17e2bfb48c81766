import { daysToExam, queueOfDay, type PlanDay, type PlanKind } from '@shared/study/plan-to-date.ts';
import { dayAt } from './due.ts';
import { readDay, readDueLater, readPlanState, type ActivePlan, type DayState, type PlanState } from './plan-state.ts';

/** The queue of mode 'today': within the day's minutes where there is a plan, else everything that is due. */
export interface Today {
  readonly ids: readonly string[];
  /** How many of the ids are due, known badly, new. */
  readonly counts: Readonly<Record<PlanKind, number>>;
  /** How long they will take this person, rounded up. */
  readonly minutes: number;
  /** How many will be asked again later today, some minutes after they were answered. */
  readonly soon: number;
  /** How many answers were given today while studying. */
  readonly answered: number;
  /** Null where none is made, and from the day of its exam on. */
  readonly plan: ActivePlan | null;
}

/** What is left to study today. `now` in milliseconds since 1970. */
export async function readToday(personId: string, now: number): Promise<Today> {
  const day = await readDay(personId, now);
  return isPlanned(day) ? todayOf(await readPlanState(personId, now, day)) : dueOnly(day);
}

/** How far the plan comes by its exam. */
export interface Outlook {
  readonly plan: ActivePlan;
  /** From today to the day before the exam. */
  readonly days: readonly PlanDay[];
  /** Questions that are installed, and how many of them were answered in their present form. */
  readonly total: number;
  readonly seen: number;
  /** How many will have been by the exam, if every day is used. */
  readonly covered: number;
  /** Minutes a day with which all of them would; null where no 600 would do. */
  readonly minutesForAll: number | null;
}

/** Null without a plan. */
export async function readOutlook(personId: string, now: number): Promise<Outlook | null> {
  const day = await readDay(personId, now);
  if (!isPlanned(day)) return null;
  const state = await readPlanState(personId, now, day);
  const ahead = { state, later: await readDueLater(personId, now, state.plan), today: dayAt(now) };
  const { plan, total, loads } = state;
  const days = daysWith(ahead, plan.minutesPerDay);
  const seen = total - loads.unseen.count;
  return { plan, days, total, seen, covered: seen + newIn(days), minutesForAll: minutesForAll(ahead) };
}

const isPlanned = (day: DayState): day is DayState & { readonly plan: ActivePlan } => day.plan !== null;

function todayOf({ plan, due, soon, weak, unseen, spentSeconds, answered }: PlanState): Today {
  const { ids, counts, seconds } = queueOfDay({ due, weak, unseen, secondsPerDay: 60 * plan.minutesPerDay, spentSeconds });
  return { ids, counts, minutes: Math.ceil(seconds / 60), soon: soon.length, answered, plan };
}

function dueOnly({ due, soon, answered, plan }: DayState): Today {
  const seconds = due.reduce((sum, question) => sum + question.seconds, 0);
  const counts = { due: due.length, weak: 0, unseen: 0 };
  return { ids: due.map(({ id }) => id), counts, minutes: Math.ceil(seconds / 60), soon: soon.length, answered, plan };
}

interface Ahead {
  readonly state: PlanState;
  readonly later: readonly number[];
  readonly today: string;
}

const daysWith = ({ state: { plan, loads, spentSeconds, right }, later, today }: Ahead, minutes: number): PlanDay[] =>
  daysToExam({ ...loads, today, examDate: plan.examDate, secondsPerDay: 60 * minutes, spentSeconds, later, right });

const newIn = (days: readonly PlanDay[]): number => days.reduce((sum, { unseen }) => sum + unseen, 0);

/** Found by halving, in steps of five minutes. */
function minutesForAll(ahead: Ahead): number | null {
  const isEnough = (steps: number): boolean => newIn(daysWith(ahead, 5 * steps)) >= ahead.state.loads.unseen.count;
  let low = 1;
  let high = 120;
  if (!isEnough(high)) return null;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isEnough(middle)) high = middle;
    else low = middle + 1;
  }
  return 5 * low;
}
