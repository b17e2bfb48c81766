import { factsOfRecord } from '@shared/exam/quarterly/record.ts';
import { readSitting, saveSitting } from '../../data/exam/exam.ts';
import { readRecord } from '../../data/exam/exam-events.ts';
import { Sheet } from './sheet.ts';

// A sheet outlives its screen: whoever leaves in the middle of a write, or while the disk refuses, finds the same answers.
const sheets = new Map<string, Sheet>();
const begunHere = new Set<string>();

/** This sitting began in this run of the program: whoever goes on with any other one has come back after a restart. */
export function beginHere(attemptId: string): void {
  begunHere.add(attemptId);
}

/** The sheet of an open attempt, read from the database the first time. Null where there is none to fill in. */
export async function sheetOf(attemptId: string): Promise<Sheet | null> {
  const known = sheets.get(attemptId);
  if (known) return known;
  const sheet = await readSheet(attemptId);
  if (!sheet) return null;
  const first = sheets.get(attemptId) ?? sheet;
  sheets.set(attemptId, first);
  return first;
}

/** Once handed in, nothing is filled in any more. */
export function putAway(attemptId: string): void {
  sheets.get(attemptId)?.close();
  sheets.delete(attemptId);
}

async function readSheet(attemptId: string): Promise<Sheet | null> {
  const sitting = await readSitting(attemptId);
  if (sitting?.attempt.state !== 'open') return null;
  const { attempt, answers, elapsedMs, savedAt } = sitting;
  const timesAway = attempt.exam ? factsOfRecord(await readRecord(attemptId)).timesAway : null;
  const now = Date.now();
  const sheet = new Sheet({
    attemptId,
    answers,
    elapsedMs,
    timesAway,
    write: (news, elapsed) => saveSitting(attemptId, news, elapsed, Date.now()),
  });
  // The gap is told, not charged: after a power cut one goes on with the time that was left.
  if (!begunHere.has(attemptId)) sheet.note({ kind: 'resumed', gapMs: Math.max(0, now - savedAt), chargedMs: 0 }, now);
  return sheet;
}
