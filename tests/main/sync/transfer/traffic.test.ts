import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { folderReader } from '../../../../main/sync/sources/folder-reader.ts';
import { metered, openTraffic } from '../../../../main/sync/transfer/traffic.ts';
import { temporaryFolder } from '../support.ts';
import { openCellar, openShelf, spoiltReader, wholeOf } from './support.ts';

const september = new Date(2026, 8, 20, 12).getTime();
const october = new Date(2026, 9, 1).getTime();

async function openMeter(now = september) {
  const file = path.join(await temporaryFolder(), 'traffic.json');
  const clock = { now };
  return { file, clock, open: () => openTraffic(file, () => clock.now) };
}

test('counts by calendar month, also over restarts', async () => {
  const { clock, open } = await openMeter();
  const traffic = await open();
  traffic.add(1_000);
  traffic.add(234);
  expect(await traffic.usedThisMonth()).toBe(1_234);
  await traffic.flush();
  const again = await open();
  again.add(6);
  expect(await again.usedThisMonth()).toBe(1_240);
  clock.now = october;
  expect(await again.usedThisMonth()).toBe(0);
  again.add(7);
  await again.flush();
  expect(await (await open()).usedThisMonth()).toBe(7);
  clock.now = september; // a clock that was wrong for a day does not forgive what was used
  expect(await (await open()).usedThisMonth()).toBe(1_240);
});

test('many bytes are on disk before anybody asks for it', async () => {
  const { file, open } = await openMeter();
  (await open()).add(5_000_000);
  await expect.poll(() => readFile(file, 'utf8').catch(() => '')).toBe('{\n  "2026-09": 5000000\n}\n');
});

test('a file that cannot be read counts as empty', async () => {
  const { file, open } = await openMeter();
  for (const text of ['', '[]', '{"2026-09":-1}', '{"2026-09":"1"}', '{"__proto__":1}']) {
    await writeFile(file, text);
    expect(await (await open()).usedThisMonth()).toBe(0);
  }
});

test('a limit stops the transfer; what came stays and is taken up next month, or beyond the limit', async () => {
  const shelf = await openShelf(400_000);
  const { clock, open } = await openMeter();
  const traffic = await open();
  const cellar = await openCellar();
  const limited = () => metered(folderReader(shelf.folder, 'a metered line'), traffic, 100_000);
  expect(await cellar.fetch(shelf, [limited()])).toBe('metered');
  expect(await traffic.usedThisMonth()).toBe(131_072);
  expect(await cellar.fetch(shelf, [limited()])).toBe('metered');
  expect(await traffic.usedThisMonth()).toBe(131_072);
  clock.now = october;
  expect(await cellar.fetch(shelf, [limited()])).toBe('metered');
  const rest = spoiltReader(shelf.folder, (chunk) => chunk);
  expect(await cellar.fetch(shelf, [metered(rest.reader, traffic, null)])).toBeNull();
  expect([rest.bytes, await traffic.usedThisMonth()]).toEqual([400_000 - 262_144, 400_000 - 131_072]);
  expect(await cellar.held()).toEqual(wholeOf(shelf));
});
