import type { ScoreRow } from '@shared/exam/key-in/sheet.ts';
import type { Candidate, PaperScores } from '@shared/model/examining.ts';
import { readPaperScores, savePaperScores } from '../../data/examining/paper-scores.ts';
import { RowSession, type RowView } from '../../row-session.ts';

export type ScoreSession = RowSession<PaperScores>;
export type ScoreView = RowView<PaperScores>;

// One for each exam as long as the program runs: going to another page loses neither the undo nor what could not be saved.
const sessions = new Map<string, ScoreSession>();

export function sessionOf(examId: string): ScoreSession {
  const session = sessions.get(examId) ?? newSession(examId);
  sessions.set(examId, session);
  return session;
}

const newSession = (examId: string): ScoreSession =>
  new RowSession({ name: 'scores', keyOf: ({ personId }) => personId, read: () => readPaperScores(examId), save: savePaperScores });

/** The last row of each person that was shown. */
const lastRows = new WeakMap<Candidate, ScoreRow>();

/** A row, the same object as before where nothing in it changed: the grid draws only what did. */
export function keptRow(row: ScoreRow): ScoreRow {
  const last = lastRows.get(row.candidate);
  if (last && last.scores === row.scores && last.onComputer === row.onComputer) return last;
  lastRows.set(row.candidate, row);
  return row;
}
