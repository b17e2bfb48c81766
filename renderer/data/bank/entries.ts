import type { BankEntry, EntryRef } from '@shared/model/bank.ts';
import { database } from '../database.ts';

/** Null where the entry is not there (any more). */
export const readEntry = async (ref: EntryRef): Promise<BankEntry | null> => (await readEntries([ref]))[0] ?? null;

/** The entries at these places, in the order given. Each block is read once. */
export async function readEntries(refs: readonly EntryRef[]): Promise<(BankEntry | null)[]> {
  const blockIds = [...new Set(refs.map(({ blockId }) => blockId))];
  const blocks = await database.bankBlocks.bulkGet(blockIds);
  const byBlock = new Map(blocks.map((block, at) => [blockIds[at], block?.entries ?? []]));
  return refs.map(({ id, blockId }) => byBlock.get(blockId)?.find((entry) => entry.id === id) ?? null);
}
