import assert from 'node:assert/strict';
import type { Page } from '@playwright/test';
import { launch } from '../launch.ts';
import { readTable } from '../work-rows.ts';
import { pageOf, profileOf, type Journey, type Step } from './journey.ts';

async function startMock(journey: Journey): Promise<void> {
  const page = pageOf(journey);
  await page.getByRole('link', { name: '考 模拟考试' }).click();
  await page.getByRole('button', { name: /^开始：小测/ }).click();
  await page.getByRole('button', { name: '开始答题' }).click();
  await page.getByText('剩余时间').waitFor();
}

async function answerMock(journey: Journey): Promise<void> {
  const page = pageOf(journey);
  for (let question = 0; question < 6; question += 1) {
    await page.keyboard.press(question % 2 === 0 ? 'a' : 'c');
    await page.getByText('已保存', { exact: true }).first().waitFor();
    if (question === 1) await page.keyboard.press('m');
    await page.keyboard.press('ArrowRight');
  }
  await page.getByText('已保存', { exact: true }).first().waitFor();
}

const answersIn = async (page: Page): Promise<unknown> =>
  (await readTable(page, 'attemptAnswers')).map(({ id, answer, flagged }) => ({ id, answer, flagged }));

async function elapsedIn(page: Page): Promise<number> {
  const [clock] = await readTable(page, 'attemptClocks');
  return Number(clock?.['elapsedMs'] ?? Number.NaN);
}

async function killMock(journey: Journey): Promise<void> {
  const page = pageOf(journey);
  journey.beforeKill = { answers: await answersIn(page), elapsedMs: await elapsedIn(page) };
  await journey.running?.kill();
  journey.running = await launch(profileOf(journey));
  await pageOf(journey).getByRole('link', { name: '继续作答' }).click();
  await pageOf(journey).getByText('剩余时间').waitFor();
}

async function compareAfterKill(journey: Journey): Promise<void> {
  const page = pageOf(journey);
  assert.deepEqual(await answersIn(page), journey.beforeKill?.answers);
  const elapsed = await elapsedIn(page);
  const before = journey.beforeKill?.elapsedMs ?? 0;
  // The heartbeat is every 2 s; the time between the kill and the new start does not count.
  assert.ok(elapsed >= before && elapsed < before + 15_000, `used ${before} ms before the kill, ${elapsed} ms after it`);
}

async function handInMock(journey: Journey): Promise<void> {
  const page = pageOf(journey);
  await page.getByRole('button', { name: '交卷', exact: true }).click();
  await page.getByRole('button', { name: '确认交卷' }).click();
  await page.getByRole('heading', { name: '考试结果' }).waitFor();
  await page.getByRole('heading', { name: '各板块得分' }).waitFor();
}

/** A mock test with a power cut in it. */
export const mockSteps: readonly Step[] = [
  { name: 'start a mock test', run: startMock },
  { name: 'answer by keyboard', run: answerMock },
  { name: 'kill -9 in the middle, restart, resume', run: killMock },
  { name: 'answers and time are what they were', run: compareAfterKill },
  { name: 'hand in and review', run: handInMock },
];
