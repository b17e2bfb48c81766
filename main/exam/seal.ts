import type { KeyObject } from 'node:crypto';
import { receiptOf } from '@shared/exam/quarterly/receipt.ts';
import { checkRecord, factsOfRecord } from '@shared/exam/quarterly/record.ts';
import type { OutboxEntry, RecordToSeal } from '@shared/ipc/exam.ts';
import { fail, succeed, type Result } from '@shared/model/failure.ts';
import { fileFailure } from '../files.ts';
import { sealRecord } from './answer-file.ts';
import { asEntry, type Outbox } from './outbox.ts';
import { signRecord } from './record-signature.ts';

export interface Sealing {
  readonly record: RecordToSeal;
  readonly outbox: Outbox;
  readonly key: () => Promise<KeyObject>;
  /** Wall clock, milliseconds since 1970. */
  readonly now: number;
  readonly log: (message: string, error: unknown) => void;
}

/**
 * Signs a record, seals it to the bureau and keeps it in the outbox; ok when it lies there durably. The same record again
 * changes nothing, so that what was exported stays so. Failures: tampered (the chain does not hold), and those of the disk.
 */
export async function sealForBureau({ record, outbox, key, now, log }: Sealing): Promise<Result<OutboxEntry>> {
  const { examTitle, personName, recipient, events } = record;
  const check = checkRecord(events);
  if (!check.ok) {
    log('sealing an exam record', new Error(`entry ${check.n} does not hold`));
    return fail('tampered', personName);
  }
  const { header } = factsOfRecord(events);
  const before = await outbox.find(header.attemptId);
  if (before?.head === check.head && before.recipient === recipient) return succeed(asEntry(before));
  try {
    const sealed = await sealRecord(signRecord(events, await key()), recipient);
    const names = { attemptId: header.attemptId, examTitle, personName, unitName: header.unitName };
    const kept = { ...names, receipt: receiptOf(check.head), sealedAt: now, exportedAt: null, head: check.head, recipient, sealed };
    await outbox.put(kept);
    return succeed(asEntry(kept));
  } catch (error) {
    log('sealing an exam record', error);
    return { ok: false, failure: fileFailure(error, examTitle) };
  }
}
