import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { succeed } from '@shared/model/failure.ts';
import type { PlanFile, PlanFileRow } from '@shared/model/plan-file.ts';
import type { PlanNode } from '@shared/model/project.ts';
import { exportedRows } from '@shared/projects/exchange/table/export-record.ts';
import type { ProjectExportRequest } from '@shared/ipc/contract.ts';
import { ExchangeMenu } from '../../../renderer/projects/exchange/exchange-menu.tsx';
import { ExportForm } from '../../../renderer/projects/exchange/export-form.tsx';
import { SessionContext } from '../../../renderer/session.tsx';
import { memoryBridge } from '../../support/memory-bridge.ts';
import { session } from '../../support/screen.tsx';
import { node, project } from './nodes.ts';

const nodes = [node(1), node(2), node(3)];

/** The workbook of these nodes after rows were edited: changes by node id, null deletes the row. */
function edited(changes: Readonly<Record<string, PlanFileRow['cells'] | null>>, more: readonly PlanFileRow[] = []): PlanFile {
  const exported = exportedRows(nodes);
  const rows = exported.flatMap(({ nodeId, number, cells }, place): PlanFileRow[] => {
    const change = changes[nodeId];
    return change === null ? [] : [{ sheet: '推进计划表', row: place + 4, number, nodeId, cells: { ...cells, ...change }, links: null }];
  });
  const accounted = { source: rows.length + more.length + 3, rows: rows.length + more.length, headings: 3, refused: 0, ignored: 0 };
  return {
    name: '计划.xlsx',
    format: 'xlsx',
    projectId: project.id,
    title: project.title,
    rows: [...rows, ...more],
    exported,
    calendar: [],
    problems: [],
    accounted,
  };
}

const added = (cells: PlanFileRow['cells']): PlanFileRow => ({ sheet: '推进计划表', row: 9, number: '', nodeId: '', cells, links: null });

/** The menu of a plan whose person chooses this file; gives what was applied. */
async function importing(file: PlanFile, plan: readonly PlanNode[] = nodes) {
  const applied: (readonly PlanNode[])[] = [];
  await memoryBridge({
    'projects:choose-plan': () => ({ token: 'file', name: file.name, bytes: 1 }),
    'projects:read-plan': () => succeed(file),
  });
  render(
    <SessionContext value={session}>
      <ExchangeMenu project={project} nodes={plan} baseline={[]} onApply={(rows) => applied.push(rows)} />
    </SessionContext>,
  );
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: '导入…' }));
  const dialog = within(await screen.findByRole('dialog', { name: '导入推进计划' }));
  return { applied, user, dialog };
}

test('changed cells are shown before and after, and go in one by one or not', async () => {
  const { applied, user, dialog } = await importing(edited({ 'node-2': { duty: '逐户排查', deliverable: '清单' } }));
  const row = within(dialog.getByRole('region', { name: /节点2/ }));
  expect(
    row.getAllByRole('row').map((one) =>
      within(one)
        .queryAllByRole('cell')
        .slice(0, 2)
        .map((cell) => cell.textContent),
    ),
  ).toEqual([[], ['排查隐患', '逐户排查'], ['排查报告', '清单']]);
  await user.selectOptions(row.getByRole('combobox', { name: '完成标准（成果形式） 采用' }), '保留计划的');
  await user.click(dialog.getByRole('button', { name: '导入（1 个节点有变化）' }));
  expect(applied).toEqual([[nodes[0], { ...nodes[1], duty: '逐户排查' }, nodes[2]]]);
});

test('a conflict shows three texts and keeps the plan until somebody takes the file', async () => {
  const now = nodes.map((one) => (one.id === 'node-1' ? { ...one, duty: '计划里改的' } : one));
  const { applied, user, dialog } = await importing(edited({ 'node-1': { duty: '文件里改的' } }), now);
  expect(dialog.getByText(/导出以后计划里也改过/)).toBeTruthy();
  expect(dialog.getByRole('button', { name: '没有改动' })).toHaveProperty('disabled', true);
  const cells = within(dialog.getByRole('region', { name: /节点1/ })).getAllByRole('cell');
  expect(cells.slice(0, 3).map((cell) => cell.textContent)).toEqual(['计划里改的', '排查隐患', '文件里改的⚠ 两边都改了']);
  await user.click(dialog.getByRole('button', { name: '全部采用文件的' }));
  await user.click(dialog.getByRole('button', { name: /^导入（1/ }));
  expect(applied[0]?.[0]?.duty).toBe('文件里改的');
});

