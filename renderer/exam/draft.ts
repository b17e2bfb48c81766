import type { Notes, Refusal } from '@shared/exam/assembly/assemble.ts';
import { makePaper } from '@shared/exam/assembly/make-paper.ts';
import type { Attempt, Paper } from '@shared/model/exam.ts';
import { succeed, type Result } from '@shared/model/failure.ts';
import type { Blueprint } from '@shared/model/policy.ts';
import type { Assembler } from '../data/assembly/assembly.ts';

/** A paper that could be started, or why the bank cannot give one. */
export type Draft = ({ readonly ok: true; readonly paper: Paper } & Notes) | Refusal;

/** Draws a paper from the installed banks; what this person saw in earlier mock tests comes last. */
export async function draftPaper(
  assembler: Assembler,
  blueprint: Blueprint,
  { id, seed, personId }: { id: string; seed: number; personId: string },
): Promise<Result<Draft>> {
  const pool = { installed: true, bankIds: [] };
  const answer = await assembler.ask('draw', { pool, blueprint, seed, exposure: { kind: 'mocks', personId } });
  if (!answer.ok) return answer;
  if (!answer.value.ok) return succeed(answer.value);
  const { picks, questions, notes, difficultyNotes } = answer.value;
  return succeed({ ok: true, paper: makePaper(picks, questions, { id, blueprint, seed }), notes, difficultyNotes });
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
