import { execFileSync } from 'node:child_process';
import { chmod, mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { importQuestions, readSourcePages } from '../../../main/import/index.ts';
import { forkHost, forkHostWith } from '../../../main/import/reader-process/fork-host.ts';
import type { ReaderHost, ReaderListener } from '../../../main/import/reader-process/host.ts';
import type { Job, Message } from '../../../main/import/reader-process/messages.ts';
import { limits } from '../../../main/limits.ts';
import { problemsOf, temporaryFile } from './workbook.ts';

const csv = '题干,答案\n一比二大,错\n二比一大,对\n';

/** Processes that this one has started and that are still there. */
function children(): string[] {
  if (process.platform !== 'linux') return [];
  const lines = execFileSync('ps', ['-o', 'args=', '--ppid', String(process.pid)], { encoding: 'utf8' }).split('\n');
  return lines.filter((line) => line.includes('reader-process'));
}

test('a file is read in a process of its own, of which nothing is left', async () => {
  const file = await temporaryFile('题库.csv', csv);
  const reading = await importQuestions(file, { section: '常识' });
  expect(reading).toMatchObject({ file: '题库.csv', format: 'csv', encoding: 'utf-8', fault: '', problems: [] });
  expect(reading.questions.map(({ row, question }) => [row, question.stem, question.section])).toEqual([
    [2, '一比二大', '常识'],
    [3, '二比一大', '常识'],
  ]);
  expect(children()).toEqual([]);
});

test('a bank of many pages arrives whole and in order, and its progress is told', async () => {
  const lines = Array.from({ length: 4_321 }, (_, place) => `第 ${place + 1} 个数是偶数,${place % 2 === 1 ? '对' : '错'}`);
  const steps: (readonly [number, number])[] = [];
  const file = await temporaryFile('题库.csv', `题干,答案\n${lines.join('\n')}\n`);
  const { questions, accounted } = await importQuestions(file, { onProgress: (done, total) => steps.push([done, total]) });
  expect(accounted).toEqual({ source: 4_322, questions: 4_321, headings: 1, refused: 0, ignored: 0 });
  expect(questions.map(({ row }) => row)).toEqual(lines.map((_, place) => place + 2));
  expect(steps[0]).toEqual([0, 4_321]);
  expect(steps.at(-1)).toEqual([4_321, 4_321]);
});

test('the rows of the source come as they stand', async () => {
  const pages = await readSourcePages(await temporaryFile('题库.csv', csv), null);
  if ('code' in pages) throw new Error(pages.message);
  expect(pages.map(({ sheet, first, last }) => ({ sheet, first, last }))).toEqual([{ sheet: null, first: 1, last: 3 }]);
  expect(JSON.parse(Buffer.from(pages[0]!.json).toString())).toEqual([
    { row: 1, cells: ['题干', '答案'] },
    { row: 2, cells: ['一比二大', '错'] },
    { row: 3, cells: ['二比一大', '对'] },
  ]);
});

test('cancelling ends the process and throws the reason', async () => {
  const controller = new AbortController();
  const file = await temporaryFile('题库.csv', csv);
  const reading = importQuestions(file, { signal: controller.signal });
  setTimeout(() => controller.abort(), 30);
  await expect(reading).rejects.toThrow('aborted');
  expect(children()).toEqual([]);
  await expect(importQuestions(file, { signal: AbortSignal.abort() })).rejects.toThrow('aborted');
});

test('files that cannot be opened start no process and say why', async () => {
  const never: ReaderHost = {
    start: () => {
      throw new Error('a process was started');
    },
  };
  const refusal = async (file: string): Promise<string | undefined> => (await importQuestions(file, { host: never })).problems[0]?.message;
  const file = await temporaryFile('题库.csv', csv);
  const folder = path.join(path.dirname(file), '题库.xlsx');
  await mkdir(folder);
  expect(await refusal(folder)).toBe('这是文件夹，请选择其中的文件。');
  expect(await refusal(path.join(folder, '没有.xlsx'))).toBe('找不到这个文件，可能已被移走或改名。');
  expect(await refusal(await temporaryFile('~$题库.docx', 'x'))).toBe('这是办公软件打开文件时留下的临时文件，请选择原文件。');
  expect(await refusal(await temporaryFile('空.docx', ''))).toBe('文件是空的。');
});

test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('a file that may not be read says so', async () => {
  const file = await temporaryFile('题库.csv', csv);
  await chmod(file, 0o000);
  expect((await importQuestions(file)).problems[0]?.message).toBe('没有权限打开这个文件。');
});

/** A real reader process, before whose start something happens to the file. */
const after = (step: () => Promise<void>): ReaderHost => ({
  start(job, listener) {
    let started: ReturnType<ReaderHost['start']> | null = null;
    void step().then(() => (started = forkHost.start(job, listener)));
    return { kill: () => started?.kill(), memory: () => started?.memory() ?? null };
  },
});

test('a file that vanishes while it is being read is refused', async () => {
  const file = await temporaryFile('题库.csv', csv);
  const reading = await importQuestions(file, { host: after(() => rm(file)) });
  expect(problemsOf(reading)).toEqual(['#0 error file-unreadable']);
});

/** A host whose process does what the test says, so that every way to end can be tried. */
function acting(act: (listener: ReaderListener, job: Job) => void, memory: number | null = null) {
  const killed: boolean[] = [];
  const host: ReaderHost = {
    start(job, listener) {
      act(listener, job);
      const kill = (): void => {
        killed.push(true);
        setImmediate(() => listener.onEnd({ outOfMemory: false, said: '' }));
      };
      return { kill, memory: () => memory };
    },
  };
  return { host, killed };
}
const speak = (...messages: readonly Message[]) =>
  acting(({ onMessage }) => setImmediate(() => messages.forEach((message) => onMessage(message))));

test('a process that crashes, grows too large or runs out of memory refuses the file', async () => {
  const file = await temporaryFile('题库.csv', csv);
  const sentence = async (host: ReaderHost): Promise<readonly (string | undefined)[]> => {
    const { problems } = await importQuestions(file, { host });
    return [problems[0]?.code, problems[0]?.message.split('。')[0]];
  };
  const ending = (outOfMemory: boolean) => acting(({ onEnd }) => setImmediate(() => onEnd({ outOfMemory, said: '' }))).host;
  expect(await sentence(ending(false))).toEqual(['file-too-demanding', '读取这个文件时程序中断']);
  expect(await sentence(ending(true))).toEqual(['file-too-demanding', '读取这个文件需要的内存太多，已停止']);
  const growing = acting(() => undefined, limits.importMemory + 1);
  expect(await sentence(growing.host)).toEqual(['file-too-demanding', '读取这个文件需要的内存太多，已停止']);
  expect(growing.killed).toEqual([true]);
});

test('what a process said before it broke off is kept for the log', async () => {
  const { host } = acting(({ onEnd }) => setImmediate(() => onEnd({ outOfMemory: false, said: 'Segmentation fault' })));
  expect((await importQuestions(await temporaryFile('题库.csv', csv), { host })).fault).toBe('the reader broke off: Segmentation fault');
});

test('a bug of a reader refuses the file with its reason for the log', async () => {
  const reading = await importQuestions(await temporaryFile('题库.csv', csv), {
    host: speak({ kind: 'fault', reason: 'Error: three rows' }).host,
  });
  expect(problemsOf(reading)).toEqual(['#0 error file-unreadable']);
  expect(reading.fault).toBe('Error: three rows');
});

test('a file that asks for more memory than the cap ends with a sentence', async () => {
  const lines = Array.from({ length: 20_000 }, (_, place) => `第 ${place + 1} 个数是偶数,对`);
  const file = await temporaryFile('题库.csv', `题干,答案\n${lines.join('\n')}\n`);
  const { problems } = await importQuestions(file, { host: forkHostWith(20_000_000) });
  expect(problems.map(({ message }) => message.split('。')[0])).toEqual(['读取这个文件需要的内存太多，已停止']);
  expect(children()).toEqual([]);
});
