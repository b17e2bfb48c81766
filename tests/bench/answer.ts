import type { Page } from '@playwright/test';
import { launch } from '../support/launch.ts';
import { openRandom } from '../support/study.ts';
import { figure, percentile, type Figure } from './figure.ts';
import type { Workshop } from './workshop.ts';

const rounds = 6;
const perRound = 50;

/**
 * An answer until the journal has acknowledged it, against a raw strict put of the same row; the same until 已保存 stands on
 * screen; and the time from the key to the picture.
 */
export async function answerFigures(workshop: Workshop): Promise<Figure[]> {
  const { page, close } = await launch(workshop.profile);
  const times: Record<'put' | 'acknowledged' | 'saved' | 'shown', number[]> = { put: [], acknowledged: [], saved: [], shown: [] };
  await openRandom(page, '党规');
  for (let round = 0; round < rounds; round += 1) {
    times.put.push(...(await rawPuts(page)));
    times.acknowledged.push(...(await acknowledgements(page)));
    console.error(`answer, round ${round + 1} of ${rounds}`);
  }
  for (let round = 0; round < rounds; round += 1) {
    times.saved.push(...(await confirmedAnswers(page)));
    times.shown.push(...(await shownKeys(page)));
    console.error(`answer on screen, round ${round + 1} of ${rounds}`);
  }
  await close();
  const beside = (name: string, samples: readonly number[], share: number, goal: number | null): Figure =>
    figure({
      group: 'answer',
      name,
      value: percentile(samples, share),
      unit: 'ms',
      peer: 'raw IndexedDB put, strict durability',
      peerValue: percentile(times.put, share),
      goal,
      note: `${samples.length} answers, ${times.put.length} puts`,
    });
  return [
    beside('answer-p50', times.acknowledged, 0.5, null),
    beside('answer-p99', times.acknowledged, 0.99, 1.3),
    beside('answer-saved-p50', times.saved, 0.5, null),
    beside('answer-saved-p99', times.saved, 0.99, null),
    figure({
      group: 'answer',
      name: 'key-to-screen-p95',
      value: percentile(times.shown, 0.95),
      unit: 'ms',
      peer: 'one frame of a screen of 60 Hz',
      peerValue: 1000 / 60,
      goal: 1,
      note: `${times.shown.length} keys, p50 ${percentile(times.shown, 0.5).toFixed(1)} ms; until the frame that shows the verdict is drawn`,
    }),
  ];
}

/** What an answer commits, handed to the journal as the window does it. */
function acknowledgements(page: Page): Promise<number[]> {
  return page.evaluate(async (count) => {
    const { bridge } = window as unknown as { readonly bridge: { request(channel: string, text: string): Promise<unknown> } }; // as the preload gives it
    const times: number[] = [];
    for (let place = 0; place < count; place += 1) {
      const ids = { personId: 'person-001', questionId: 'SX-DG-001', section: '党规' };
      const response = {
        revision: '0123456789abcdef',
        answer: { kind: 'options', chosen: [0] },
        correct: true,
        mode: 'random',
        at: Date.now(),
      };
      const memory = { due: Date.now(), stability: 2.3, difficulty: 5.1, scheduledDays: 2, learningSteps: 0, reps: 1, lapses: 0 };
      const schedule = { ...memory, revision: response.revision, state: 'review', lastReview: Date.now() };
      const ops = [
        { table: 'responses', put: { id: crypto.randomUUID(), ...ids, ...response } },
        { table: 'schedules', put: { id: 'person-001:SX-DG-001', ...ids, ...schedule } },
      ];
      const started = performance.now();
      await bridge.request('journal:commit', JSON.stringify([{ what: 'study.answer', ops }]));
      times.push(performance.now() - started);
    }
    return times;
  }, perRound);
}

/** Times from a real key to the frame that shows its verdict. */
async function shownKeys(page: Page): Promise<number[]> {
  await page.evaluate(watchKeys);
  for (let answered = 0; answered < perRound;) {
    const type = await currentType(page);
    if (type === '单选题' || type === '判断题') {
      await page.keyboard.press('a');
      await page.getByText('已保存', { exact: true }).waitFor();
      answered += 1;
    }
    if (type) await page.getByRole('button', { name: '下一题' }).click();
  }
  return page.evaluate(() => (window as unknown as { keyTimes: number[] }).keyTimes.splice(0));
}

/** Runs in the page: notes for each key how long it took until a frame was drawn that holds what the key changed. */
function watchKeys(): void {
  const times: number[] = [];
  Object.assign(window, { keyTimes: times });
  window.addEventListener(
    'keydown',
    ({ key, timeStamp }) => {
      if (key !== 'a') return;
      const observer = new MutationObserver(() => {
        observer.disconnect();
        requestAnimationFrame(() => {
          const afterFrame = new MessageChannel();
          afterFrame.port1.addEventListener('message', () => times.push(performance.now() - timeStamp), { once: true });
          afterFrame.port1.start();
          afterFrame.port2.postMessage(null);
        });
      });
      observer.observe(document.body, { subtree: true, childList: true, attributes: true });
    },
    { capture: true },
  );
}

/** Type of the question on screen; null where the set had come to its end and was begun again. */
async function currentType(page: Page): Promise<string | null> {
  const article = page.getByRole('article');
  const again = page.getByRole('button', { name: '再来一组' });
  await article.or(again).waitFor();
  if (await article.isVisible()) return article.getAttribute('aria-label');
  await again.click();
  return null;
}

/** Times from the key to the word 已保存, measured in the page itself. Only questions that one key answers. */
async function confirmedAnswers(page: Page): Promise<number[]> {
  const times: number[] = [];
  while (times.length < perRound) {
    const type = await currentType(page);
    if (type === '单选题' || type === '判断题') times.push(await page.evaluate(answerAndWait));
    if (type) await page.getByRole('button', { name: '下一题' }).click();
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
