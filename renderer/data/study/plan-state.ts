import type { Response, StudySettings } from '@shared/model/study.ts';
import { daysBetween } from '@shared/projects/days.ts';
import type { Catalogue } from '@shared/study/catalogue.ts';
import { mistakesOrder } from '@shared/study/order.ts';
import { isStudied, paceOf, rightShareOf, secondsSpent, usualSeconds } from '@shared/study/pace.ts';
import { mixSections, type Load, type PlanKind, type PlanQuestion, type SharedSection } from '@shared/study/plan-to-date.ts';
import { everywhere } from '@shared/study/sets.ts';
import { readCatalogue } from './catalogue.ts';
import { readPackage } from '../content.ts';
import { beginOfDay, dayAt, endOfDay, readDueToday } from './due.ts';
import { keptMistakes, keptResponses, keptSchedules } from '../kept/rows.ts';
import { readLearned } from './learned.ts';
import { readStudySettings } from './study-settings.ts';
import { turns } from '../turns.ts';

export interface ActivePlan {
  /** 'YYYY-MM-DD'. */
  readonly examDate: string;
  /** Whole days from today; at least 1. */
  readonly daysLeft: number;
  readonly minutesPerDay: number;
}

/** What one person's day rests on, with or without a plan. */
export interface DayState {
  /** Null where none is made, and from the day of its exam on. */
  readonly plan: ActivePlan | null;
  /** 1 for the usual time an answer takes. */
  readonly pace: number;
  /** Which share of the answers of the last days was right, above 0 to 1. */
  readonly right: number;
  /** The most overdue first. */
  readonly due: readonly PlanQuestion[];
  /** Asked today, and due again in some minutes. */
  readonly soon: readonly PlanQuestion[];
  /** What today's study took, and what it will take to ask again those that are due soon. */
  readonly spentSeconds: number;
  readonly answered: number;
}

/** What a plan rests on besides. */
export interface PlanState extends DayState, Readonly<Record<PlanKind, readonly PlanQuestion[]>> {
  readonly plan: ActivePlan;
  readonly loads: Readonly<Record<PlanKind, Load>>;
  /** Installed questions. */
  readonly total: number;
}

/** From the answers of so many days the pace is taken. */
const daysLooked = 7;

export async function readDay(personId: string, now: number): Promise<DayState> {
  const [settings, catalogue, dueToday, recent] = await Promise.all([
    readStudySettings(personId),
    readCatalogue(),
    readDueToday(personId, now),
    recentResponses(personId, now),
  ]);
  const nextTurn = turns();
  await nextTurn();
  const pace = paceOf(recent);
  const today = recent.filter((response) => isStudied(response) && response.at >= beginOfDay(now));
  const soon = installed(catalogue, dueToday.soon, pace);
  await nextTurn();
  return {
    plan: activePlan(settings, now),
    pace,
    right: rightShareOf(recent.filter(isStudied)),
    due: installed(catalogue, dueToday.due, pace),
    soon,
    spentSeconds: secondsSpent(today, pace) + sumOf(soon),
    answered: today.length,
  };
}

/** Adds to a day what is known badly and what is new. */
export async function readPlanState(personId: string, now: number, day: DayState & { readonly plan: ActivePlan }): Promise<PlanState> {
  const { plan, pace, due } = day;
  const catalogue = await readCatalogue();
  const nextTurn = turns();
  await nextTurn();
  const weak = installed(catalogue, await weakIds(personId, due, beginOfDay(now)), pace);
  await nextTurn();
  const places = Math.ceil((60 * plan.minutesPerDay) / (pace * usualSeconds.judge));
  const fresh = freshSections(catalogue, await readLearned(personId), places);
  await nextTurn();
  const unseen = installed(catalogue, mixSections(await weighted(fresh), places), pace);
  const unseenLoad = { ...loadOf(unseen, pace), count: fresh.reduce((sum, { count }) => sum + count, 0) };
  return { ...day, weak, unseen, loads: { due: loadOf(due, pace), weak: loadOf(weak, pace), unseen: unseenLoad }, total: catalogue.size };
}

