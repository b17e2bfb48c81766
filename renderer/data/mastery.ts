import type { Response } from '@shared/model/study.ts';
import { masteryOf, weakestFirst, type SectionMastery, type TopicMastery } from '@shared/study/blind-spots/mastery.ts';
import { repairSet, type RepairSet } from '@shared/study/blind-spots/repair.ts';
import { StandingReader, type TopicStanding } from '@shared/study/blind-spots/standing.ts';
import { weakOrder } from '@shared/study/blind-spots/weak-order.ts';
import type { Catalogue } from '@shared/study/catalogue.ts';
import type { Scope } from '@shared/study/sets.ts';
import { readCatalogue } from './catalogue.ts';
import type { Kept } from './kept/kept-rows.ts';
import { keptResponses } from './kept/rows.ts';
import { turns } from './turns.ts';

interface Known {
  readonly catalogue: Catalogue;
  readonly answers: Kept<Response>;
  readonly standings: Promise<TopicStanding[]>;
}

let known: Known | null = null;

/** Where one person stands in every topic of the installed banks; put together again when there are other answers or questions. */
export async function readStandings(personId: string): Promise<TopicStanding[]> {
  const [catalogue, answers] = await Promise.all([readCatalogue(), keptResponses(personId)]);
  if (known?.catalogue !== catalogue || known.answers !== answers) known = { catalogue, answers, standings: putTogether(catalogue, answers) };
  return known.standings;
}

/** Block by block, so that the window answers in between. */
async function putTogether({ blocks }: Catalogue, { rows }: Kept<Response>): Promise<TopicStanding[]> {
  const reader = new StandingReader(rows.values());
  const nextTurn = turns();
  for (const { index } of blocks) {
    await nextTurn();
    reader.add(index);
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
