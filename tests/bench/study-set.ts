import path from 'node:path';
import type { Page } from '@playwright/test';
import type { StudyMode } from '@shared/model/study.ts';
import { chooseFirstPerson, launch } from '../support/launch.ts';
import { addFolderSource, installFound } from '../support/packages.ts';
import { figure, median, percentile, type Figure } from './figure.ts';
import { publishBank } from './install.ts';
import type { Workshop } from './workshop.ts';

const questions = 100_000;
const answers = 20_000;
const rounds = 7;
/** Milliseconds from the click to the first question of a set. */
const goal = 100;
/** Milliseconds from a key to the results. */
const searchGoal = 100;

const sets: readonly (readonly [StudyMode, string])[] = [
  ['sequential', '#/study/set/sequential'],
  ['sequential', '#/study/set/sequential/section%3D示例板块4'],
  ['random', '#/study/set/random'],
  ['recite', '#/study/set/recite/section%3D示例板块7/topic%3D知识点7'],
  ['due', '#/study/set/due'],
  ['mistakes', '#/study/set/mistakes'],
  ['favourites', '#/study/set/favourites'],
  ['unseen', '#/study/set/unseen'],
  ['weak', '#/study/set/weak'],
  ['repair', '#/study/set/repair'],
  ['today', '#/study/set/today'],
];

/** Opening every kind of set over 100,000 installed questions, against reading the bare rows of their index; then searching them as one types. */
export async function studySetFigures(workshop: Workshop): Promise<Figure[]> {
  const profile = path.join(workshop.folder, 'study-set');
  await prepare(workshop.folder, profile);
  const { page, close } = await launch(profile);
  const times = new Map(sets.map(([, address]) => [address, [] as number[]]));
  const bare: number[] = [];
  const tasks: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    bare.push(await page.evaluate(readBareRows));
    await page.evaluate(watchTasks);
    for (const [, address] of sets) times.get(address)?.push(await page.evaluate(openAndWait, address));
    tasks.push(await page.evaluate(longestTask));
    console.error(`study-set, round ${round + 1} of ${rounds}`);
  }
  const longest = Math.max(...tasks);
  const search = await searchFigure(page);
  await close();
  const medians = [...times].map(([address, samples]) => [decodeURIComponent(address.slice(12)), median(samples)] as const);
  const value = Math.max(...medians.map(([, time]) => time));
  const first = Math.max(...[...times.values()].map(([time = 0]) => time));
  const all = medians.map(([name, time]) => `${name} ${Math.round(time)}`).join(', ');
  const note = `the slowest set of: ${all} (ms); slowest first opening ${Math.round(first)} ms; ${answers} answers given before; longest task ${Math.round(longest)} ms; the goal is in ms`;
  const measured = { group: 'study-set', name: 'study-set', value, unit: 'ms', peer: 'reading the bare rows of the index' } as const;
  return [{ ...figure({ ...measured, peerValue: median(bare), goal: null, note }), goal, met: value <= goal }, search];
}

async function prepare(folder: string, profile: string): Promise<void> {
  const repository = path.join(folder, 'study-repository');
  publishBank(folder, repository, { name: 'study', count: questions });
  const { app, page, close } = await launch(profile);
  await chooseFirstPerson(page);
  await addFolderSource(app, page, repository);
  await installFound(page);
  await page.evaluate(giveAnswers, answers);
  await close(); // what the journal has and the database lacks is brought in at the next start
}

/** Runs in the page: writes answers, schedules, mistakes and favourites to the journal, as months of study leave them. */
async function giveAnswers(count: number): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open('sanxun');
    opening.addEventListener('success', () => resolve(opening.result));
  });
  const rows = await new Promise<{ section: string; ids: string; revisions: string }[]>((resolve) => {
    const reading = database.transaction('indexes').objectStore('indexes').getAll();
    reading.addEventListener('success', () => resolve(reading.result as { section: string; ids: string; revisions: string }[]));
  });
  database.close();
  const { bridge } = window as unknown as { readonly bridge: { request(channel: string, ...args: readonly string[]): Promise<unknown> } }; // as the preload gives it
  const { personId } = (await bridge.request('settings:get')) as { personId: string };
  const known = rows.flatMap(({ section, ids, revisions }) =>
    ids.split('\n').map((questionId, place) => ({ section, questionId, revision: revisions.slice(16 * place, 16 * place + 16) })),
  );
  const now = Date.now();
  for (let number = 0; number < count; number += 1_000) {
    const ops = Array.from({ length: 1_000 }, (_, place) => {
      const at = now - (count - number - place) * 60_000;
      const { section, questionId, revision } = known[((number + place) * 37) % known.length]!;
      const ids = { id: `${personId}:${questionId}`, personId, questionId, section };
      const correct = (number + place) % 4 !== 0;
      const memory = { due: at + 86_400_000, stability: 2.3, difficulty: 5.1, scheduledDays: 2, learningSteps: 0, reps: 1, lapses: 0 };
      const answer = { kind: 'options', chosen: [0] };
      return [
        { table: 'responses', put: { ...ids, id: `${questionId}-${at}`, revision, answer, correct, mode: 'random', at } },
        { table: 'schedules', put: { ...ids, ...memory, revision, state: 'review', lastReview: at } },
        ...(correct ? [] : [{ table: 'mistakes', put: { ...ids, wrongCount: 1, rightInARow: 0, state: 'open', lastAt: at } }]),
        ...(place % 5 === 0 ? [{ table: 'questionMarks', put: { id: ids.id, personId, questionId, favourite: true, note: '', at } }] : []),
      ];
    }).flat();
    await bridge.request('journal:commit', JSON.stringify([{ what: 'study.answer', ops }]));
  }
}

