import { afterEach, describe, expect, test } from 'vitest';
import type { Depot } from '../../../main/mirror/depot.ts';
import { mirror } from '../../../main/mirror/mirror.ts';
import { folderShelf } from '../../../main/publish/upload/folder-shelf.ts';
import { rotate } from '../../../main/publish/keys/rotation.ts';
import { hasNginx } from '../../support/nginx.ts';
import { copyOf, day, noon, numbers, openBureau, question } from '../sync/support.ts';
import { clientOf, roomOf } from '../publish/support.ts';
import { dyingFetch, folderStand, nginxStand, readWhole, s3Stand, uploadTo, type Stand } from './support.ts';

/** The long form ends an upload at each request, the short one at every third. */
const stride = process.env.SANXUN_RUNS ? 1 : 3;

const stands: Stand[] = [];
afterEach(async () => {
  for (const stand of stands.splice(0)) await stand.stop();
});

async function opened(open: () => Promise<Stand>): Promise<Stand> {
  const stand = await open();
  stands.push(stand);
  return stand;
}

const bank = (count: number, note = '') => numbers(count).map((number) => question(number, { note: number % 7 === 0 ? note : '' }));

/** A repository with a second version behind another one, with a new online key in between where `renewed`. */
async function twoStates(renewed: boolean) {
  const bureau = await openBureau();
  await bureau.publish(bank(20));
  await bureau.publish(bank(5), noon, 'second');
  const before = await copyOf(bureau.repository);
  if (renewed) await rotate(roomOf(bureau), { kind: 'online' }, noon + day);
  await bureau.publish(bank(22, 'changed'), noon + day);
  return { before, after: bureau.repository };
}

const old = { bank: 1, second: 1 };
const fresh = { bank: 2, second: 1 };

const servers: readonly (readonly [string, () => Promise<Stand>])[] = [
  ...(hasNginx
    ? ([
        ['WebDAV', () => nginxStand()],
        ['WebDAV without MOVE', () => nginxStand({ methods: 'PUT MKCOL DELETE' })],
      ] as const)
    : []),
  ['S3', s3Stand],
];

describe.each(servers)('an upload to %s', (_name, open) => {
  test.each([
    ['with the same keys', false],
    ['with a new online key', true],
  ])('may end at any request, readers have the old state or the new one: %s', { timeout: 180_000 }, async (_keys, renewed) => {
    const { before, after } = await twoStates(renewed);
    const stand = await opened(open);
    await uploadTo(stand, before);
    const saved = await stand.save();
    const seen = new Set<number | undefined>();
    for (let requests = 0; ; requests += stride) {
      await stand.load(saved);
      const known = await clientOf(before);
      await known.take(stand.reader);
      const line = dyingFetch(requests, requests % 2 === 0 ? 'before' : 'answered');
      const ended = await uploadTo(stand, after, line).then(
        () => true,
        () => false,
      );
      const found = await readWhole(known, stand.reader);
      expect([old, fresh]).toContainEqual(found);
      await (await clientOf(before)).take(stand.reader);
      seen.add(found.bank);
      if (!ended && requests % 5 > 0) continue;
      await uploadTo(stand, after);
      expect(await readWhole(known, stand.reader)).toEqual(fresh);
      if (ended) break;
    }
    expect([...seen].toSorted()).toEqual([1, 2]);
  });
});

test('a copy in a folder may end at any step, readers have the old state or the new one', { timeout: 180_000 }, async () => {
  const { before, after } = await twoStates(true);
  const stand = await opened(folderStand);
  await uploadTo(stand, before);
  const saved = await stand.save();
  for (let steps = 0; ; steps += 1) {
    await stand.load(saved);
    const known = await clientOf(before);
    await readWhole(known, stand.reader);
    const ended = await mirror(await folderShelf(after), endingAfter(await stand.depot(fetch), steps), quiet).then(
      () => true,
      () => false,
    );
    expect([old, fresh]).toContainEqual(await readWhole(known, stand.reader));
    await readWhole(await clientOf(before), stand.reader);
    await uploadTo(stand, after);
    expect(await readWhole(known, stand.reader)).toEqual(fresh);
    if (ended) return;
  }
});

const quiet = { signal: new AbortController().signal, progress: () => undefined };

/** A depot that takes so many files and then breaks. */
function endingAfter(depot: Depot, files: number): Depot {
  let left = files;
  const limited =
    (put: Depot['put']): Depot['put'] =>
    async (...args) => {
      left -= 1;
      if (left < 0) throw new Error('pulled out');
      return put(...args);
    };
  return { ...depot, put: limited(depot.put), putLast: limited(depot.putLast) };
}
