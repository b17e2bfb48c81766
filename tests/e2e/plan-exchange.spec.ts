import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { answerFileDialog } from '../support/bank-screens.ts';
import { goTo } from '../support/go-to.ts';
import { chooseFirstPerson, launch, temporaryFolder, type Running } from '../support/launch.ts';
import { lookAt } from '../support/looks.ts';
import { answerFolderDialog } from '../support/packages.ts';
import { exampleProject, planRows } from '../support/projects/example-plan.ts';
import { editPlanWorkbook, saveInOffice } from '../support/projects/plan-file.ts';
import { planSaved } from '../support/projects/plan-grid.ts';
import { putWork } from '../support/put-work.ts';
import { readTable } from '../support/work-rows.ts';

/** In the long form the workbook goes through LibreOffice as well. */
const isLong = process.env.SANXUN_RUNS !== undefined;

/** Exports the plan table, and gives the workbook. */
async function exportWorkbook({ app, page }: Running, folder: string): Promise<string> {
  await answerFolderDialog(app, folder);
  await page.getByRole('button', { name: '导出…' }).click();
  const dialog = page.getByRole('dialog', { name: '导出推进计划' });
  await dialog.getByRole('button', { name: '选择文件夹…' }).click();
  await lookAt(page, 'the export of a plan');
  await dialog.getByRole('button', { name: '导出', exact: true }).click();
  await dialog.getByText('已导出到：').waitFor();
  await dialog.getByRole('button', { name: '关闭' }).last().click();
  const [name = ''] = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((one) => one.endsWith('.xlsx'));
  return path.join(folder, name);
}

/** Opens the differences between a file and the plan. */
async function importWorkbook({ app, page }: Running, file: string): Promise<void> {
  await answerFileDialog(app, file);
  await page.getByRole('button', { name: '导入…' }).click();
  await page.getByRole('dialog', { name: '导入推进计划' }).waitFor();
}

const nodesIn = async (page: Page): Promise<readonly Record<string, unknown>[]> =>
  (await readTable(page, 'planNodes')).toSorted((one, other) => Number(one['order']) - Number(other['order']));

test('a plan goes into a workbook, is edited there, and comes back with only the edited cells different', async () => {
  test.setTimeout(180_000);
  const folder = temporaryFolder('plan-exchange');
  const running = await launch(path.join(folder.path, 'profile'));
  const { page } = running;
  await chooseFirstPerson(page);
  const { nodes, ops } = planRows(6);
  await putWork(page, ops);
  await goTo(page, 'projects', exampleProject.id);
  const file = await exportWorkbook(running, folder.path);

  if (isLong) saveInOffice(file);
  await importWorkbook(running, file);
  await page.getByText('文件与现在的计划一致').waitFor();
  await page.getByRole('button', { name: '取消' }).click();

  editPlanWorkbook(file, '示例节点 2', '责任部门', '示例新部门');
  editPlanWorkbook(file, '示例节点 3', '计划完成', '2026.9.5');
  editPlanWorkbook(file, '示例节点 4', '计划完成', '9月底前');
  if (isLong) saveInOffice(file);
  await importWorkbook(running, file);
  const dialog = page.getByRole('dialog', { name: '导入推进计划' });
  await dialog.getByText('改动 3 格，新行 0 个，文件中没有的节点 0 个。').waitFor();
  await dialog.getByText('⚠ 1 格看不懂').waitFor();
  await lookAt(page, 'the differences');
  await dialog.getByRole('table', { name: '示例节点 4：逐格对照' }).getByRole('combobox').selectOption('保留计划的');
  await dialog.getByRole('button', { name: '导入（2 个节点有变化）' }).click();
  await planSaved(page);

  const edited = nodes.map((node, place) => {
    if (place === 1) return { ...node, department: '示例新部门' };
    return place === 2 ? { ...node, plannedFinish: '2026-09-05' } : node;
  });
  await expect.poll(() => nodesIn(page)).toEqual(edited);
  await running.close();
  folder.remove();
});
