import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readPlan } from '../../../../renderer/data/projects/projects.ts';
import { commit } from '../../../../renderer/data/work.ts';
import { memoryBridge, type MemoryBridge } from '../../../support/memory-bridge.ts';
import { node, project } from '../nodes.ts';
import { activate, field, saved, showPlan } from './support.tsx';

let bridge: MemoryBridge;
let projectId: string;
let tests = 0;

beforeEach(async () => {
  bridge = await memoryBridge();
  projectId = `project-${(tests += 1)}`; // the undo history of a plan outlives its screen
  const nodes = [1, 2, 3].map((order) => node(order, { projectId }));
  await commit('test', [
    { table: 'projects', put: { ...project, id: projectId } },
    ...nodes.map((put) => ({ table: 'planNodes' as const, put })),
  ]);
});

const column = async (name: 'title' | 'owner' | 'plannedFinish') => (await readPlan(projectId)).map((row) => row[name]);

describe('editing', () => {
  it('replaces by typing, commits with Enter and goes down', async () => {
    const user = userEvent.setup();
    showPlan(projectId);
    await activate(user, 1, '责任人');
    await user.keyboard('李四{Enter}王五{Enter}');
    await saved();
    expect(await column('owner')).toEqual(['李四', '王五', '张三']);
    expect(document.activeElement).toBe(field(/^第 3 行，责任人/));
    expect(bridge.commits.slice(1).map(({ what, ops }) => [what, ops.length])).toEqual([
      ['plan.edit', 2], // the node and the summary of the plan
      ['plan.edit', 2],
    ]);
  });

  it('edits with F2, abandons with Escape, leaves with Tab to the right', async () => {
    const user = userEvent.setup();
    showPlan(projectId);
    await activate(user, 1, '责任人');
    await user.keyboard('{F2}丰{Escape}');
    expect(field(/^第 1 行，责任人：张三/)).toBe(document.activeElement);
    await user.keyboard('{F2}丰{Tab}');
    expect(field(/^第 1 行，责任部门/)).toBe(document.activeElement);
    await saved();
    expect(await column('owner')).toEqual(['张三丰', '张三', '张三']);
  });

  it('keeps a wrong date in the editor with a sentence', async () => {
    const user = userEvent.setup();
    showPlan(projectId);
    await activate(user, 1, '计划完成');
    await user.keyboard('下个月{Enter}');
    const editor = field(/^第 1 行，计划完成/);
    expect((editor as HTMLTextAreaElement).value).toBe('下个月');
    expect(editor.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByRole('alert').textContent).toMatch('这不是确定的日期');
    await user.clear(editor);
    await user.keyboard('９月５日{Enter}');
    await saved();
    expect(await column('plannedFinish')).toEqual(['2026-09-05', '2026-12-31', '2026-12-31']);
  });

  it('takes the text of an open editor when the focus goes elsewhere', async () => {
    const user = userEvent.setup();
    showPlan(projectId);
    await activate(user, 1, '责任人');
    await user.keyboard('李四');
    await user.click(screen.getByRole('button', { name: '下方插入一行' }));
    await saved();
    expect(await column('owner')).toEqual(['李四', '', '张三', '张三']);
  });

  it('leaves what an input method is still composing alone', async () => {
    const user = userEvent.setup();
    showPlan(projectId);
    const editor = await activate(user, 1, '责任人');
    fireEvent.compositionStart(editor);
    fireEvent.change(editor, { target: { value: 'li' } });
    fireEvent.keyDown(editor, { key: 'Enter', isComposing: true });
    fireEvent.change(editor, { target: { value: '李' } });
    fireEvent.compositionEnd(editor);
    expect((editor as HTMLTextAreaElement).value).toBe('李');
    await user.keyboard('{Enter}');
    await saved();
    expect(await column('owner')).toEqual(['李', '张三', '张三']);
  });
});

