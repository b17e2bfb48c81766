import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { HistoryEntry } from '@shared/ipc/packages.ts';
import { openHistory } from '../../../../main/sync/store/history.ts';
import { numbers, temporaryFolder } from '../support.ts';

type Line = Omit<HistoryEntry, 'at'>;
const line = {
  event: 'installed',
  subject: '示例题库',
  version: 1,
  source: '示例来源',
  publisher: 'ab',
  failure: null,
  reason: '',
} as const;
const refused = (change: Partial<Line> = {}): Line => ({
  ...line,
  event: 'refused',
  failure: { kind: 'expired', subject: '示例来源', at: '2026-09-01T00:00:00.000Z' },
  reason: 'expired',
  ...change,
});

test('newest first, kept over a restart', async () => {
  const file = path.join(await temporaryFolder(), 'history.json');
  let clock = 0;
  const history = await openHistory(file, () => (clock += 1));
  await Promise.all([history.add(line), history.add(refused()), history.add({ ...line, version: 2 })]);
  const expected = [
    { at: 3, ...line, version: 2 },
    { at: 2, ...refused() },
  ];
  expect(await history.list(2)).toEqual(expected);
  const again = await openHistory(file, () => 9);
  expect([await again.list(2), await again.newRefusals()]).toEqual([expected, 1]);
});

test('refusals count until somebody looks; the same one again renews its time only', async () => {
  const file = path.join(await temporaryFolder(), 'history.json');
  let clock = 0;
  const history = await openHistory(file, () => (clock += 1));
  await history.add(refused());
  await history.add(refused({ source: '另一个来源' }));
  expect(await history.newRefusals()).toBe(2);
  await history.seen();
  await history.add(refused());
  expect(await history.newRefusals()).toBe(0);
  expect((await history.list(9)).map(({ at, source }) => [at, source])).toEqual([
    [3, '示例来源'],
    [2, '另一个来源'],
  ]);
  await history.add(line);
  await history.add(refused());
  expect([await history.newRefusals(), (await history.list(9)).length]).toEqual([1, 4]);
});

test('a thousand lines at most, the oldest go', async () => {
  const file = path.join(await temporaryFolder(), 'history.json');
  const entries = numbers(1_000).map((version) => ({ at: version, ...refused({ version }) }));
  await writeFile(file, JSON.stringify({ entries, newRefusals: 1_000 }));
  const history = await openHistory(file, () => 5_000);
  await history.add(refused({ version: 2_000 }));
  const kept = await history.list(5_000);
  expect([kept.length, kept[0]?.version, kept.at(-1)?.version, await history.newRefusals()]).toEqual([1_000, 2_000, 2, 1_000]);
});

test.each(['', '{"entries":', '\0\0\0\0', '{"entries":[{"at":"now"}],"newRefusals":1}'])('a damaged file is empty: %j', async (content) => {
  const file = path.join(await temporaryFolder(), 'history.json');
  await writeFile(file, content);
  const history = await openHistory(file, () => 1);
  expect([await history.list(9), await history.newRefusals()]).toEqual([[], 0]);
  await history.add(line);
  expect(await (await openHistory(file, () => 2)).list(9)).toEqual([{ at: 1, ...line }]);
});
