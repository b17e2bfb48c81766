import { fail, type Result } from '@shared/model/failure.ts';
import { handIn, type HandedIn } from '../../data/exam/hand-in.ts';
import { completeOutbox } from '../quarterly/sealing.ts';
import type { Sheet } from './sheet.ts';
import { putAway } from './sheets.ts';
import { stopWatch } from './clock/watches.ts';

/**
 * Hands in: what is typed is saved first; what cannot be saved goes with the result, in one commit. The record of an exam
 * is sealed afterwards; should that fail, it is tried again. Called twice, it hands in once.
 */
export async function endSitting(sheet: Sheet, endedBy: 'person' | 'time', isExam: boolean): Promise<Result<HandedIn>> {
  const ended = await sheet.whileStill(() => handInSafely(sheet, endedBy));
  if (!ended.ok) return ended;
  stopWatch(sheet.attemptId);
  putAway(sheet.attemptId);
  if (isExam) void completeOutbox();
  return ended;
}

/** A bug below must not lock somebody into a paper: it is reported, and handing in can be tried again. */
async function handInSafely(sheet: Sheet, endedBy: 'person' | 'time'): Promise<Result<HandedIn>> {
  const { attemptId, elapsedMs } = sheet;
  try {
    return await handIn({ attemptId, unsaved: sheet.unsaved(), noted: sheet.noted(), elapsedMs, endedBy, at: Date.now() });
  } catch (error) {
    console.error(error);
    return fail('journal-failed');
  }
}
