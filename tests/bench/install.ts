import { cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sanxun } from '../support/cli.ts';
import { addFolderSource, installFound, openPackages } from '../support/packages.ts';
import { chooseFirstPerson, launch } from '../support/launch.ts';
import { figure, median, type Figure } from './figure.ts';
import { startProgram, stopProgram, type Program, type Workshop } from './workshop.ts';

const questions = 100_000;
const rounds = 3;
const idleSeconds = 6;

/**
 * From 检查更新 to studyable for 100,000 questions, against raw puts of the same rows with the same indexes; the
 * installation alone against raw puts of the very blocks; then memory with them installed.
 */
export async function installFigures(workshop: Workshop): Promise<Figure[]> {
  const repository = publishBanks(workshop.folder);
  const laps: Lap[] = [];
  let profile = '';
  for (let round = 0; round < rounds; round += 1) {
    profile = path.join(workshop.folder, `install-${round}`);
    laps.push(await oneLap(profile, repository));
    console.error(`install, round ${round + 1} of ${rounds}: ${JSON.stringify(laps.at(-1))}`);
  }
  const of = (part: (lap: Lap) => number): number => median(laps.map(part));
  const peer = 'raw IndexedDB puts of 100,000 rows with 4 indexes, one relaxed transaction';
  const busy = `longest task of the window ${Math.round(of(({ longestTask }) => longestTask))} ms`;
  const loop = `longest delay of main's event loop ${Math.round(of(({ longestDelay }) => longestDelay))} ms`;
  return [
    figure({
      group: 'install-100k',
      name: 'install-100k',
      value: of(({ check, install }) => check + install),
      unit: 'ms',
      peer,
      peerValue: of(({ puts }) => puts),
      goal: 0.05,
      note:
        `检查更新 of a known folder source → 安装 shows (${Math.round(of(({ check }) => check))} ms: metadata, copying, hashing, parsing, ` +
        `staging) and click on 安装 → studyable (${Math.round(of(({ install }) => install))} ms); ${rounds} interleaved rounds; ${busy}; ${loop}`,
    }),
    figure({
      group: 'install-100k',
      name: 'install-100k-blocks',
      value: of(({ install }) => install),
      unit: 'ms',
      peer: 'raw IndexedDB puts of the same gzip blocks into one object store, one relaxed transaction',
      peerValue: of(({ blockPuts }) => blockPuts),
      goal: 4,
      note: 'click on 安装 → studyable in the same rounds: blocks read, hashed and sent by main, indexes, transaction and settling included',
    }),
    await memoryFigure(workshop, profile),
  ];
}

/** Times of one round (ms). */
interface Lap {
  readonly check: number;
  readonly install: number;
  readonly blockPuts: number;
  readonly puts: number;
  readonly longestTask: number;
  readonly longestDelay: number;
}

/** A source that is known and has brought a small bank offers the large one. */
async function oneLap(profile: string, { before, after }: Banks): Promise<Lap> {
  const source = `${profile}-source`;
  cpSync(before, source, { recursive: true });
  const { app, page, close } = await launch(profile);
  await chooseFirstPerson(page);
  await addFolderSource(app, page, source);
  await installFound(page);
  cpSync(after, source, { recursive: true });
  await openPackages(page, '更新');
  await page.evaluate(watchTasks);
  await app.evaluate(watchLoop);
  const check = await page.evaluate(pressAndWait, ['检查更新', { button: '安装' }] as const);
  const install = await page.evaluate(pressAndWait, ['安装', { sentence: '已安装：' }] as const);
  const longestDelay = await app.evaluate(longestDelayOfLoop);
  const longestTask = await page.evaluate(longestTaskOfWindow);
  const blockPuts = await page.evaluate(rawBlockPuts);
  const puts = await page.evaluate(rawPuts, questions);
  await close();
  return { check, install, blockPuts, puts, longestTask, longestDelay };
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

/** A repository that offers a small bank, and the same one later: with a large bank beside it. */
interface Banks {
  readonly before: string;
  readonly after: string;
}

function publishBanks(folder: string): Banks {
  const after = path.join(folder, 'large-repository');
  const before = path.join(folder, 'small-repository');
  publishBank(folder, after, { name: 'small', count: 20 });
  cpSync(after, before, { recursive: true });
  publishBank(folder, after, { name: 'large', count: questions });
  return { before, after };
}

export function publishBank(folder: string, repository: string, { name, count }: { readonly name: string; readonly count: number }): void {
  const file = path.join(folder, `${name}.csv`);
  const header = '板块,题型,题干,选项A,选项B,选项C,选项D,正确答案,解析,依据（文件及条款）,知识点,难度（易/中/难）,题目编码';
  const rows = Array.from({ length: count }, (_, number) => {
    const section = `示例板块${1 + Math.floor((7 * number) / count)}`;
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
      `${name}-${number}`,
    ].join(',');
  });
  writeFileSync(file, [header, ...rows].join('\n'));
  const keys = path.join(folder, 'large-keys');
  const published = sanxun('publish', '--repo', repository, '--keys', keys, '--name', name, '--bank', file, '--json');
  if (published.status !== 0) throw new Error(published.messages);
}

type Awaited = { readonly button: string } | { readonly sentence: string };

/** Runs in the page: presses a button and waits for another one, or for a sentence. */
function pressAndWait([pressed, awaited]: readonly [string, Awaited]): Promise<number> {
  const button = (name: string) => [...document.querySelectorAll('button')].find((one) => one.textContent === name);
  const isThere = () => ('button' in awaited ? button(awaited.button) : document.body.textContent?.includes(awaited.sentence));
  return new Promise((resolve) => {
    const started = performance.now();
    const observer = new MutationObserver(() => {
      if (!isThere()) return;
      observer.disconnect();
      resolve(performance.now() - started);
    });
    button(pressed)?.click();
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}

/** Runs in the page: notes from now on how long its longest task takes. Tasks under 50 ms are not told: they count as none. */
function watchTasks(): void {
  const longest = { ms: 0 };
  new PerformanceObserver((list) => {
    longest.ms = Math.max(longest.ms, ...list.getEntries().map(({ duration }) => duration));
  }).observe({ entryTypes: ['longtask'] });
  Object.assign(globalThis, { longest });
}

/** Runs in the page. */
function longestTaskOfWindow(): number {
  const { longest } = globalThis as unknown as { readonly longest: { readonly ms: number } }; // see watchTasks
  return longest.ms;
}

/** Runs in main: measures from now on how late its event loop is. */
function watchLoop(): void {
  const loopDelay = process.getBuiltinModule('node:perf_hooks').monitorEventLoopDelay({ resolution: 5 });
  loopDelay.enable();
  Object.assign(globalThis, { loopDelay });
}

/** Runs in main. */
function longestDelayOfLoop(): number {
  const { loopDelay } = globalThis as unknown as { readonly loopDelay: { readonly max: number } }; // see watchLoop
  return loopDelay.max / 1e6;
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
    reading.addEventListener('success', () =>
      resolve((reading.result as { key: string; bytes: Uint8Array }[]).filter(({ key }) => key.startsWith('large/'))),
    );
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
