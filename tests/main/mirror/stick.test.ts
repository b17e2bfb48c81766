import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { publisherResult } from '../../../main/publish/failure.ts';
import { folderDepot } from '../../../main/mirror/folder-depot.ts';
import type { Depot } from '../../../main/mirror/depot.ts';
import { mirror } from '../../../main/mirror/mirror.ts';
import { folderShelf } from '../../../main/publish/upload/folder-shelf.ts';
import { folderReader } from '../../../main/sync/sources/folder-reader.ts';
import { makeStick, type Stick } from '../../support/exfat.ts';
import { copyOf, day, failureOf, noon, numbers, openBureau, question } from '../sync/support.ts';
import { clientOf } from '../publish/support.ts';
import { readWhole } from './support.ts';

let stick: Stick | null = null;
afterEach(async () => {
  await stick?.discard();
  stick = null;
});

const quiet = { signal: new AbortController().signal, progress: () => undefined };

test('a stick that is pulled out while it is written to holds the old state or the new one', { timeout: 120_000 }, async () => {
  const bureau = await openBureau();
  const bank = (count: number) => numbers(count).map((number) => question(number));
  await bureau.publish(bank(3));
  const before = await copyOf(bureau.repository);
  await bureau.publish(bank(4), noon + day);
  stick = await makeStick();
  const { path: place } = stick;
  const open = (): Promise<Depot> => folderDepot(path.join(place, 'sanxun-repo'), place);
  await mirror(await folderShelf(before), await open(), quiet);
  const client = await clientOf(before);
  for (const [files, cache] of [
    [0, 'lost'],
    [2, 'kept'],
    [3, 'lost'],
    [5, 'lost'],
  ] as const) {
    const depot = pulledAfter(await open(), files, () => stick?.yank(cache));
    const result = await publisherResult(
      () => undefined,
      '',
      async () => mirror(await folderShelf(bureau.repository), depot, quiet),
    );
    if (!result.ok) expect(failureOf(result).kind).toBe('place-gone');
    if (!result.ok) await stick.plug();
    const found = await readWhole(client, folderReader(path.join(place, 'sanxun-repo'), 'stick'));
    expect([{ bank: 1 }, { bank: 2 }]).toContainEqual(found);
  }
  await mirror(await folderShelf(bureau.repository), await open(), quiet);
  expect(await readWhole(client, folderReader(path.join(place, 'sanxun-repo'), 'stick'))).toEqual({ bank: 2 });
});

/** A depot on a stick that somebody pulls out before a file is put. */
function pulledAfter(depot: Depot, files: number, pull: () => Promise<void> | undefined): Depot {
  let left = files;
  const pulled =
    (put: Depot['put']): Depot['put'] =>
    async (...args) => {
      left -= 1;
      if (left === -1) await pull();
      return put(...args);
    };
  return { ...depot, put: pulled(depot.put), putLast: pulled(depot.putLast) };
}
