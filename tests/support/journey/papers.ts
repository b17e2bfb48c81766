import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { answerFolderDialog } from '../packages.ts';
import { pageOf, runningOf, type Journey, type Step } from './journey.ts';
import { filesUnder } from './reports.ts';

export const paperTitle = '示例季度试卷';

/** Twelve choices and eight judgements, 40 points, from 120 questions. */
async function writeBlueprint(journey: Journey): Promise<void> {
  const page = pageOf(journey);
  await page.getByRole('link', { name: /^考务/ }).click();
  await page.getByRole('link', { name: '组卷', exact: true }).click();
  await page.getByRole('button', { name: '新建方案' }).click();
  await page.getByLabel('方案名称').fill(paperTitle);
  await page.getByRole('button', { name: '增加一部分' }).click();
  const [first, second] = [page.getByRole('group', { name: '第一部分' }), page.getByRole('group', { name: '第二部分' })];
  await first.getByLabel('题数').fill('12');
  await second.getByLabel('题数').fill('8');
  await second.getByLabel('每题分值').fill('2');
  await page.getByText('所选题库能满足这个方案。').waitFor();
  await page.getByRole('button', { name: '保存方案' }).click();
  await page.getByText('方案已保存。').waitFor();
}

async function drawPair(journey: Journey): Promise<void> {
  const page = pageOf(journey);
  await page.getByRole('button', { name: '组卷', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: /^A、B 两份/ }).check();
  await dialog.getByRole('button', { name: '组卷', exact: true }).click();
  await page.getByText('两卷各类试题数量相同。').waitFor();
  await page.getByRole('button', { name: '定稿', exact: true }).click();
  await page.getByRole('button', { name: '确认定稿' }).click();
  await page.getByRole('button', { name: '删除草稿' }).waitFor({ state: 'detached' });
}

async function printPair(journey: Journey): Promise<void> {
  const { app, page } = runningOf(journey);
  await answerFolderDialog(app, journey.exports);
  await page.getByRole('button', { name: '打印、导出' }).click();
  const dialog = page.getByRole('dialog', { name: '打印试卷' });
  await dialog.getByRole('button', { name: '选择文件夹…' }).click();
  await dialog.getByRole('button', { name: '导出', exact: true }).click();
  await dialog.getByText('已导出到：').waitFor({ timeout: 60_000 });
  assert.deepEqual(printedIn(journey.exports), [...times('.docx PK', 4), ...times('.pdf %P', 4)]);
}

const times = (text: string, count: number): string[] => Array.from({ length: count }, () => text);

/** The endings and first two bytes of the papers that were printed. */
const printedIn = (exports: string): string[] =>
  filesUnder(exports)
    .filter((name) => name.includes('－打印') && /\.(docx|pdf)$/.test(name))
    .map((name) => `${path.extname(name)} ${readFileSync(path.join(exports, name)).toString('latin1', 0, 2)}`)
    .toSorted();

/** From a blueprint to two papers of equal difficulty, on paper. */
export const paperSteps: readonly Step[] = [
  { name: 'the bureau writes a blueprint that its bank can meet', run: writeBlueprint },
  { name: 'papers A and B are drawn and made final', run: drawPair },
  { name: 'both are printed with their answers', run: printPair },
];
