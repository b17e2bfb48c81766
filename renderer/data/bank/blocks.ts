import Dexie from 'dexie';
import type { BankBlock } from '@shared/model/bank.ts';
import { database, type SanxunDatabase } from '../database.ts';

/** Blocks read or written at once: half a megabyte, so that the window answers in between also on a slow computer. */
export const blocksAtOnce = 10;

type Listener = (bankId: string, blockIds: readonly string[]) => void;

let last: Promise<unknown> = Promise.resolve();
const listeners = new Set<Listener>();

/** Runs one piece of work on blocks after the other: each reads what the one before has written. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const result = last.then(work, work);
  last = result.catch(() => undefined);
  return result;
}

/** The blocks of a bank in order, page by page; `places` (from, to, both inclusive) narrows them. */
export async function* blocksOf(
  bankId: string,
  places: readonly [number, number] | null = null,
  from: SanxunDatabase = database,
): AsyncGenerator<readonly BankBlock[]> {
  const [first, end] = places ?? [Dexie.minKey, Dexie.maxKey];
  let start: unknown = first;
  for (let isFirst = true; ; isFirst = false) {
    const range = from.bankBlocks.where('[bankId+place]').between([bankId, start], [bankId, end], isFirst, true);
    const page = await range.limit(blocksAtOnce).toArray();
    if (page.length > 0) yield page;
    if (page.length < blocksAtOnce) return;
    start = page.at(-1)?.place;
  }
}

export const blockCount = (bankId: string, from: SanxunDatabase = database): Promise<number> => ofBank(bankId, from).count();

/** Behind the last block of a bank. */
export async function nextPlace(bankId: string): Promise<number> {
  const end = await ofBank(bankId, database).last();
  return end ? end.place + 1 : 0;
}

/** Hears which blocks were written or removed, when they can be read; gives the function that ends it. */
export function onBlocks(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const tellBlocks = (bankId: string, blockIds: readonly string[]): void =>
  listeners.forEach((listener) => listener(bankId, blockIds));

const ofBank = (bankId: string, from: SanxunDatabase) =>
  from.bankBlocks.where('[bankId+place]').between([bankId, Dexie.minKey], [bankId, Dexie.maxKey]);
