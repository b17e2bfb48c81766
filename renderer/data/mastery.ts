import Dexie from 'dexie';
import { masteryOf, weakestFirst, type SectionMastery, type TopicMastery } from '@shared/study/blind-spots/mastery.ts';
import { repairSet, type RepairSet } from '@shared/study/blind-spots/repair.ts';
import { StandingReader, type Given, type TopicStanding } from '@shared/study/blind-spots/standing.ts';
import { weakOrder } from '@shared/study/blind-spots/weak-order.ts';
import type { Scope } from '@shared/study/sets.ts';
import { readCatalogue } from './catalogue.ts';
import { database } from './database.ts';
import { turns } from './turns.ts';

/** Where one person stands in every topic of the installed banks. Section by section, so that the window answers in between. */
export async function readStandings(personId: string): Promise<TopicStanding[]> {
  const [catalogue, given] = await Promise.all([readCatalogue(), readGiven(personId)]);
  const reader = new StandingReader(given);
  const nextTurn = turns();
  for (const { index } of catalogue.blocks) {
    reader.add(index);
    await nextTurn();
  }
  return reader.finish();
}

/** How far this person has mastered each section and topic. `now` in milliseconds since 1970. */
export async function readMastery(personId: string, now: number = Date.now()): Promise<SectionMastery[]> {
  return masteryOf(await readStandings(personId), now);
}

/** The twenty questions against this person's blind spots, all of them or those of a section or topic, and why. */
export async function readRepairSet(personId: string, scope: Scope | null, seed: number): Promise<RepairSet> {
  const standings = await readStandings(personId);
  return repairSet(weakestOf(standings, scope), standings, seed);
}

/** All questions of a scope, those of the weakest topics first. */
export async function readWeakOrder(personId: string, scope: Scope): Promise<string[]> {
  const standings = await readStandings(personId);
  return weakOrder(weakestOf(standings, scope), standings);
}

/** The rates of the topics come from all answers, whatever the scope. */
function weakestOf(standings: readonly TopicStanding[], scope: Scope | null): TopicMastery[] {
  const { section, topic } = scope ?? {};
  return weakestFirst(masteryOf(standings, Date.now())).filter(
    (one) => (section === undefined || one.section === section) && (topic === undefined || one.topic === topic),
  );
}

/** Section by section: ten thousands of rows at once would hold the window up. */
async function readGiven(personId: string): Promise<Given[]> {
  const own = database.responses.where('[personId+section]').between([personId, Dexie.minKey], [personId, Dexie.maxKey]);
  const keys = (await own.uniqueKeys()) as unknown as readonly [string, string][]; // keys of that index
  const given: Given[] = [];
  for (const key of keys) {
    const ofSection = await database.responses
      .where('[personId+section]')
      .equals([...key])
      .toArray();
    for (const { id, questionId, revision, correct, mode, at } of ofSection) given.push({ id, questionId, revision, correct, mode, at });
  }
  return given;
}
