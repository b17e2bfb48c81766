import type { OutboxEntry } from '@shared/ipc/contract.ts';
import type { Attempt } from '@shared/model/exam.ts';
import { fail, type Result } from '@shared/model/failure.ts';
import { factsOfRecord } from '@shared/exam/quarterly/record.ts';
import { request } from '../../bridge.ts';
import { readRecord } from '../../data/exam/exam-events.ts';
import { examAttemptIds, handedInAmong } from '../../data/exam/quarterly.ts';

let last: Promise<unknown> = Promise.resolve();

/**
 * Seals every handed-in record that main does not yet hold: after a hand-in, and at start what failed before. Gives the
 * outbox (待上报) as it then is, and whether some record could not be sealed. Never throws. One run after the other.
 */
export function completeOutbox(): Promise<OutboxState> {
  const completing = last.then(complete);
  last = completing;
  return completing;
}

export interface OutboxState {
  readonly entries: readonly OutboxEntry[];
  /** The first thing that went wrong; null where every record is there. */
  readonly failure: Extract<Result<null>, { ok: false }>['failure'] | null;
}

async function complete(): Promise<OutboxState> {
  try {
    const before = new Set((await request('exam:outbox')).map(({ attemptId }) => attemptId));
    const missing = await handedInAmong((await examAttemptIds()).filter((id) => !before.has(id)));
    const failures: OutboxState['failure'][] = [];
    for (const attempt of missing) {
      const sealed = await seal(attempt);
      if (!sealed.ok) failures.push(sealed.failure);
    }
    return { entries: await request('exam:outbox'), failure: failures[0] ?? null };
  } catch (error) {
    console.error(error);
    return { entries: [], failure: fail('write-failed').failure };
  }
}

async function seal({ id, exam }: Attempt): Promise<Result<OutboxEntry>> {
  if (!exam) throw new Error(`attempt ${id} is no sitting of an exam`);
  const events = await readRecord(id);
  const { name } = factsOfRecord(events).header;
  return request('exam:seal-record', { examTitle: exam.title, personName: name, recipient: exam.recipient, events });
}
