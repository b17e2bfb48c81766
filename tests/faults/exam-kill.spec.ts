import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test, type Page } from '@playwright/test';
import { answersOfRecord, checkRecord } from '@shared/exam/quarterly/record.ts';
import type { Attempt, AttemptAnswer } from '@shared/model/exam.ts';
import type { ExamEvent } from '@shared/model/exam-record.ts';
import type { Answer, Question } from '@shared/model/question.ts';
import { beginExam, installExam, publishExam } from '../support/exam-package.ts';
import { chooseFirstPerson, launch, temporaryFolder, type Running } from '../support/launch.ts';
import { readTable } from '../support/work-rows.ts';

/** The long form is SANXUN_KILLS=300: half of them in a mock test, half in an exam. */
const kills = Math.ceil(Number(process.env.SANXUN_KILLS ?? 10) / 2);

/** So much of a person's time may a kill cost, or give (ms). */
const mostLostMs = 5_000;

/** What was tried for one question, oldest first, and which of it was last shown as saved. */
interface Tried {
  readonly answers: (Answer | null)[];
  confirmed: number;
}

/** Everything the disk has of the one sitting. */
interface Kept {
  readonly attempt: Attempt;
  readonly answers: ReadonlyMap<string, Answer | null>;
  readonly elapsedMs: number;
  readonly events: readonly ExamEvent[];
}

async function keptIn(page: Page): Promise<Kept> {
  const [attempts, answers, clocks, events] = await Promise.all(
    ['attempts', 'attemptAnswers', 'attemptClocks', 'examEvents'].map((table) => readTable(page, table)),
  );
  const attempt = attempts?.[0] as unknown as Attempt; // a profile of the test holds one
  const rows = answers as unknown as readonly AttemptAnswer[];
  return {
    attempt,
    answers: new Map(rows.map(({ questionId, answer }) => [questionId, answer])),
    elapsedMs: Number(clocks?.[0]?.['elapsedMs']),
    events: (events as unknown as readonly ExamEvent[]).toSorted((one, other) => one.n - other.n),
  };
}

/** Walks over the paper and answers each question with another key than the round before, until the program dies. */
async function answerUntilDeath(page: Page, { paper }: Attempt, round: number, tried: Map<string, Tried>): Promise<void> {
  try {
    for (let step = round; ; step += 1) {
      const place = Number((await page.locator('.exam-question h2').textContent())?.match(/\d+/)?.[0] ?? 1) - 1;
      const item = paper.items[place];
      if (!item) throw new Error(`no item at ${place}`);
      const { question } = item;
      if (question.type === 'single' || question.type === 'judge') {
        const second = step % 2 === 1;
        const given: Answer =
          question.type === 'judge'
            ? { kind: 'judge', value: !second }
            : { kind: 'options', chosen: [item.optionOrder[second ? 1 : 0] ?? 0] };
        const entry = tried.get(question.id) ?? { answers: [null], confirmed: 0 };
        tried.set(question.id, entry);
        entry.answers.push(given);
        await page.keyboard.press(second ? 'b' : 'a');
        await page.getByText('已保存', { exact: true }).first().waitFor();
        entry.confirmed = entry.answers.length - 1;
      }
      if (place === paper.items.length - 1) await page.locator('.exam-number').first().click();
      else await page.keyboard.press('ArrowRight');
    }
  } catch {
    // The page is gone: this is how each round ends.
  }
}

/** What is kept is what was last shown as saved, or something tried after it. Whoever looks again begins from there. */
function expectNothingLost({ answers }: Kept, tried: ReadonlyMap<string, Tried>): void {
  for (const [id, entry] of tried) {
    const kept = JSON.stringify(answers.get(id) ?? null);
    const allowed = entry.answers.slice(entry.confirmed).map((answer) => JSON.stringify(answer));
    expect(allowed, id).toContain(kept);
    entry.answers.splice(0, entry.answers.length, answers.get(id) ?? null);
    entry.confirmed = 0;
  }
}

function expectWholeRecord({ events, answers }: Kept): void {
  expect(checkRecord(events)).toMatchObject({ ok: true });
  const answered = [...answers].filter((entry): entry is [string, Answer] => entry[1] !== null);
  expect(answersOfRecord(events)).toEqual(new Map(answered));
}

