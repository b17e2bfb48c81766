import assert from 'node:assert/strict';
import { readTable } from '../work-rows.ts';
import { pageOf, type Journey, type Step } from './journey.ts';

async function createProject(journey: Journey): Promise<void> {
  const page = pageOf(journey);
  await page.getByRole('link', { name: '干 书记项目' }).click();
  await page.getByRole('button', { name: '新建项目' }).first().click();
  await page.getByLabel('项目名称（必填）').fill('示例：降低配网中压故障次数');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByRole('button', { name: '从模板开始' }).click();
  await page.getByRole('grid').waitFor();
}

/** Types into the plan by keyboard only: an owner, a duty and dates that make the first node overdue. */
async function editPlan(journey: Journey): Promise<void> {
  const page = pageOf(journey);
  const firstRow = (column: number) => page.locator(`[data-row="0"] [data-column="${column}"]`);
  await firstRow(3).click();
  await page.keyboard.type('排查线路隐患，形成清单');
  await page.keyboard.press('Tab');
  await page.keyboard.type('隐患清单一份');
  await page.keyboard.press('Tab');
  await page.keyboard.type('示例员工01');
  await page.keyboard.press('Enter');
  await firstRow(10).click();
  await page.keyboard.type('2026-1-5');
  await page.keyboard.press('Tab');
  await page.keyboard.type('2026年2月6日');
  await page.keyboard.press('Enter');
  await page.getByText('⚠ 逾期 1 个').waitFor();
  await page.getByText('✓ 已保存').waitFor();
  const [node] = (await readTable(page, 'planNodes')).toSorted((one, other) => Number(one['order']) - Number(other['order']));
  assert.equal(node?.['plannedFinish'], '2026-02-06');
  assert.equal(node?.['owner'], '示例员工01');
}

/** A secretary's project. */
export const projectSteps: readonly Step[] = [
  { name: 'create a project with its plan table', run: createProject },
  { name: 'edit the plan by keyboard, overdue shows', run: editPlan },
];
