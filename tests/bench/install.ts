import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sanxun } from '../support/cli.ts';
import { addFolderSource } from '../support/packages.ts';
import { launch } from '../support/launch.ts';
import { figure, median, type Figure } from './figure.ts';
import { startProgram, stopProgram, type Program, type Workshop } from './workshop.ts';

const questions = 100_000;
const rounds = 3;
const idleSeconds = 6;

/**
 * Installing 100,000 questions against raw puts of the same rows with the same indexes, and against raw puts of the very
 * blocks; then memory with them installed.
 */
export async function installFigures(workshop: Workshop): Promise<Figure[]> {
  const repository = publishLargeBank(workshop.folder);
  const installs: number[] = [];
  const syncs: number[] = [];
  const puts: number[] = [];
  const blockPuts: number[] = [];
  let profile = '';
  for (let round = 0; round < rounds; round += 1) {
    profile = path.join(workshop.folder, `install-${round}`);
    const { app, page, close } = await launch(profile);
    await page.getByRole('combobox', { name: '单位' }).selectOption({ index: 1 });
    await page.getByRole('combobox', { name: '姓名' }).selectOption({ index: 1 });
    await page.getByRole('button', { name: '开始学习' }).click();
    const started = performance.now();
    await addFolderSource(app, page, repository);
    await page.getByRole('button', { name: '安装', exact: true }).waitFor({ timeout: 120_000 });
    syncs.push(performance.now() - started);
    installs.push(await page.evaluate(installAndWait));
    blockPuts.push(await page.evaluate(rawBlockPuts));
    puts.push(await page.evaluate(rawPuts, questions));
    await close();
    console.error(`install, round ${round + 1} of ${rounds}`);
  }
  const peer = 'raw IndexedDB puts of 100,000 rows with 4 indexes, one relaxed transaction';
  const checked = `verifying, staging and parsing the package before that took ${Math.round(median(syncs))} ms (folder source, fingerprint dialog included)`;
  return [
    figure({
      group: 'install-100k',
      name: 'install-100k',
      value: median(installs),
      unit: 'ms',
      peer,
      peerValue: median(puts),
      goal: 0.05,
      note: `click on 安装 → studyable, ${rounds} interleaved rounds; ${checked}`,
    }),
    figure({
      group: 'install-100k',
      name: 'install-100k-blocks',
      value: median(installs),
      unit: 'ms',
      peer: 'raw IndexedDB puts of the same gzip blocks into one object store, one relaxed transaction',
      peerValue: median(blockPuts),
      goal: 4,
      note: 'the same installs: blocks read, hashed and sent by main, indexes, transaction and settling included',
    }),
    figure({
      group: 'install-100k',
      name: 'sync-and-install-100k',
      value: median(installs.map((install, round) => install + (syncs[round] ?? 0))),
      unit: 'ms',
      peer,
      peerValue: median(puts),
      goal: null,
      note: 'from the choice of the folder to studyable, everything included',
    }),
    await memoryFigure(workshop, profile),
  ];
}

async function memoryFigure(workshop: Workshop, profile: string): Promise<Figure> {
  const profiles: Record<Program, string> = { sanxun: profile, bare: path.join(workshop.folder, 'bare') };
  const samples: Record<Program, number[]> = { sanxun: [], bare: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const program of ['bare', 'sanxun'] as const) {
      const { child } = await startProgram(program, profiles[program]);
      await new Promise((resolve) => setTimeout(resolve, idleSeconds * 1000)); // "idle" is a time by its meaning
      samples[program].push(proportionalMegabytes(child.pid ?? 0));
      await stopProgram(child);
    }
  }
  return figure({
    group: 'memory',
    name: 'memory',
    value: median(samples.sanxun),
    unit: 'MB',
    peer: 'bare Electron window',
    peerValue: median(samples.bare),
    goal: 1.4,
    note: `PSS of all processes, ${idleSeconds} s after the first screen, 100,000 questions installed, ${rounds} interleaved rounds`,
  });
}

