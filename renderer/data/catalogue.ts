import { Catalogue } from '@shared/study/catalogue.ts';
import { readBankKeys, readIndexes } from './content.ts';
import { inTurns } from './turns.ts';

interface Known {
  readonly keys: readonly string[];
  readonly catalogue: Promise<Catalogue>;
}

let known: Known = { keys: [], catalogue: Promise.resolve(new Catalogue([])) };

/**
 * All installed questions by number. Its indexes stay in memory from set to set, until a package changes: that is seen
 * by the hashes of its blocks. Whoever asks while they are read waits for the same reading.
 */
export async function readCatalogue(): Promise<Catalogue> {
  const keys = await readBankKeys();
  if (!isSame(keys, known.keys)) known = { keys, catalogue: readAll() };
  const { catalogue } = known;
  try {
    return await catalogue;
  } catch (error) {
    if (known.catalogue === catalogue) known = { ...known, keys: ['unread'] }; // the next one tries again
    throw error;
  }
}

async function readAll(): Promise<Catalogue> {
  const catalogue = new Catalogue(await readIndexes(null));
  await inTurns(catalogue.prepare());
  return catalogue;
}

const isSame = (keys: readonly string[], others: readonly string[]): boolean =>
  keys.length === others.length && keys.every((key, place) => key === others[place]);
