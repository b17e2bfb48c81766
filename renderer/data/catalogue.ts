import { Catalogue } from '@shared/study/catalogue.ts';
import { readBankKeys, readIndexes } from './content.ts';

let known = new Catalogue([]);

/**
 * All installed questions by number. Its indexes stay in memory from set to set, until a package changes: that is seen
 * by the hashes of its blocks.
 */
export async function readCatalogue(): Promise<Catalogue> {
  const keys = await readBankKeys();
  if (!isOf(keys, known)) known = new Catalogue(await readIndexes(null));
  return known;
}

const isOf = (keys: readonly string[], { blocks }: Catalogue): boolean =>
  keys.length === blocks.length && blocks.every(({ key }, place) => key === keys[place]);