/** PSS of a process and all its descendants, from /proc. */
function proportionalMegabytes(parent: number): number {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const [, ppid] = /^\d+ \(.*\) \S (\d+)/s.exec(tryRead(`/proc/${name}/stat`)) ?? [];
    if (ppid) parents.set(Number(name), Number(ppid));
  }
  const isOurs = (pid: number): boolean => pid === parent || (parents.has(pid) && isOurs(parents.get(pid) ?? 0));
  const kilobytes = [...parents.keys()]
    .filter(isOurs)
    .map((pid) => Number(/^Pss:\s+(\d+)/m.exec(tryRead(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0));
  return kilobytes.reduce((sum, one) => sum + one, 0) / 1024;
}

/** A process may end while it is being read. */
function tryRead(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function publishLargeBank(folder: string): string {
  const file = path.join(folder, 'large.csv');
  const header = '板块,题型,题干,选项A,选项B,选项C,选项D,正确答案,解析,依据（文件及条款）,知识点,难度（易/中/难）,题目编码';
  const rows = Array.from({ length: questions }, (_, number) => {
    const section = `示例板块${1 + Math.floor((7 * number) / questions)}`;
    const stem = `示例题干第${number}号：下列关于供电所日常工作记录与归档要求的说法中，符合示例文件规定的是哪一项（  ）。`;
    const options = [0, 1, 2, 3].map((place) => `示例选项${place}，编号${(number * 7 + place) % 9973}`);
    return [
      section,
      '单选题',
      stem,
      ...options,
      'ABCD'[number % 4],
      `示例解析：见示例文件第${number % 90}条。`,
      `示例文件（2026年）第${number % 90}条`,
      `知识点${number % 40}`,
      '中',
      `L-${number}`,
    ].join(',');
  });
  writeFileSync(file, [header, ...rows].join('\n'));
  const repository = path.join(folder, 'large-repository');
  const published = sanxun('publish', '--repo', repository, '--keys', path.join(folder, 'large-keys'), '--bank', file, '--json');
  if (published.status !== 0) throw new Error(published.messages);
  return repository;
}

/** Runs in the page: presses 安装 and waits for the sentence that it is done. */
function installAndWait(): Promise<number> {
  const button = [...document.querySelectorAll('button')].find((one) => one.textContent === '安装');
  return new Promise((resolve) => {
    const started = performance.now();
    const observer = new MutationObserver(() => {
      if (!document.body.textContent?.includes('已安装：')) return;
      observer.disconnect();
      resolve(performance.now() - started);
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    button?.click();
  });
}

/** Runs in the page: the bytes of the installed blocks, put one by one into a store without indexes. */
async function rawBlockPuts(): Promise<number> {
  const opened = (name: string, prepare: (database: IDBDatabase) => void): Promise<IDBDatabase> =>
    new Promise((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.addEventListener('upgradeneeded', () => prepare(opening.result));
      opening.addEventListener('success', () => resolve(opening.result));
      opening.addEventListener('error', () => reject(opening.error as Error));
    });
  const installed = await opened('sanxun', () => undefined);
  const blocks = await new Promise<{ key: string; bytes: Uint8Array }[]>((resolve) => {
    const reading = installed.transaction('blocks').objectStore('blocks').getAll();
    reading.addEventListener('success', () => resolve(reading.result as { key: string; bytes: Uint8Array }[]));
  });
  installed.close();
  const database = await opened('bench-blocks', (fresh) => fresh.createObjectStore('blocks'));
  const started = performance.now();
  await new Promise<void>((resolve, reject) => {
    const transaction = database.transaction('blocks', 'readwrite', { durability: 'relaxed' });
    const store = transaction.objectStore('blocks');
    for (const { key, bytes } of blocks) store.put(bytes, key);
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => reject(transaction.error as Error));
  });
  const took = performance.now() - started;
  database.close();
  await new Promise((resolve) => {
    indexedDB.deleteDatabase('bench-blocks').addEventListener('success', resolve);
  });
  return took;
}

/** Runs in the page: rows of the same shape and size, put one by one into a store with four indexes. */
async function rawPuts(count: number): Promise<number> {
  const row = (number: number) => ({
    id: `L-${number}`,
    section: `示例板块${1 + Math.floor((7 * number) / count)}`,
    topic: `知识点${number % 40}`,
    type: 'single',
    difficulty: 'medium',
    stem: `示例题干第${number}号：下列关于供电所日常工作记录与归档要求的说法中，符合示例文件规定的是哪一项（  ）。`,
    options: [0, 1, 2, 3].map((place) => `示例选项${place}，编号${(number * 7 + place) % 9973}`),
    answer: [number % 4],
    shuffle: true,
    explanation: `示例解析：见示例文件第${number % 90}条。`,
    basis: `示例文件（2026年）第${number % 90}条`,
  });
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('bench-install', 1);
    opening.addEventListener('upgradeneeded', () => {
      const store = opening.result.createObjectStore('questions', { keyPath: 'id' });
      for (const index of ['section', 'topic', 'type', 'difficulty']) store.createIndex(index, index);
    });
    opening.addEventListener('success', () => resolve(opening.result));
    opening.addEventListener('error', () => reject(opening.error as Error));
  });
  const started = performance.now();
  await new Promise<void>((resolve, reject) => {
    const transaction = database.transaction('questions', 'readwrite', { durability: 'relaxed' });
    const store = transaction.objectStore('questions');
    for (let number = 0; number < count; number += 1) store.put(row(number));
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => reject(transaction.error as Error));
  });
  const took = performance.now() - started;
  database.close();
  await new Promise((resolve) => {
    indexedDB.deleteDatabase('bench-install').addEventListener('success', resolve);
  });
  return took;
}
