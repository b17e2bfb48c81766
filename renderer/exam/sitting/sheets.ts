import { readSitting, saveAnswers } from '../../data/exam.ts';
import { Sheet } from './sheet.ts';

// A sheet outlives its screen: whoever leaves in the middle of a write, or while the disk refuses, finds the same answers.
const sheets = new Map<string, Sheet>();

/** The sheet of an open attempt, read from the database the first time. Null where there is none to fill in. */
export async function sheetOf(attemptId: string): Promise<Sheet | null> {
  const known = sheets.get(attemptId);
  if (known) return known;
  const sitting = await readSitting(attemptId);
  if (sitting?.attempt.state !== 'open') return null;
  const { answers, elapsedMs } = sitting;
  const sheet =
    sheets.get(attemptId) ??
    new Sheet({ attemptId, answers, elapsedMs, write: (changed, elapsed) => saveAnswers(attemptId, changed, elapsed, Date.now()) });
  sheets.set(attemptId, sheet);
  return sheet;
}

/** Once handed in, nothing is filled in any more. */
export function putAway(attemptId: string): void {
  sheets.get(attemptId)?.close();
  sheets.delete(attemptId);
}
