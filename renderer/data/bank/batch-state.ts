import type { BankBatch, BankBlock, BankEntry } from '@shared/model/bank.ts';
import type { Result } from '@shared/model/failure.ts';
import { commit } from '../work.ts';
import { blocksOf } from './blocks.ts';

/** The blocks that hold entries of a batch. One that was interrupted does not know where they are. */
export async function* blocksOfBatch({ bankId, places, complete }: BankBatch): AsyncGenerator<readonly BankBlock[]> {
  if (complete && !places) return;
  yield* blocksOf(bankId, complete ? places : null);
}

/**
 * The batch waits as long as one of its entries does. Afterwards it was accepted if the bank has anything of it, also where
 * it only gave another form to what was there (`isTaken`: the caller knows that), and dropped if not.
 */
export async function settle(batch: BankBatch, isTaken: boolean): Promise<Result<null>> {
  const states = await statesIn(blocksOfBatch(batch), batch.id);
  if (states.has('staged')) return put(batch, 'staged');
  const hasAny = isTaken || states.size > 0 || batch.unchanged + batch.replaced > 0;
  const isAccepted = hasAny || (await statesIn(blocksOf(batch.bankId), batch.id)).size > 0;
  return put(batch, isAccepted ? 'accepted' : 'dropped');
}

async function statesIn(pages: AsyncGenerator<readonly BankBlock[]>, batchId: string): Promise<ReadonlySet<BankEntry['state']>> {
  const states = new Set<BankEntry['state']>();
  for await (const page of pages) {
    for (const { origin, state } of page.flatMap(({ entries }) => entries)) if (origin?.batchId === batchId) states.add(state);
  }
  return states;
}

const put = (batch: BankBatch, state: BankBatch['state']): Promise<Result<null>> =>
  commit('bank.batch', [{ table: 'bankBatches', put: { ...batch, state } }]);
