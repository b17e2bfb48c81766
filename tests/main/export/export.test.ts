import { execFileSync } from 'node:child_process';
import { appendFileSync, chmodSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { exportReports } from '../../../main/export/export.ts';
import { prove, VerifyMismatch } from '../../../main/export/proven-file.ts';
import { contents, report, request, slowPdf } from './fixture.ts';

const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
let place: string;
let folder: string;
let mounted: boolean;

beforeEach(() => {
  place = path.join(mkdtempSync(path.join(os.tmpdir(), 'sanxun-export-')), '盘');
  folder = path.join(place, '上报材料');
  mounted = false;
  mkdirSync(place);
});

afterEach(() => {
  if (mounted) execFileSync('umount', [place]);
  rmSync(path.dirname(place), { recursive: true, force: true });
});

function mountSmallDisk(size: string): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', place]);
  mounted = true;
}

test('every file stands under its name, as listed and as promised, and nothing else', async () => {
  const steps: string[] = [];
  const outcome = await exportReports(request(place, { progress: ({ phase, done, total }) => steps.push(`${phase} ${done}/${total}`) }));
  if (!outcome.ok) throw new Error(outcome.failure.kind);
  const { files, folderLabel, removable } = outcome.value;
  const { '校验清单.txt': _list, ...others } = contents(folder);
  expect(Object.fromEntries(files.map(({ name, sha256 }) => [name, sha256]))).toEqual(others);
  expect(Object.keys(others).sort()).toEqual(['成绩汇总表.pdf', '成绩汇总表.xlsx', '推进计划表.pdf', '推进计划表.xlsx']);
  expect({ folderLabel, removable }).toEqual({ folderLabel: '盘/上报材料', removable: false });
  const list = readFileSync(path.join(folder, '校验清单.txt'), 'utf8');
  for (const { name, bytes, sha256 } of files) expect(list).toContain(`文件：${name}\r\n字节：${bytes}\r\nSHA-256：${sha256}\r\n`);
  expect([steps[0], steps.at(-1)]).toEqual(['write 0/4', 'verify 5/5']);
});

test('a second export replaces the files of the first', async () => {
  await exportReports(request(place));
  const before = contents(folder);
  const outcome = await exportReports(request(place, { reports: [report('成绩汇总表', 2)] }));
  expect(outcome.ok).toBe(true);
  const after = contents(folder);
  expect(Object.keys(after)).toEqual(Object.keys(before));
  const changed = Object.keys(after).filter((name) => after[name] !== before[name]);
  expect(changed.sort()).toEqual(['成绩汇总表.pdf', '成绩汇总表.xlsx', '校验清单.txt']);
});

test('reports of the same name get files of their own', async () => {
  const outcome = await exportReports(request(place, { reports: [report('a/表'), report('A表')], formats: ['xlsx'] }));
  expect(outcome.ok && outcome.value.files.map(({ name }) => name)).toEqual(['a表.xlsx', 'A表(2).xlsx']);
});

test('a name that points elsewhere stays inside the place', async () => {
  const outcome = await exportReports(request(place, { name: '../../外面', formats: ['xlsx'] }));
  expect(outcome.ok && outcome.value.folderLabel).toBe('盘/外面');
  expect(Object.keys(contents(path.join(place, '外面')))).toHaveLength(3);
});

test('cancelled in the second file: it is finished, the third is not begun, and no list promises more', async () => {
  const cancel = new AbortController();
  const outcome = await exportReports(request(place, { signal: cancel.signal, progress: ({ done }) => done === 1 && cancel.abort() }));
  expect(outcome).toEqual({ ok: false, failure: { kind: 'cancelled', subject: '上报材料' } });
  expect(Object.keys(contents(folder)).sort()).toEqual(['成绩汇总表.pdf', '成绩汇总表.xlsx']);
});

