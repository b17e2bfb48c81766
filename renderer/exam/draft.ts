import { assemblePaper, makePaper, type SectionNote, type Shortfall } from '@shared/exam/assemble.ts';
import type { Attempt, Paper } from '@shared/model/exam.ts';
import type { Blueprint } from '@shared/model/policy.ts';
import { readPicked, readPool } from '../data/exam.ts';

/** A paper that could be started, or why the bank cannot give one. */
export type Draft =
  | { readonly ok: true; readonly paper: Paper; readonly notes: readonly SectionNote[] }
  | { readonly ok: false; readonly shortfalls: readonly Shortfall[] };

/** Draws a paper from the installed banks. Only the questions that were picked are read. */
export async function draftPaper(blueprint: Blueprint, { id, seed }: { id: string; seed: number }): Promise<Draft> {
  const assembly = assemblePaper({ pool: await readPool(), blueprint, seed });
  if (!assembly.ok) return assembly;
  const questions = await readPicked(assembly.picks.map((picked) => picked.id));
  return { ok: true, paper: makePaper(assembly.picks, questions, { id, blueprint, seed }), notes: assembly.notes };
}

/** A sitting of this paper that begins at `now` (milliseconds since 1970). */
export function newAttempt(
  paper: Paper,
  { id, personId, passLine, now }: { id: string; personId: string; passLine: number; now: number },
): Attempt {
  const budgetMs = paper.minutes * 60_000;
  return {
    id,
    personId,
    kind: 'mock',
    paper,
    startedAt: now,
    budgetMs,
    passLine,
    state: 'open',
    handedInAt: null,
    endedBy: null,
    result: null,
  };
}