/** How many questions come due tomorrow, the day after, … up to the exam, as far as can be seen. */
export async function readDueLater(personId: string, now: number, { daysLeft }: ActivePlan): Promise<number[]> {
  const counts = Array.from({ length: Math.min(daysLeft - 1, daysSeen) }, () => 0);
  const tomorrow = endOfDay(now);
  for (const { due } of (await keptSchedules(personId)).rows.values()) {
    const day = Math.floor((due - tomorrow) / dayMs);
    const before = counts[day];
    if (before !== undefined) counts[day] = before + 1;
  }
  return counts;
}

/** Further ahead nearly nothing is due that was not answered again in between. A quarter has 92. */
const daysSeen = 100;

const dayMs = 86_400_000;

function activePlan({ examDate, minutesPerDay }: StudySettings, now: number): ActivePlan | null {
  const daysLeft = examDate === '' ? 0 : daysBetween(dayAt(now), examDate);
  return daysLeft > 0 && minutesPerDay > 0 ? { examDate, daysLeft, minutesPerDay } : null;
}

async function recentResponses(personId: string, now: number): Promise<Response[]> {
  const begin = beginOfDay(now) - daysLooked * dayMs;
  const end = endOfDay(now);
  return [...(await keptResponses(personId)).rows.values()].filter(({ at }) => at >= begin && at < end);
}

/** Those of the questions that the banks hold, with the time that this person takes for each. */
function installed(catalogue: Catalogue, ids: readonly string[], pace: number): PlanQuestion[] {
  if (ids.length === 0) return [];
  const indexes = new Map(catalogue.blocks.map(({ key, index }) => [key, index]));
  return Array.from(catalogue.numbersOfIds(ids, everywhere), (number) => {
    const { id = '', key = '', position = 0 } = catalogue.refAt(number) ?? {};
    return { id, seconds: pace * usualSeconds[indexes.get(key)?.typeAt(position) ?? 'single'] };
  });
}

/** The open mistakes that are not due and were not answered today, the one answered longest ago first. */
async function weakIds(personId: string, due: readonly PlanQuestion[], today: number): Promise<string[]> {
  const isDue = new Set(due.map(({ id }) => id));
  const { rows } = await keptMistakes(personId);
  const waiting = rows.values().filter(({ questionId, lastAt }) => !isDue.has(questionId) && lastAt < today);
  return mistakesOrder([...waiting]).map(({ questionId }) => questionId);
}

interface FreshSection {
  readonly section: string;
  /** How many of its questions were not yet answered in their present form. */
  readonly count: number;
  /** The first of them. */
  readonly ids: readonly string[];
}

function freshSections({ blocks }: Catalogue, learned: ReadonlyMap<string, string>, places: number): FreshSection[] {
  const sections = Map.groupBy(blocks, ({ index }) => index.section);
  return Array.from(sections, ([section, own]) => {
    const ids: string[] = [];
    let count = 0;
    for (const { index } of own) {
      for (const [position, id] of index.ids.entries()) {
        const revision = learned.get(id);
        if (revision !== undefined && revision === index.revisionAt(position)) continue;
        count += 1;
        if (ids.length < places) ids.push(id);
      }
    }
    return { section, count, ids };
  });
}

/** With the share that each section has in the exam (组卷方案); without one, by what is left of it. What the exam does not ask comes last. */
async function weighted(fresh: readonly FreshSection[]): Promise<SharedSection[]> {
  const blueprint = (await readPackage('policy'))?.policy.blueprints[0];
  const shares = new Map(blueprint?.sections.map(({ section, weight }) => [section, weight]));
  return fresh.map(({ section, count, ids }) => ({ ids, weight: shares.size > 0 ? (shares.get(section) ?? leftOver) : count }));
}

const leftOver = 1e-9;

const loadOf = (questions: readonly PlanQuestion[], pace: number): Load => ({
  count: questions.length,
  seconds: questions.length === 0 ? pace * usualSeconds.single : sumOf(questions) / questions.length,
});

const sumOf = (questions: readonly PlanQuestion[]): number => questions.reduce((sum, { seconds }) => sum + seconds, 0);