test('a date in words is proposed, can be mended, and bars the way while it is wrong', async () => {
  const { applied, user, dialog } = await importing(edited({ 'node-1': { plannedFinish: '9月底前' } }));
  const field = dialog.getByRole('textbox', { name: '改正：计划完成' });
  expect(field).toHaveProperty('value', '2026-09-30');
  await user.clear(field);
  await user.type(field, '国庆后');
  expect(dialog.getByRole('alert').textContent).toContain('第 4 行“计划完成”');
  expect(dialog.getByRole('button', { name: /导入（|没有改动/ })).toHaveProperty('disabled', true);
  await user.clear(field);
  await user.type(field, '2026.10.9');
  await user.click(dialog.getByRole('button', { name: '导入（1 个节点有变化）' }));
  expect(applied[0]?.[0]?.plannedFinish).toBe('2026-10-09');
});

test('what cannot be read at all is kept in the notes', async () => {
  const { applied, user, dialog } = await importing(edited({ 'node-1': { plannedFinish: '待批复' } }));
  await user.click(dialog.getByRole('button', { name: '导入（1 个节点有变化）' }));
  expect(applied[0]?.[0]).toEqual({ ...nodes[0], note: '导入文件的“计划完成”：待批复' });
});

test('a missing row removes nothing by itself; a new row is added; an unknown owner is named', async () => {
  const { applied, user, dialog } = await importing(edited({ 'node-2': null }, [added({ title: '复盘总结', owner: '周某' })]));
  expect(dialog.getByText('⚠ 名册中没有：周某')).toBeTruthy();
  await user.click(dialog.getByRole('checkbox', { name: '删除：节点2' }));
  await user.click(dialog.getByRole('button', { name: '导入（2 个节点有变化）' }));
  expect(applied[0]?.map(({ title, owner }) => [title, owner])).toEqual([
    ['节点1', '张三'],
    ['节点3', '张三'],
    ['复盘总结', '周某'],
  ]);
});

test('a file that says what the plan says changes nothing', async () => {
  const { dialog } = await importing(edited({}));
  expect(dialog.getByText(/与现在的计划一致/)).toBeTruthy();
  expect(dialog.getByRole('button', { name: '没有改动' })).toHaveProperty('disabled', true);
});

test('a file without a plan says why', async () => {
  const refused = { sheet: '', row: 0, severity: 'error', code: 'format-unknown', message: '这是 PDF 文件。' } as const;
  const { dialog } = await importing({ ...edited({ 'node-1': null, 'node-2': null, 'node-3': null }), exported: [], problems: [refused] });
  expect(dialog.getByText('没有读入任何节点。')).toBeTruthy();
  expect(dialog.getByText(/这是 PDF 文件/)).toBeTruthy();
});

/** A bridge that takes exports into a folder that can be chosen; gives what was asked for. */
async function exporting(): Promise<readonly ProjectExportRequest[]> {
  const orders: ProjectExportRequest[] = [];
  await memoryBridge({
    'exports:places': () => [],
    'exports:choose-place': () => ({ place: 'place', label: 'D:/计划' }),
    'projects:export': (order) => {
      orders.push(order);
      return succeed({ folderLabel: '计划', files: [], removable: false });
    },
  });
  return orders;
}

test('a plan goes out as what was ticked', async () => {
  const orders = await exporting();
  render(<ExchangeMenu project={project} nodes={nodes} baseline={[]} onApply={() => undefined} />);
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: '导出…' }));
  const dialog = within(screen.getByRole('dialog', { name: '导出推进计划' }));
  await user.click(dialog.getByRole('checkbox', { name: /Microsoft Project/ }));
  await user.click(dialog.getByRole('checkbox', { name: /时间条/ }));
  await user.click(dialog.getByRole('button', { name: '选择文件夹…' }));
  await user.click(dialog.getByRole('button', { name: '导出' }));
  await dialog.findByText(/已导出到/);
  expect(orders[0]?.files.map((file) => [file.kind, 'plan' in file && file.plan.nodes.length, 'size' in file && file.size])).toEqual([
    ['xlsx', 3, false],
    ['mspdi', 3, false],
    ['bars', 3, 'A4'],
  ]);
});

test('forms go out as documents and PDF', async () => {
  const orders = await exporting();
  const form = { title: '审批表', head: [], columns: [1], rows: [], foot: [], orientation: 'portrait', fileName: '审批表' } as const;
  render(<ExportForm forms={[form]} folder="审批" />);
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: '选择文件夹…' }));
  await user.click(screen.getByRole('button', { name: '导出' }));
  await screen.findByText(/已导出到/);
  expect(orders).toEqual([{ place: 'place', folder: '审批', files: [{ kind: 'form', form, formats: ['docx', 'pdf'] }] }]);
});
