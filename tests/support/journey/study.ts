import assert from 'node:assert/strict';
import type { Page } from '@playwright/test';
import { sampleSections } from '../bank-workbook.ts';
import { dayFromNow, moveDate } from '../dates.ts';
import { readTable } from '../work-rows.ts';
import { pageOf, type Journey, type Step } from './journey.ts';

const openStudy = (page: Page): Promise<void> => page.getByRole('link', { name: '学 题库、错题' }).click();

async function openOwn(page: Page, name: '错题本' | '知识盲点' | '学习计划'): Promise<void> {
  await openStudy(page);
  await page.getByRole('navigation', { name: '我的学习' }).getByRole('link', { name }).click();
  await page.getByRole('heading', { name, level: 1 }).waitFor();
}

type Answering = (page: Page, type: string) => Promise<void>;

/** Answers the next so many questions of a section that have options. */
async function study(page: Page, section: string, count: number, answer: Answering): Promise<void> {
  await page.getByRole('link', { name: `开始学 ${section}` }).click();
  for (let answered = 0; answered < count;) {
    const type = (await page.getByRole('article').getAttribute('aria-label')) ?? '';
    if (['单选题', '多选题', '判断题'].includes(type)) {
      await answer(page, type);
      await page.getByText('已保存', { exact: true }).waitFor();
      answered += 1;
    }
    await page.getByRole('button', { name: '下一题' }).click();
  }
  await page.getByRole('button', { name: '返回学习' }).click();
}

const answerFirst: Answering = async (page, type) => {
  await page.keyboard.press('a');
  if (type === '多选题') await page.keyboard.press('Enter');
};

/** As the workbook has it. */
const answerRight: Answering = async (page, type) => {
  const question = page.getByRole('article');
  const number = Number(/第(\d+)题/.exec((await question.textContent()) ?? '')?.[1]);
  if (type === '判断题') return page.keyboard.press(number % 2 === 0 ? 'a' : 'b');
  const options = type === '多选题' ? ['甲项', '丙项', '丁项'] : ['甲项', '乙项', '丙项', '丁项'].slice(number % 4, (number % 4) + 1);
  for (const option of options) await question.getByText(option, { exact: true }).click();
  if (type === '多选题') await page.keyboard.press('Enter');
};

/** One section mostly wrong, the other right, and enough answers for a forecast. */
async function makeMistakes(journey: Journey): Promise<void> {
  const page = pageOf(journey);
  const [weak, strong] = sampleSections;
  await moveDate(page, -3);
  await study(page, weak, 16, answerFirst);
  await study(page, strong, 16, answerRight);
  await page.reload();
  await openOwn(page, '错题本');
  await page.getByRole('link', { name: /^待巩固（[1-9]\d*）$/ }).waitFor();
}

/** What was wrong three days ago is due, and an answer moves it on. */
async function reviewDue(journey: Journey): Promise<void> {
  const page = pageOf(journey);
  await openStudy(page);
  await page.getByRole('link', { name: /^到期复习 ?[1-9]/ }).click();
  await page.getByText(/^到期 [1-9]\d* 题/).waitFor();
  const before = await dueIn(page);
  await page.getByRole('article').waitFor();
  for (const key of ['a', 'Enter']) await page.keyboard.press(key);
  await page.getByText('已保存', { exact: true }).waitFor();
  assert.equal(await dueIn(page), before - 1);
}

/** How many schedules are due now. */
async function dueIn(page: Page): Promise<number> {
  const now = Date.now();
  return (await readTable(page, 'schedules')).filter(({ due }) => Number(due) <= now).length;
}

async function seeBlindSpots(journey: Journey): Promise<void> {
  const page = pageOf(journey);
  await openOwn(page, '知识盲点');
  await page
    .getByText(/预计得 \d+ 分/)
    .first()
    .waitFor();
  await page.getByRole('heading', { name: '各知识点掌握程度' }).waitFor();
  await page.getByRole('img', { name: /^条形图，各板块掌握程度/ }).waitFor();
}

async function openRepairSet(journey: Journey): Promise<void> {
  const page = pageOf(journey);
  await page.getByRole('link', { name: '做 20 题补弱' }).click();
  await page.getByText(/^选出 20 题/).waitFor();
  await page.getByRole('article').waitFor();
}

async function planToDate(journey: Journey): Promise<void> {
  const page = pageOf(journey);
  await openOwn(page, '学习计划');
  await page.getByRole('textbox', { name: '考试日期' }).fill(dayFromNow(30));
  await page.getByLabel('每天学习（分钟）').fill('15');
  await page.getByRole('button', { name: '保存计划' }).click();
  await page.getByText(/^今天还有 [1-9]\d* 题，约 \d+ 分钟$/).waitFor();
  await page.getByText('接下来几天的安排（估算）').waitFor();
}

export const mistakeStep: Step = { name: 'wrong answers of three days ago are in the mistakes list', run: makeMistakes };

/** What follows from answers: what is due, what is weak, and what is to be done until a date. */
export const studySteps: readonly Step[] = [
  { name: 'study by memory: what is due today', run: reviewDue },
  { name: 'blind spots, forecast and why these questions', run: seeBlindSpots },
  { name: 'the repair set of 20 questions', run: openRepairSet },
  { name: 'a plan to the date of an exam', run: planToDate },
];