test('a place that is not there is said to be gone', async () => {
  const outcome = await exportReports(request(path.join(place, '没有')));
  expect(outcome).toEqual({ ok: false, failure: { kind: 'place-gone', subject: '没有' } });
});

test('a place that goes away in the middle is said to be gone', async () => {
  const outcome = await exportReports(request(place, { progress: ({ done }) => done === 2 && renameSync(place, `${place}-gone`) }));
  expect(outcome).toEqual({ ok: false, failure: { kind: 'place-gone', subject: '推进计划表.xlsx' } });
  renameSync(`${place}-gone`, place);
  expect(Object.keys(contents(folder)).sort()).toEqual(['成绩汇总表.pdf', '成绩汇总表.xlsx']);
});

test('a file that changes on the medium is found out and taken away', async () => {
  const spoil = path.join(folder, '成绩汇总表.pdf');
  const outcome = await exportReports(
    request(place, { progress: ({ phase, done }) => phase === 'verify' && done === 0 && appendFileSync(spoil, 'x') }),
  );
  expect(outcome).toEqual({ ok: false, failure: { kind: 'verify-mismatch', subject: '成绩汇总表.pdf' } });
  expect(contents(folder)).not.toHaveProperty('成绩汇总表.pdf');
  expect(contents(folder)).toHaveProperty('推进计划表.pdf');
});

test('reading back names the difference', async () => {
  const file = path.join(place, 'f');
  writeFileSync(file, 'abc');
  await expect(prove(file, 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')).resolves.toBeUndefined();
  await expect(prove(file, '00')).rejects.toThrow(VerifyMismatch);
});

test.runIf(isRoot)('a stick that leaves an empty mount point behind: nothing is written there, and nothing called exported', async () => {
  mountSmallDisk('4m');
  const pulledOut = async (html: string): Promise<Uint8Array> => {
    if (mounted) execFileSync('umount', [place]);
    mounted = false;
    return slowPdf(html);
  };
  const outcome = await exportReports(request(place, { pdf: pulledOut }));
  expect(outcome).toEqual({ ok: false, failure: { kind: 'place-gone', subject: '盘' } });
  expect(contents(place)).toEqual({});
});

test.runIf(isRoot)('a disk that is too small is refused before anything is written', async () => {
  mountSmallDisk('512k');
  const outcome = await exportReports(request(place));
  expect(outcome).toEqual({ ok: false, failure: { kind: 'disk-full', subject: '盘' } });
  expect(contents(place)).toEqual({});
});

test.runIf(isRoot)('a disk that fills up on the way: no half file, the old edition stays', async () => {
  mountSmallDisk('4m');
  const first = await exportReports(request(place));
  expect(first.ok).toBe(true);
  const before = contents(folder);
  const fill = ({ phase, done }: { phase: string; done: number }): void => {
    if (phase === 'write' && done === 1)
      writeFileSync(path.join(place, 'filler'), new Uint8Array(statfsSync(place).bavail * 4096 - 100_000));
  };
  const outcome = await exportReports(request(place, { reports: [report('成绩汇总表', 2)], pdf: slowPdf, progress: fill }));
  expect(outcome).toEqual({ ok: false, failure: { kind: 'disk-full', subject: '成绩汇总表.pdf' } });
  const { '成绩汇总表.xlsx': newEdition, ...after } = contents(folder);
  const { '成绩汇总表.xlsx': oldEdition, '校验清单.txt': _list, ...kept } = before;
  expect(after).toEqual(kept);
  expect(newEdition).not.toBe(oldEdition);
});

test.runIf(process.platform === 'linux')('a read-only place is named as what it is', async () => {
  if (isRoot) {
    mountSmallDisk('4m');
    execFileSync('mount', ['-o', 'remount,ro', place]);
  } else chmodSync(place, 0o500);
  const outcome = await exportReports(request(place));
  expect(outcome).toEqual({ ok: false, failure: { kind: isRoot ? 'read-only' : 'no-permission', subject: '盘' } });
});
