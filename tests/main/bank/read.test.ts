import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import type { ReaderHost } from '../../../main/import/reader-process/host.ts';
import { limits } from '../../../main/limits.ts';
import { failureOf, temporaryFolder, valueOf } from '../sync/support.ts';
import { openService, readFileOf, requestFor } from './support.ts';

const csv = '题型,题干,选项A,选项B,答案\n判断题,一比二大,,,错\n单选题,哪个大,一,二,E\n多选题,哪个是奇数,一,三,A\n';
const sha256 = /^[0-9a-f]{64}$/;

test('a chosen file is read and its entries come in the order of the source', async () => {
  const service = await openService();
  const reading = await readFileOf(service, '题库.csv', csv);
  expect(reading).toMatchObject({ file: '题库.csv', format: 'csv', encoding: 'utf-8', entries: 3, problems: [] });
  expect(reading.sha256).toMatch(sha256);
  expect(reading.headers.map(({ row, titles }) => ({ row, titles }))).toEqual([
    { row: 1, titles: ['题型', '题干', '选项A', '选项B', '答案'] },
  ]);
  const entries = service.channels['bank:entries'];
  const told = await entries(reading.reading, 0, 10);
  expect(
    told.map(({ place, question, draft, findings }) => [place.row, question?.type ?? draft?.stem, findings.map(({ code }) => code)]),
  ).toEqual([
    [2, 'judge', []],
    [3, '哪个大', ['answer-beyond-options']],
    [4, 'multiple', ['multiple-with-one']],
  ]);
  expect(await entries(reading.reading, 1, 1)).toEqual([told[1]]);
  await service.channels['bank:release'](reading.reading);
  expect(() => entries(reading.reading, 0, 1)).toThrow('not open');
});

test('the source stays here when the stick is gone, under one name however often it is read', async () => {
  const service = await openService();
  const first = await readFileOf(service, '题库.csv', csv);
  const again = await readFileOf(service, '题库.csv', csv);
  expect(again.sha256).toBe(first.sha256);
  expect((await readdir(path.join(service.profile, 'sources'))).sort()).toEqual([first.sha256, `${first.sha256}.json`]);
  const place = { sheet: null, row: 2, lastRow: 3 };
  expect(valueOf(await service.channels['bank:source'](first.sha256, place))).toEqual([
    { row: 2, cells: ['判断题', '一比二大', '', '', '错'] },
    { row: 3, cells: ['单选题', '哪个大', '一', '二', 'E'] },
  ]);
  const later = await openService({ profile: service.profile });
  expect(valueOf(await later.channels['bank:read'](requestFor(first.sha256), 'task'))).toMatchObject({ file: '题库.csv', entries: 3 });
});

test('a text that was read in a named encoding is shown in it, too', async () => {
  const service = await openService();
  const found = await readFileOf(service, '题库.csv', csv);
  expect(found.encoding).toBe('utf-8');
  const named = requestFor(found.sha256, { encoding: 'gb18030' });
  expect(valueOf(await service.channels['bank:read'](named, 'task'))).toMatchObject({ encoding: 'gb18030' });
  const rows = valueOf(await service.channels['bank:source'](found.sha256, { sheet: null, row: 1, lastRow: 1 }));
  const garbled = new TextDecoder('gb18030').decode(Buffer.from(csv)).split('\n')[0] ?? '';
  expect(rows.flatMap(({ cells }) => cells).join(',')).toBe(garbled);
});

test('a file that cannot be opened is told with its reason, and nothing is kept', async () => {
  const service = await openService();
  const folder = await temporaryFolder();
  const [gone, lock] = await service.choose(path.join(folder, '没有.xlsx'), path.join(folder, '~$题库.xlsx'));
  const codes = async (token = ''): Promise<unknown> =>
    valueOf(await service.channels['bank:read'](requestFor(token), 'task')).problems.map(({ code }) => code);
  expect(await codes(gone?.token)).toEqual(['file-unreadable']);
  expect(await codes(lock?.token)).toEqual(['lock-file']);
  expect(failureOf(await service.channels['bank:read'](requestFor('no-token'), 'task'))).toEqual({ kind: 'place-gone', subject: '' });
  expect(failureOf(await service.channels['bank:source']('../../etc/passwd', { sheet: null, row: 1, lastRow: 1 })).kind).toBe('place-gone');
  expect(await readdir(path.join(service.profile, 'sources'))).toEqual([]);
});

test('reading can be cancelled and tells its progress', async () => {
  const service = await openService();
  await readFileOf(service, '题库.csv', csv);
  expect(service.progress[0]).toEqual({ task: 'task', phase: 'read', done: 0, total: 0 });
  expect(service.progress.at(-1)).toMatchObject({ phase: 'read', done: 5, total: 5 });
  const long = Array.from({ length: 50_000 }, (_, place) => `判断题,第 ${place} 个数是偶数,,,对`).join('\n');
  const reading = readFileOf(service, '长.csv', `题型,题干,选项A,选项B,答案\n${long}\n`);
  const before = service.progress.length;
  const refused = expect(reading).rejects.toThrow('cancelled');
  await vi.waitFor(() => expect(service.progress.length).toBeGreaterThan(before), { timeout: 30_000 });
  service.cancel('task');
  await refused;
});

test('a damaged file says so and is no failure of the program', async () => {
  const service = await openService();
  const reading = await readFileOf(service, '题库.xlsx', 'PK\u0003\u0004 and nothing else');
  expect(reading).toMatchObject({ entries: 0, problems: [{ row: 0, severity: 'error' }] });
  expect(service.logged).toEqual([]);
});

test('of more files than the cap the oldest makes room: a page loaded anew releases nothing', async () => {
  const refusing: ReaderHost = {
    start: (_job, { onEnd }) => {
      setImmediate(() => onEnd({ outOfMemory: true, said: '' }));
      return { kill: () => undefined, memory: () => null };
    },
  };
  const service = await openService({ host: refusing });
  const { sha256: kept } = await readFileOf(service, '题库.csv', csv);
  const read = () => service.channels['bank:read'](requestFor(kept), 'task');
  const open: string[] = [];
  for (let count = 0; count <= limits.openReadings; count += 1) open.push(valueOf(await read()).reading);
  const isOpen = async (reading = ''): Promise<boolean> => {
    try {
      await service.channels['bank:entries'](reading, 0, 1);
      return true;
    } catch {
      return false;
    }
  };
  expect([await isOpen(open[0]), await isOpen(open[1]), await isOpen(open.at(-1))]).toEqual([false, true, true]);
});

test('a copy that was lost is missed and can be chosen again', async () => {
  const service = await openService();
  const { sha256: kept } = await readFileOf(service, '题库.csv', csv);
  await rm(path.join(service.profile, 'sources', kept));
  expect(failureOf(await service.channels['bank:read'](requestFor(kept), 'task')).kind).toBe('place-gone');
  expect((await readFileOf(service, '题库.csv', csv)).sha256).toBe(kept);
});
