import type { Response } from '@shared/model/study.ts';
import { masteryOf, weakestFirst, type SectionMastery, type TopicMastery } from '@shared/study/blind-spots/mastery.ts';
import { repairSet, type RepairSet } from '@shared/study/blind-spots/repair.ts';
import { StandingReader, type TopicStanding } from '@shared/study/blind-spots/standing.ts';
import { weakOrder } from '@shared/study/blind-spots/weak-order.ts';
import type { Catalogue } from '@shared/study/catalogue.ts';
import type { Scope } from '@shared/study/sets.ts';
import { readCatalogue } from './catalogue.ts';
import { remembered, type Kept } from '../kept/kept-rows.ts';
import { keptResponses } from '../kept/rows.ts';
import { turns } from '../turns.ts';

/** Where one person stands in every topic of the installed banks. */
export async function readStandings(personId: string): Promise<readonly TopicStanding[]> {
  const [catalogue, answers] = await Promise.all([readCatalogue(), keptResponses(personId)]);
  const nextTurn = turns();
  const reader = await readerOf(catalogue);
  await nextTurn();
  return standingsOf(reader, answers);
}

const standingsOf = remembered((reader: StandingReader, { rows }: Kept<Response>) => reader.standings(rows.values()));

/** Block by block, so that the window answers in between. */
const readerOf = remembered(async (catalogue: Catalogue): Promise<StandingReader> => {
  const reader = new StandingReader(catalogue);
  const nextTurn = turns();
  for (const { index } of catalogue.blocks) {
    await nextTurn();
    reader.add(index);
  }
  return reader;
});

/** How far this person has mastered each section and topic. `now` in milliseconds since 1970. */
export async function readMastery(personId: string, now: number = Date.now()): Promise<SectionMastery[]> {
  return masteryOf(await readStandings(personId), now);
}

/** The twenty questions against this person's blind spots, all of them or those of a section or topic, and why. */
export async function readRepairSet(personId: string, scope: Scope | null, seed: number): Promise<RepairSet> {
  const nextTurn = turns();
  const standings = await readStandings(personId);
  await nextTurn();
  const weakest = weakestOf(standings, scope);
  await nextTurn();
  return repairSet(weakest, standings, seed);
}

/** All questions of a scope, those of the weakest topics first. */
export async function readWeakOrder(personId: string, scope: Scope): Promise<string[]> {
  const nextTurn = turns();
  const standings = await readStandings(personId);
  await nextTurn();
  const weakest = weakestOf(standings, scope);
  await nextTurn();
  return weakOrder(weakest, standings);
}

/** The rates of the topics come from all answers, whatever the scope. */
function weakestOf(standings: readonly TopicStanding[], scope: Scope | null): TopicMastery[] {
  const { section, topic } = scope ?? {};
  return weakestFirst(masteryOf(standings, Date.now())).filter(
    (one) => (section === undefined || one.section === section) && (topic === undefined || one.topic === topic),
  );
}
