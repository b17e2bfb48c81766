import { Catalogue } from '@shared/study/catalogue.ts';
import { readBankKeys, readIndexes } from '../content.ts';
import { inTurns } from '../turns.ts';

interface Known {
  readonly keys: readonly string[];
  readonly catalogue: Promise<Catalogue>;
}

/**
 * All installed questions by number. Its indexes stay in memory from set to set, until a package changes: that is seen
 * by the hashes of its blocks. Whoever asks while they are read waits for the same reading.
 */
export async function readCatalogue(): Promise<Catalogue> {
  const keys = await readBankKeys();
  if (!isSame(keys, known.keys)) known = { keys, catalogue: readAll() };
  const reading = known;
  try {
    const catalogue = await reading.catalogue;
    if (!isOf(keys, catalogue)) forget(reading); // a package changed while it was read
    return catalogue;
  } catch (error) {
    forget(reading);
    throw error;
  }
}

const nothing: Known = { keys: [], catalogue: Promise.resolve(new Catalogue([])) };
let known = nothing;

function forget(reading: Known): void {
  if (known === reading) known = nothing;
}

async function readAll(): Promise<Catalogue> {
  const catalogue = new Catalogue(await readIndexes(null));
  await inTurns(catalogue.prepare());
  return catalogue;
}

const isOf = (keys: readonly string[], { blocks }: Catalogue): boolean =>
  isSame(
    keys,
    blocks.map(({ key }) => key),
  );

const isSame = (keys: readonly string[], others: readonly string[]): boolean =>
  keys.length === others.length && keys.every((key, place) => key === others[place]);
