import type { Page } from '@playwright/test';
import { dayFromNow } from './dates.ts';
import type { Running } from './launch.ts';
import { answerFolderDialog } from './packages.ts';

// The quarterly exam as its screens show it, at the bureau and at a branch.

/** At the bureau: fills in the form of an exam for a unit of the roster, open from yesterday until tomorrow. It is not saved yet. */
export async function fillExamForm(page: Page, title: string, papers: string | RegExp): Promise<void> {
  await page.getByRole('link', { name: '新建考试' }).click();
  await page.getByLabel('考试名称').fill(title);
  await page.getByLabel('开考日期').fill(dayFromNow(-1));
  await page.getByLabel('结束日期').fill(dayFromNow(1));
  await page.getByRole('radio', { name: papers }).check();
  await page.getByRole('button', { name: '全部选上' }).first().click();
}

export async function saveExamForm(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByRole('heading', { name: title }).waitFor();
}

/** Seals the papers and gives the start code, which does not show by itself. */
export async function sealExam(page: Page): Promise<string> {
  await page.getByRole('button', { name: '密封试卷' }).click();
  await page.getByText('已密封，未下发').waitFor();
  await page.getByRole('button', { name: '显示启封码' }).click();
  return (await page.locator('.examining-code').textContent()) ?? '';
}

/** Writes a version of the exam into a folder: sealed, or with its answers. */
export async function publishExamInto({ app, page }: Running, button: '下发考试' | '公布答案', folder: string): Promise<void> {
  await answerFolderDialog(app, folder);
  await page.getByRole('button', { name: button }).click();
  const dialog = page.getByRole('dialog', { name: button });
  await dialog.getByRole('button', { name: '选择文件夹…' }).click();
  await dialog.getByRole('checkbox', { name: /日期和时间没有错/ }).check();
  await dialog.getByRole('button', { name: '签名并写入' }).click();
  await dialog.getByText(/^✓ 已下发第 \d 版/).waitFor();
  await dialog.getByRole('button', { name: '关闭' }).click();
}

/** At a branch: goes to 考. */
export const openExams = (page: Page): Promise<void> => page.getByRole('link', { name: '考 模拟考试' }).click();

/** From anywhere to the place where the start code is typed. */
export async function enterExam(page: Page, title: string): Promise<void> {
  await openExams(page);
  await page.getByRole('link', { name: `进入考试：${title}` }).click();
}

export async function typeStartCode(page: Page, startCode: string): Promise<void> {
  await page.getByLabel('启封码第 1 组').fill(startCode);
  await page.getByRole('button', { name: '启封试卷' }).click();
}

/** Tries a code that is not the one: so many tries are left, and nothing is told. */
export async function tryWrongCode(page: Page): Promise<void> {
  await typeStartCode(page, '0000-0000-0000');
  await page.getByText('启封码不对。').waitFor();
  await page.getByText('还可以试 4 次').waitFor();
}

/** Opens the papers and begins with the first question. */
export async function beginSitting(page: Page, startCode: string): Promise<void> {
  await typeStartCode(page, startCode);
  await page.getByRole('button', { name: '开始答题' }).click();
  await page.getByRole('timer').waitFor();
}

/** Answers the questions from the one on screen by keyboard, each shown as saved before the next. */
export async function answerByKeys(page: Page, keys: string): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.getByText('已保存', { exact: true }).first().waitFor();
    await page.keyboard.press('ArrowRight');
  }
}

/** From the first screen after a start back into the sitting. */
export async function resumeSitting(page: Page): Promise<void> {
  await page.getByRole('link', { name: '继续作答' }).first().click();
  await page.getByRole('timer').waitFor();
}

/** Hands in and gives the receipt code that is shown. */
export async function handInExam(page: Page): Promise<string> {
  await page.getByRole('button', { name: '交卷', exact: true }).click();
  await page.getByRole('button', { name: '确认交卷' }).click();
  await page.getByText('答卷已加密封存在本机').waitFor();
  return (await page.locator('.exam-receipt').textContent()) ?? '';
}

/** Copies the sealed answers onto a stick, from the receipt on. */
export async function exportAnswers({ app, page }: Running, stick: string): Promise<void> {
  await answerFolderDialog(app, stick);
  await page.getByRole('link', { name: '上报答卷' }).click();
  await page.getByRole('button', { name: '选择文件夹…' }).click();
  await page.getByRole('button', { name: '导出答卷' }).click();
  await page.getByText('已导出到：').waitFor();
}

/** At the bureau: takes the answers from a stick; the receipt code is the one that was read out. */
export async function collectAnswers({ app, page }: Running, stick: string, receipt: string): Promise<void> {
  await answerFolderDialog(app, stick);
  await page.getByRole('link', { name: '收答卷' }).click();
  await page.getByRole('button', { name: '选择文件夹…' }).click();
  await page.getByRole('button', { name: '读取这里的答卷' }).click();
  await page.getByText('新收 1').waitFor();
  await page.getByRole('cell', { name: receipt }).waitFor();
}

/** At a branch, after the answers were published: the score, as a text such as `5 分（满分 10 分）`. */
export async function openReview(page: Page): Promise<string> {
  await openExams(page);
  await page.getByRole('link', { name: /^查看回执码/ }).click();
  await page.getByRole('link', { name: '查看答卷' }).click();
  await page.getByRole('heading', { name: '考试结果' }).waitFor();
  return (await page.locator('.exam-figure').textContent()) ?? '';
}