describe('rows', () => {
  it('inserts, deletes, moves and undoes by keys', async () => {
    const user = userEvent.setup();
    showPlan(projectId);
    await activate(user, 2, '节点');
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(await screen.findByRole('textbox', { name: '第 1 行，节点：节点2' })).toBe(document.activeElement);
    await user.keyboard('{Control>}{Delete}{/Control}');
    expect(screen.getByText('已删除 1 行。')).toBeTruthy();
    await user.keyboard('{Control>}{Insert}{/Control}');
    expect(field(/^第 2 行，阶段，空/)).toBe(document.activeElement);
    await saved();
    expect(await column('title')).toEqual(['节点1', '', '节点3']);
    await user.keyboard('{Control>}zzz{/Control}');
    await saved();
    expect(await column('title')).toEqual(['节点1', '节点2', '节点3']);
    await user.keyboard('{Control>}y{/Control}');
    await saved();
    expect(await column('title')).toEqual(['节点2', '节点1', '节点3']);
  });

  it('does the same by buttons', async () => {
    const user = userEvent.setup();
    showPlan(projectId);
    await activate(user, 3, '节点');
    await user.click(screen.getByRole('button', { name: '上移' }));
    await user.click(screen.getByRole('button', { name: '删除所选行' }));
    await saved();
    expect(await column('title')).toEqual(['节点1', '节点2']);
    await user.click(screen.getByRole('button', { name: '撤销这次操作' }));
    await saved();
    expect(await column('title')).toEqual(['节点1', '节点3', '节点2']);
  });
});

describe('the clipboard', () => {
  it('copies the selection as tab-separated text', async () => {
    const user = userEvent.setup();
    showPlan(projectId);
    await activate(user, 1, '责任人');
    await user.keyboard('{Shift>}{ArrowRight}{ArrowDown}{/Shift}');
    const setData = vi.fn(); // user-event copies nothing where no text is selected; browsers send the event all the same
    fireEvent.copy(document.activeElement ?? document.body, { clipboardData: { setData } });
    expect(setData).toHaveBeenCalledWith('text/plain', '张三\t运维部\r\n张三\t运维部\r\n');
  });

  it('pastes rows of a worksheet, adds the missing ones, names refused cells and takes all back at once', async () => {
    const user = userEvent.setup();
    showPlan(projectId);
    await activate(user, 3, '计划完成');
    await user.paste('9月30日\t\t\t50%\r\n没定\t\t\t10\r\n');
    await saved();
    expect(await column('plannedFinish')).toEqual(['2026-12-31', '2026-12-31', '2026-09-30', '']);
    expect((await readPlan(projectId)).map((row) => row.progress)).toEqual([0, 0, 50, 10]);
    expect(screen.getByText('已粘贴 2 行，其中新增 1 行。')).toBeTruthy();
    expect(screen.getByText(/^第 4 行“计划完成”：没定。这不是确定的日期/)).toBeTruthy();
    await user.keyboard('{Control>}z{/Control}');
    await saved();
    expect(await column('plannedFinish')).toEqual(['2026-12-31', '2026-12-31', '2026-12-31']);
  });
});

describe('states', () => {
  it('says in words what is overdue and what is missing', async () => {
    await commit('test', [
      { table: 'planNodes', put: node(1, { projectId, plannedStart: '2026-10-01', plannedFinish: '2026-10-31', owner: '' }) },
    ]);
    showPlan(projectId);
    expect(await screen.findByText('⚠ 逾期 20 天')).toBeTruthy();
    expect(screen.getByText('还缺：责任人 1 处')).toBeTruthy();
    expect(screen.getByText('缺')).toBeTruthy();
    expect(screen.getByText(/^节点 3 个 · 已完成 0 个 · ⚠ 逾期 1 个/)).toBeTruthy();
  });

  it('keeps a change that could not be saved, and saves it when tried again', async () => {
    const user = userEvent.setup();
    showPlan(projectId);
    bridge.refuse('disk-full');
    await activate(user, 1, '责任人');
    await user.keyboard('李四{Enter}');
    expect(await screen.findByText('⚠ 未保存')).toBeTruthy();
    expect(screen.getByText(/磁盘空间不足/)).toBeTruthy();
    expect(screen.getByText(/^有 1 处改动还没有保存/)).toBeTruthy();
    bridge.refuse(null);
    await user.click(screen.getByRole('button', { name: '再试一次' }));
    await saved();
    expect(await column('owner')).toEqual(['李四', '张三', '张三']);
  });
});
