import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { readPlan } from '../../../../renderer/data/projects/projects.ts';
import { commit } from '../../../../renderer/data/work.ts';
import { memoryBridge } from '../../../support/memory-bridge.ts';
import { longProject, manyNodes } from '../../../support/many-nodes.ts';
import { node, project } from '../nodes.ts';
import { activate, cellAt, field, saved, showPlan } from './support.tsx';

let projectId: string;
let tests = 0;

async function begin(count: number): Promise<void> {
  projectId = `grid-${(tests += 1)}`;
  const nodes = Array.from({ length: count }, (_, place) => node(place + 1, { projectId }));
  const puts = nodes.map((put) => ({ table: 'planNodes' as const, put }));
  await commit('test', [{ table: 'projects', put: { ...project, id: projectId } }, ...puts]);
}

beforeEach(async () => {
  await memoryBridge();
});

describe('dates that are none', () => {
  it('are proposed a day, taken only by Ctrl and Enter or by the button', async () => {
    const user = userEvent.setup();
    await begin(2);
    showPlan(projectId);
    await activate(user, 1, '计划完成');
    await user.keyboard('9月底前{Enter}{Enter}');
    expect(field(/^第 1 行，计划完成/).getAttribute('aria-invalid')).toBe('true');
    expect((await readPlan(projectId))[0]?.plannedFinish).toBe('2026-12-31');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await activate(user, 2, '计划开始');
    await user.keyboard('9月中旬{Enter}');
    await user.click(screen.getByRole('button', { name: /^填 2026-09-11/ }));
    await saved();
    const dates = (await readPlan(projectId)).map(({ plannedStart, plannedFinish }) => [plannedStart, plannedFinish]);
    expect(dates).toEqual([
      ['2026-03-01', '2026-09-30'],
      ['2026-09-11', '2026-12-31'],
    ]);
  });

  it('come back from a paste with their proposals, to be taken together', async () => {
    const user = userEvent.setup();
    await begin(2);
    showPlan(projectId);
    await activate(user, 1, '计划完成');
    await user.paste('9月底前\r\n年底\r\n');
    expect(screen.getByText(/^第 1 行“计划完成”：9月底前。可能是 2026-09-30。$/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: '按建议填写 2 格' }));
    await saved();
    expect((await readPlan(projectId)).map(({ plannedFinish }) => plannedFinish)).toEqual(['2026-09-30', '2026-12-31']);
  });
});

it('tells of a cell that is too long and keeps it in the editor', async () => {
  const user = userEvent.setup();
  await begin(1);
  showPlan(projectId);
  const editor = await activate(user, 1, '备注');
  fireEvent.change(editor, { target: { value: '长'.repeat(40_000) } });
  await user.keyboard('{Enter}');
  expect(screen.getByRole('alert').textContent).toMatch('一格最多 32767 个字');
  expect((editor as HTMLTextAreaElement).value).toHaveLength(40_000);
});

describe('many rows', () => {
  it('are drawn only where they are in sight, and told in full to those who hear them', async () => {
    const user = userEvent.setup();
    const nodes = manyNodes(500).map((put) => ({ table: 'planNodes' as const, put }));
    await commit('test', [{ table: 'projects', put: longProject }, ...nodes]);
    showPlan(longProject.id);
    const grid = await screen.findByRole('grid', { name: '推进计划表' }, { timeout: 10_000 });
    expect(grid.getAttribute('aria-rowcount')).toBe('502'); // with the titles and the spare row
    expect(within(grid).getAllByRole('row').length).toBeLessThan(60);
    await activate(user, 1, '节点');
    await user.keyboard('{Control>}{End}{/Control}');
    const last = grid.querySelector('[data-row="500"]');
    expect([last?.getAttribute('aria-rowindex'), last?.contains(document.activeElement)]).toEqual(['502', true]);
    expect(within(grid).getAllByRole('row').length).toBeLessThan(60);
  });

  it('are selected by their numbers, inserted, filled and deleted together', async () => {
    const user = userEvent.setup();
    await begin(5);
    showPlan(projectId);
    await activate(user, 2, '序号');
    await user.keyboard('{Shift>}');
    await user.click(await cellAt(3, '序号'));
    await user.keyboard('{/Shift}');
    expect(screen.getAllByRole('gridcell', { selected: true })).toHaveLength(2 * screen.getAllByRole('columnheader').length);
    await user.click(screen.getByRole('button', { name: '上方插入 2 行' }));
    await activate(user, 1, '责任人');
    await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}{Control>}d{/Control}');
    await saved();
    const rows = (await readPlan(projectId)).map(({ title, owner }) => [title, owner]);
    expect(rows.slice(0, 4)).toEqual([
      ['节点1', '张三'],
      ['', '张三'],
      ['', '张三'],
      ['节点2', '张三'],
    ]);
    await user.click(screen.getByRole('button', { name: '删除所选行' }));
    await saved();
    expect((await readPlan(projectId)).map(({ title }) => title)).toEqual(['节点2', '节点3', '节点4', '节点5']);
  });
});

describe('links', () => {
  it('are typed as row numbers, marked where a date breaks them, and reckoned through after a look', async () => {
    const user = userEvent.setup();
    await begin(2);
    showPlan(projectId);
    await activate(user, 2, '前置');
    await user.keyboard('1FS+1{Enter}');
    await saved();
    expect((await cellAt(2, '前置')).textContent).toMatch('1FS+1');
    expect((await cellAt(2, '计划开始')).textContent).toMatch('⚠ 2026-03-01 早于前置');
    await user.click(screen.getByRole('button', { name: '按前置关系推算' }));
    const dialog = screen.getByRole('dialog', { name: '按前置关系推算' });
    expect(within(dialog).getAllByRole('row')).toHaveLength(2);
    expect(within(dialog).getByText(/没有 2027 年的法定节假日安排/)).toBeTruthy();
    await user.click(within(dialog).getByRole('button', { name: '移动 1 个节点' }));
    await saved();
    const [first, second] = await readPlan(projectId);
    expect(first?.plannedFinish).toBe('2026-12-31');
    expect(second?.plannedStart).toBe('2027-01-04');
  });

  it('that would make a circle are refused in the editor', async () => {
    const user = userEvent.setup();
    await begin(2);
    showPlan(projectId);
    await activate(user, 2, '前置');
    await user.keyboard('1{Enter}');
    await activate(user, 1, '前置');
    await user.keyboard('2{Enter}');
    expect(screen.getByRole('alert').textContent).toMatch('绕成一圈');
    await user.keyboard('{Escape}');
    await saved();
    expect((await readPlan(projectId)).map(({ dependencies }) => dependencies.length)).toEqual([0, 1]);
  });
});

it('hides columns that somebody does not want to see', async () => {
  const user = userEvent.setup();
  await begin(1);
  showPlan(projectId);
  await screen.findByRole('columnheader', { name: '配合单位' });
  await user.click(screen.getByText('选择列', { selector: 'summary' }));
  await user.click(screen.getByRole('checkbox', { name: '配合单位' }));
  expect(screen.queryByRole('columnheader', { name: '配合单位' })).toBeNull();
  expect(screen.getByText('选择列（隐藏了 1 列）', { selector: 'summary' })).toBeTruthy();
});
