import { KnownEntries } from '@shared/bank/work/matching.ts';
import type { BankBatch, BankBlock, BankEntry } from '@shared/model/bank.ts';
import { fail, succeed, type Result } from '@shared/model/failure.ts';
import { database } from '../database.ts';
import { Accepting, type Accepted, type IsMeant } from './accepting.ts';
import { blocksOfBatch, settle } from './batch-state.ts';
import { blocksOf, inTurn } from './blocks.ts';
import type { Step, Task } from './steps.ts';
import { editBlocksNow, mustHave } from './write.ts';

export type { Accepted } from './accepting.ts';

/** The imports of a bank, the newest first. */
export async function readBatches(bankId: string): Promise<BankBatch[]> {
  return (await database.bankBatches.where('bankId').equals(bankId).toArray()).toSorted((one, other) => other.at - one.at);
}

/** Null where there is no such import. */
export const batchWith = async (batchId: string): Promise<BankBatch | null> => (await database.bankBatches.get(batchId)) ?? null;

/** Takes questions of an import into the bank: all of them, or only these. What is no question goes on waiting. */
export async function acceptBatch(
  bankId: string,
  batchId: string,
  only: readonly string[] | null,
  step: Step,
  task: Task,
): Promise<Result<Accepted>> {
  const accepting = new Accepting({ bankId, what: 'accept', step, undoes: '' }, await readKnown(bankId));
  const isMeant = meant(batchId, only);
  const batch = await mustHaveBatch(batchId);
  for await (const page of pagesOf(batch, task)) {
    const result = await inTurn(() =>
      accepting.take(
        page.map(({ id }) => id),
        isMeant,
      ),
    );
    if (!result.ok) return result;
  }
  if (task.signal.aborted) return fail('cancelled');
  const { accepted, changed, unchanged } = accepting.counts;
  const settled = await settle(batch, accepted + changed + unchanged > 0);
  return settled.ok ? succeed(accepting.counts) : settled;
}

/** Drops staged entries of an import: all that still wait, or only these. Says how many. */
export async function dropBatch(
  bankId: string,
  batchId: string,
  only: readonly string[] | null,
  step: Step,
  task: Task,
): Promise<Result<number>> {
  const isMeant = meant(batchId, only);
  const batch = await mustHaveBatch(batchId);
  let dropped = 0;
  for await (const page of pagesOf(batch, task)) {
    const edits = new Map(page.map(({ id }) => [id, (entry: BankEntry) => (isMeant(entry) ? null : entry)]));
    const result = await inTurn(() => editBlocksNow({ bankId, what: 'drop', step, undoes: '' }, edits));
    if (!result.ok) return result;
    dropped += result.value;
  }
  if (task.signal.aborted) return fail('cancelled');
  const settled = await settle(batch, false);
  return settled.ok ? succeed(dropped) : settled;
}

function meant(batchId: string, only: readonly string[] | null): IsMeant {
  const ids = only && new Set(only);
  return ({ id, state, origin }) => state === 'staged' && origin?.batchId === batchId && (ids === null || ids.has(id));
}

/** Blocks with entries of a batch, until the task is cancelled. */
async function* pagesOf(batch: BankBatch, task: Task): AsyncGenerator<readonly BankBlock[]> {
  const total = batch.places ? batch.places[1] - batch.places[0] + 1 : 0;
  let done = 0;
  for await (const page of blocksOfBatch(batch)) {
    if (task.signal.aborted) return;
    yield page;
    done += page.length;
    task.onProgress(done, Math.max(done, total));
  }
}

/** What the bank has, to find again what waits; an empty bank needs no look. */
async function readKnown(bankId: string): Promise<KnownEntries> {
  const known = new KnownEntries(new Set());
  const { kept, withdrawn } = (await mustHave(bankId)).counts;
  if (kept + withdrawn === 0) return known;
  for await (const page of blocksOf(bankId)) {
    for (const { id, entries } of page) for (const entry of entries) known.add(entry, id);
  }
  return known;
}

async function mustHaveBatch(batchId: string): Promise<BankBatch> {
  const batch = await database.bankBatches.get(batchId);
  if (!batch) throw new Error(`there is no batch ${batchId}`);
  return batch;
}
