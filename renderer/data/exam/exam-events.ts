import Dexie from 'dexie';
import { appendEvents } from '@shared/exam/quarterly/record.ts';
import type { ExamEvent, Happening } from '@shared/model/exam-record.ts';
import type { WorkOp } from '@shared/model/work.ts';
import { database } from '../database.ts';

/** Something that happened in a sitting and is to stand in its record. Milliseconds. */
export interface Noted {
  /** Wall clock since 1970. */
  readonly at: number;
  readonly elapsedMs: number;
  readonly happening: Happening;
}

/** The record (答题记录) of a sitting, in its order; empty where it has none. */
export const readRecord = (attemptId: string): Promise<ExamEvent[]> => entriesOf(attemptId).toArray();

/**
 * Chains what happened to the record as it stands in the database, so that it becomes durable together with the answers.
 * The same again, after a write of which nobody knows how it ended, makes the same entries. Nothing follows a hand-in.
 */
export async function eventOps(attemptId: string, noted: readonly Noted[]): Promise<WorkOp[]> {
  if (noted.length === 0) return [];
  const last = (await entriesOf(attemptId).last()) ?? null;
  if (last?.happening.kind === 'handedIn') return [];
  const events = appendEvents(
    last,
    noted.map((one) => ({ attemptId, ...one })),
  );
  return events.map((put) => ({ table: 'examEvents', put }));
}

const entriesOf = (attemptId: string) =>
  database.examEvents.where('[attemptId+n]').between([attemptId, Dexie.minKey], [attemptId, Dexie.maxKey]);
