import type { Page } from '@playwright/test';
import { launch } from '../support/launch.ts';
import { openRandom } from '../support/study.ts';
import { figure, percentile, type Figure } from './figure.ts';
import type { Workshop } from './workshop.ts';

const rounds = 6;
const perRound = 50;

/** One confirmed answer (key → 已保存 on screen, journal acknowledged) against a raw strict put of the same row. */
export async function answerFigures(workshop: Workshop): Promise<Figure[]> {
  const { page, close } = await launch(workshop.profile);
  const answers: number[] = [];
  const puts: number[] = [];
  await openRandom(page, '党规');
  for (let round = 0; round < rounds; round += 1) {
    puts.push(...(await rawPuts(page)));
    answers.push(...(await confirmedAnswers(page)));
    console.error(`answer, round ${round + 1} of ${rounds}`);
  }
  await close();
  const note = `${answers.length} answers, ${puts.length} puts, interleaved`;
  return (
    [
      ['p50', 0.5],
      ['p99', 0.99],
    ] as const
  ).map(([name, share]) =>
    figure({
      group: 'answer',
      name: `answer-${name}`,
      value: percentile(answers, share),
      unit: 'ms',
      peer: 'raw IndexedDB put, strict durability',
      peerValue: percentile(puts, share),
      goal: 1.5,
      note,
    }),
  );
}

/** Times from the key to the word 已保存, measured in the page itself. Only questions that one key answers. */
async function confirmedAnswers(page: Page): Promise<number[]> {
  const times: number[] = [];
  while (times.length < perRound) {
    const article = page.getByRole('article');
    await article.or(page.getByRole('button', { name: '再来一组' })).waitFor();
    if (!(await article.isVisible())) {
      await page.getByRole('button', { name: '再来一组' }).click();
      continue;
    }
    const type = await article.getAttribute('aria-label');
    if (type === '单选题' || type === '判断题') times.push(await page.evaluate(answerAndWait));
    await page.getByRole('button', { name: '下一题' }).click();
  }
  return times;
}

/** Runs in the page. */
function answerAndWait(): Promise<number> {
  return new Promise((resolve) => {
    const isSaved = (): boolean => document.querySelector('.study-saving')?.textContent === '已保存';
    const started = performance.now();
    const observer = new MutationObserver(() => {
      if (!isSaved()) return;
      observer.disconnect();
      resolve(performance.now() - started);
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }));
  });
}

/** The same row put alone into a database of its own, one transaction each. */
function rawPuts(page: Page): Promise<number[]> {
  return page.evaluate(async (count) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('bench-answer', 1);
      opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('rows', { keyPath: 'id' }));
      opening.addEventListener('success', () => resolve(opening.result));
      opening.addEventListener('error', () => reject(opening.error as Error));
    });
    const times: number[] = [];
    for (let place = 0; place < count; place += 1) {
      const row = {
        id: crypto.randomUUID(),
        personId: 'person-001',
        questionId: 'SX-DG-001',
        section: '党规',
        revision: '0123456789abcdef',
        answer: { kind: 'options', chosen: [0] },
        correct: true,
        mode: 'random',
        at: Date.now(),
      };
      const started = performance.now();
      await new Promise<void>((resolve, reject) => {
        const transaction = database.transaction('rows', 'readwrite', { durability: 'strict' });
        transaction.objectStore('rows').put(row);
        transaction.addEventListener('complete', () => resolve());
        transaction.addEventListener('abort', () => reject(transaction.error as Error));
      });
      times.push(performance.now() - started);
    }
    database.close();
    return times;
  }, perRound);
}
