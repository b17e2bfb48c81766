import { useEffect, useSyncExternalStore } from 'react';
import type { ScoreRow } from '@shared/exam/key-in/sheet.ts';
import type { Candidate } from '@shared/model/examining.ts';
import { readPaperScores, savePaperScores } from '../../data/examining/paper-scores.ts';
import { ScoreSession, type ScoreView } from './score-session.ts';

// One for each exam as long as the program runs: going to another page loses neither the undo nor what could not be saved.
const sessions = new Map<string, ScoreSession>();

export function sessionOf(examId: string): ScoreSession {
  const session = sessions.get(examId) ?? new ScoreSession({ read: () => readPaperScores(examId), save: savePaperScores });
  sessions.set(examId, session);
  return session;
}

/** The lines of an exam as they stand now; null until they have been read. */
export function useScores(session: ScoreSession): ScoreView | null {
  useEffect(() => {
    void session.open();
  }, [session]);
  return useSyncExternalStore(session.subscribe, session.view);
}

/** The last row of each person that was shown. */
const lastRows = new WeakMap<Candidate, ScoreRow>();

/** A row, the same object as before where nothing in it changed: the grid draws only what did. */
export function keptRow(row: ScoreRow): ScoreRow {
  const last = lastRows.get(row.candidate);
  if (last && last.scores === row.scores && last.onComputer === row.onComputer) return last;
  lastRows.set(row.candidate, row);
  return row;
}