/** Runs in the page: what any set has to read at least once. */
async function readBareRows(): Promise<number> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open('sanxun');
    opening.addEventListener('success', () => resolve(opening.result));
  });
  const started = performance.now();
  await new Promise<void>((resolve) => {
    const reading = database.transaction('indexes').objectStore('indexes').getAll();
    reading.addEventListener('success', () => resolve());
  });
  const took = performance.now() - started;
  database.close();
  return took;
}

/** Runs in the page: from the start page of study into a set, until its first question stands there. */
async function openAndWait(address: string): Promise<number> {
  const until = (selector: string): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (!document.querySelector(selector)) return;
        observer.disconnect();
        resolve();
      };
      const observer = new MutationObserver(look);
      observer.observe(document.body, { subtree: true, childList: true });
      look();
    });
  window.location.hash = '#/study';
  await until('.study-ways');
  await new Promise((resolve) => setTimeout(resolve, 400)); // what the start page counts is another matter
  const started = performance.now();
  window.location.hash = address;
  await until('main article');
  return performance.now() - started;
}

/** Types words of the questions and takes the time from each key until its results are marked in the list. */
async function searchFigure(page: Page): Promise<Figure> {
  const started = performance.now();
  await page.evaluate(() => void (window.location.hash = '#/study/search'));
  await page.getByRole('searchbox').fill('示例');
  await page.getByText(/^搜到 1\d{5} 题$/).waitFor({ timeout: 60_000 }); // all of them, and the few that come with the program
  const readIn = performance.now() - started;
  await page.evaluate(watchTasks);
  const keys: number[] = [];
  for (const word of ['工作记录', '归档要求', '编号99', '第88条', '知识点3', '规定 编号123', '第1234号', '供电所日常']) {
    keys.push(...(await page.evaluate(typeAndWait, word)));
  }
  const longest = await page.evaluate(longestTask);
  const filtering = await page.evaluate(() => {
    const texts = Array.from({ length: 100_000 }, (_, number) =>
      `示例题干第${number}号：下列关于供电所日常工作记录与归档要求的说法`.repeat(3),
    );
    return [1, 2, 3].map((digit) => {
      const from = performance.now();
      texts.filter((text) => text.includes(`第9${digit}`));
      return performance.now() - from;
    });
  });
  const value = percentile(keys, 0.95);
  const note = `${keys.length} keys over ${questions} installed questions, p50 ${median(keys).toFixed(1)} ms, from the key to the marked list in the window; longest task ${Math.round(longest)} ms; banks read in after ${Math.round(readIn)} ms; the goal is in ms`;
  const measured = {
    group: 'study-set',
    name: 'study-search-p95',
    value,
    unit: 'ms',
    peer: 'filter of an array of as many texts',
  } as const;
  return { ...figure({ ...measured, peerValue: median(filtering), goal: null, note }), goal: searchGoal, met: value <= searchGoal };
}

/** Runs in the page. */
async function typeAndWait(word: string): Promise<number[]> {
  const field = document.querySelector<HTMLInputElement>('input[type=search]')!;
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!;
  const type = (text: string): void => {
    set.call(field, text);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const times: number[] = [];
  for (let length = 1; length <= word.length; length += 1) {
    const text = word.slice(0, length);
    const last = text.trim().split(' ').at(-1) ?? '';
    const isShown = (): boolean => {
      const marks = [...document.querySelectorAll('.study-list mark')];
      return field.value === text && marks.some((mark) => mark.textContent === last);
    };
    const started = performance.now();
    await new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        if (!isShown()) return;
        observer.disconnect();
        resolve();
      });
      observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      type(text);
      if (text !== text.trim()) resolve(); // a space alone changes nothing
    });
    if (text === text.trim()) times.push(performance.now() - started);
    await new Promise((resolve) => setTimeout(resolve, 60)); // between two keys of a fast typist
  }
  return times;
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
function longestTask(): number {
  const { longest } = globalThis as unknown as { readonly longest: { readonly ms: number } }; // see watchTasks
  return longest.ms;
}
