import { expect, type Page } from '@playwright/test';
import { dayFromNow } from '../dates.ts';
import { goTo } from '../go-to.ts';
import type { Running } from '../launch.ts';
import { answerFolderDialog } from '../packages.ts';
import { approvedColumns, cellAt, giveReason, pasteCells, planColumns, planSaved, typeCells } from './plan-grid.ts';

/** Goes to a part of the project that is open. */
export const openPart = (page: Page, part: '推进计划' | '申报与审批' | '进展与佐证' | '变更与对照' | '销号与评审'): Promise<void> =>
  page.getByRole('navigation', { name: '项目的各部分' }).getByRole('link', { name: part }).click();

export async function openProject(page: Page, title: string): Promise<void> {
  await goTo(page, 'projects');
  await page.getByRole('link', { name: title }).click();
  await page.getByRole('heading', { name: title, level: 1 }).waitFor();
}

/** 抢注: signs a claim of a topic. */
export async function claimTopic(page: Page, title: string): Promise<void> {
  await goTo(page, 'projects', 'topics');
  await page.getByRole('button', { name: `抢注“${title}”` }).click();
  await page.getByLabel('书记（必填）').fill('示例书记甲');
  await page.getByLabel('为什么由本支部承担（必填）').fill('示例理由');
  await page.getByRole('button', { name: '签署申报' }).click();
  await page.getByText('已申报，待决定').waitFor();
}

/** The topic was won: makes a project of it, whose application opens. */
export async function takeUpTopic(page: Page, title: string): Promise<void> {
  await goTo(page, 'projects', 'topics');
  await page.getByText('✓ 已抢到').waitFor();
  await page.getByRole('button', { name: `为“${title}”建项目` }).click();
  await page.waitForURL(/application$/);
}

/** Fills in what the application needs, and one indicator. */
export async function fillApplication(page: Page): Promise<void> {
  const texts = ['实施背景', '拟解决的问题', '主要举措', '预期成效'];
  for (const name of texts) await page.getByRole('textbox', { name, exact: true }).fill(`示例${name}`);
  await page.getByLabel('开始日期').fill(dayFromNow(-20));
  await page.getByLabel('结束日期').fill(dayFromNow(30));
  await page.getByRole('button', { name: '增加一项指标' }).click();
  await page.getByLabel('第 1 项指标的指标名称').fill('中压故障');
  await page.getByLabel('第 1 项指标的基线').fill('120');
  await page.getByLabel('第 1 项指标的目标').fill('60');
  await page.getByText('✓ 已保存').waitFor();
}

/** Rows of the plan from 职责 to 计划完成; each begins when the one before has ended. */
const planRows = (): readonly (readonly string[])[] =>
  [-20, -9, 3, 11].map((start, place) => [
    `示例职责${place + 1}`,
    `示例清单${place + 1}一份`,
    `示例员工0${place + 1}`,
    '示例班组',
    '',
    place === 0 ? '' : String(place),
    '1',
    dayFromNow(start),
    dayFromNow([-10, 2, 10, 30][place] ?? 0),
  ]);

/** The first row by keyboard, cell by cell; the others as one paste. */
export async function typePlan({ app, page }: Running): Promise<void> {
  await openPart(page, '推进计划');
  await page.getByRole('button', { name: '从模板开始' }).click();
  const [first = [], ...others] = planRows();
  await typeCells(page, cellAt(page, 0, planColumns.duty), first);
  await pasteCells(app, page, cellAt(page, 1, planColumns.duty), others);
  await planSaved(page);
}

/** 送审, when nothing is missing any more. */
export async function submitProject(page: Page): Promise<void> {
  await openPart(page, '申报与审批');
  await page.getByRole('button', { name: '检查并送审' }).click();
  await page.getByRole('button', { name: '确认送审' }).click();
  await page.getByText('已送审，正等待职能部门预审').waitFor();
}

/** Writes a bundle of all news into a folder. */
export async function sendUp({ app, page }: Running, folder: string): Promise<void> {
  await answerFolderDialog(app, folder);
  await goTo(page, 'projects', 'send');
  await page.getByRole('button', { name: '选择文件夹…' }).click();
  await page.getByRole('button', { name: '导出上报包' }).click();
  await page.getByText('每个文件都已从盘上读回').waitFor();
}

/** Moves the finish of the last node of the approved plan, by keyboard and with a reason. What was approved stays beside it. */
export async function postponeLastNode(page: Page, reason: string): Promise<void> {
  await openPart(page, '推进计划');
  await expect(cellAt(page, 3, approvedColumns.plannedFinish)).toContainText(dayFromNow(30));
  await typeCells(page, cellAt(page, 3, approvedColumns.adjustedFinish), [dayFromNow(35)]);
  await giveReason(page, reason);
  await expect(cellAt(page, 3, approvedColumns.plannedFinish)).toContainText(dayFromNow(30));
  await expect(cellAt(page, 3, approvedColumns.adjustedFinish)).toContainText(dayFromNow(35));
}

/** Opens the form of this month, with the first node done. */
export async function fillMonth(page: Page): Promise<void> {
  await openPart(page, '进展与佐证');
  await page.getByRole('button', { name: /^填写.*进展$/ }).click();
  await page.getByLabel('实施进展情况（必填）').fill('示例进展');
  await page.getByLabel('调研分析，确定方案：实际完成').fill(dayFromNow(-8));
}

/** Saves the form of the month and adds a file to it. */
export async function saveMonthWithEvidence({ app, page }: Running, file: string): Promise<void> {
  await page.getByRole('button', { name: '保存本月进展' }).click();
  await page.getByRole('cell', { name: '示例进展' }).waitFor();
  await answerFolderDialog(app, file);
  await page.getByRole('button', { name: '添加文件…' }).click();
  await page.getByRole('button', { name: /^打开 / }).waitFor();
}

/** Every node is done: 100 in the first row, filled down. */
export async function finishPlan(page: Page): Promise<void> {
  await openPart(page, '推进计划');
  await typeCells(page, cellAt(page, 0, approvedColumns.progress), ['100']);
  for (const key of ['ArrowUp', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Control+d']) await page.keyboard.press(key);
  await page.getByText('节点 4 个 · 已完成 4 个').waitFor();
  await planSaved(page);
}

/** Fills in 申请销号, with the actual figure. */
export async function fillClosing(page: Page): Promise<void> {
  await openPart(page, '销号与评审');
  await page.getByText('✓ 4 个节点全部完成。').waitFor();
  await page.getByLabel('完成情况总结（必填）').fill('示例总结');
  await page.getByLabel('第 1 项指标的实际').fill('61');
}

export async function requestClosing(page: Page): Promise<void> {
  await page.getByRole('button', { name: '申请销号', exact: true }).click();
  await page.getByRole('button', { name: '确认申请' }).click();
  await page.getByText('已申请销号（完成日期').waitFor();
}