/** The score of a sitting that nothing interrupted, counted by hand. */
const scoreOf = ({ attempt, answers }: Kept): number =>
  attempt.paper.items.reduce((sum, { question, score }) => sum + (isRight(question, answers.get(question.id) ?? null) ? score : 0), 0);

function isRight(question: Question, answer: Answer | null): boolean {
  if (question.type === 'judge') return answer?.kind === 'judge' && answer.value === question.answer;
  return question.type === 'single' && answer?.kind === 'options' && answer.chosen.join() === question.answer.join();
}

interface Sat {
  readonly name: string;
  readonly isExam: boolean;
  /** From a fresh profile to the first question. */
  readonly begin: (running: Running, folder: string) => Promise<void>;
}

async function killWhileSitting({ name, isExam, begin }: Sat): Promise<void> {
  const folder = temporaryFolder(name);
  const profile = `${folder.path}/profile`;
  const tried = new Map<string, Tried>();
  const lost: number[] = [];
  let confirmed = 0;
  let running = await launch(profile);
  await chooseFirstPerson(running.page);
  await begin(running, folder.path);
  for (let round = 0; round < kills; round += 1) {
    const before = await keptIn(running.page);
    const from = performance.now();
    const answering = answerUntilDeath(running.page, before.attempt, round, tried);
    await sleep(100 + Math.random() * 1_400);
    await running.kill();
    const sat = performance.now() - from;
    await answering;
    confirmed += [...tried.values()].reduce((sum, entry) => sum + entry.confirmed, 0);
    running = await launch(profile);
    const kept = await keptIn(running.page);
    expectNothingLost(kept, tried);
    if (isExam) expectWholeRecord(kept);
    lost.push(Math.abs(kept.elapsedMs - before.elapsedMs - sat));
    await running.page.getByRole('link', { name: '继续作答' }).first().click();
    await running.page.getByRole('timer').waitFor();
  }
  expect(Math.max(...lost)).toBeLessThanOrEqual(mostLostMs);
  expect(confirmed).toBeGreaterThan(kills);
  await handIn(running.page, isExam);
  const ended = await keptIn(running.page);
  expect(ended.attempt).toMatchObject({ state: 'handedIn', endedBy: 'person', result: { score: scoreOf(ended) } });
  if (isExam) {
    expectWholeRecord(ended);
    expect(checkRecord(ended.events)).toMatchObject({ complete: true });
    expect(ended.events.filter(({ happening }) => happening.kind === 'resumed')).toHaveLength(kills);
  }
  const worst = Math.round(Math.max(...lost));
  console.log(`${name}: ${kills} kills, ${confirmed} confirmed answers, 0 lost, at most ${worst} ms of time, score ${scoreOf(ended)}`);
  await running.close();
  folder.remove();
}

async function handIn(page: Page, isExam: boolean): Promise<void> {
  await page.getByRole('button', { name: '交卷', exact: true }).click();
  await page.getByRole('button', { name: '确认交卷' }).click();
  if (isExam) await page.getByText('答卷已加密封存在本机').waitFor();
  else await page.getByRole('heading', { name: '考试结果' }).waitFor();
}

test(`${kills} kills in a mock test lose no answer, no score and no time`, async () => {
  test.setTimeout(60_000 + kills * 30_000);
  await killWhileSitting({
    name: 'mock',
    isExam: false,
    async begin({ page }) {
      await page.getByRole('link', { name: '考 模拟考试' }).click();
      await page
        .getByRole('button', { name: /^开始：/ })
        .last()
        .click();
      await page.getByRole('button', { name: '开始答题' }).click();
      await page.getByRole('timer').waitFor();
    },
  });
});

test(`${kills} kills in an exam lose no answer, no score and no time, and its record stays whole`, async () => {
  test.setTimeout(60_000 + kills * 30_000);
  await killWhileSitting({
    name: 'exam',
    isExam: true,
    async begin(running, folder) {
      await installExam(running, await publishExam(folder, { questions: 40, minutes: 600, release: 'all' }));
      await beginExam(running.page);
    },
  });
});
