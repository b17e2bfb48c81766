import { recount } from '@shared/bank/work/blocks.ts';
import { undoChanges } from '@shared/bank/work/undo.ts';
import type { BankBlock } from '@shared/model/bank.ts';
import type { WorkOp } from '@shared/model/work.ts';
import { database } from '../database.ts';
import { commit } from '../work.ts';
import { blocksOf, inTurn, tellBlocks } from './blocks.ts';
import { mustHave } from './write.ts';

interface Removal {
  readonly bankId: string;
  readonly batchId: string;
  /** Blocks that hold entries of this batch and of no other; null where it wrote none. */
  readonly places: readonly [number, number] | null;
  /** The step under which it replaced rows of other batches. */
  readonly stepId: string;
}

/** Removes what an import that was stopped had written so far, without a trace: nobody has seen it. */
export async function removeBatch({ bankId, batchId, places, stepId }: Removal): Promise<void> {
  await putRowsBack(bankId, stepId);
  const pages = places ? blocksOf(bankId, places) : [];
  for await (const page of pages) {
    const own = page.filter(({ entries }) => entries.every(({ origin }) => origin?.batchId === batchId));
    await inTurn(() => write(bankId, own, [], []));
  }
  await commit('bank.unread', [{ table: 'bankBatches', remove: batchId }]);
}

async function putRowsBack(bankId: string, stepId: string): Promise<void> {
  const changes = (await database.bankChanges.where('stepId').equals(stepId).toArray()).toReversed();
  for (const { id, blockId, entries } of changes) {
    await inTurn(async () => {
      const block = await database.bankBlocks.get(blockId);
      if (block) await write(bankId, [block], [undoChanges(block, entries).block], [{ table: 'bankChanges', remove: id }]);
    });
  }
  if (changes.length > 0) await commit('bank.unread', [{ table: 'bankSteps', remove: stepId }]);
}

async function write(bankId: string, before: readonly BankBlock[], after: readonly BankBlock[], ops: readonly WorkOp[]): Promise<void> {
  if (before.length === 0) return;
  const bank = await mustHave(bankId);
  const kept = new Set(after.map(({ id }) => id));
  const gone = before.filter(({ id }) => !kept.has(id));
  await commit('bank.unread', [
    ...after.map((put) => ({ table: 'bankBlocks', put }) as const),
    ...gone.map(({ id }) => ({ table: 'bankBlocks', remove: id }) as const),
    { table: 'banks', put: { ...bank, counts: recount(bank.counts, before, after) } },
    ...ops,
  ]);
  tellBlocks(
    bankId,
    before.map(({ id }) => id),
  );
}
