import { BankCheck } from '@shared/bank/checks/check.ts';
import type { CheckReport } from '@shared/bank/checks/report.ts';
import { blockCount, blocksOf } from '../blocks.ts';
import { readDecisions } from '../decisions.ts';

/** How much of the work reading is, for the progress. */
const readingShare = 0.3;

/** Checks a bank as it is in the database. `onShare` hears how far it is, 0 to 1. */
export async function runCheck(bankId: string, onShare: (share: number) => void): Promise<CheckReport> {
  const [decisions, total] = await Promise.all([readDecisions(bankId), blockCount(bankId)]);
  const check = new BankCheck(bankId, decisions);
  let read = 0;
  for await (const page of blocksOf(bankId)) {
    for (const { id, entries } of page) check.add(entries.map((entry) => ({ ref: { id: entry.id, blockId: id }, entry })));
    read += page.length;
    onShare((readingShare * read) / total);
  }
  const steps = check.finish();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    onShare(readingShare + (1 - readingShare) * step.value);
  }
}
