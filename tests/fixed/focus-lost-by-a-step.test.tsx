import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { commit } from '../../renderer/data/work.ts';
import Projects from '../../renderer/projects/index.tsx';
import { node, project } from '../renderer/projects/nodes.ts';
import { memoryBridge } from '../support/memory-bridge.ts';
import { renderScreen } from '../support/screen.tsx';

// A step took away the button that was pressed for it, and who works by keyboard began again at the top of the page;
// Escape dropped a note that was half written.

let projectId: string;
let tests = 0;

beforeEach(async () => {
  await memoryBridge();
  projectId = `focus-${(tests += 1)}`;
  const content = { background: '雷雨季跳闸多', measures: '分段改造', effect: '故障减半', startDate: '2026-03-01', endDate: '2026-11-30' };
  await commit('test', [
    { table: 'projects', put: { ...project, ...content, id: projectId } },
    { table: 'planNodes', put: node(1, { projectId }) },
  ]);
});

const click = async (name: string): Promise<void> => userEvent.setup().click(await screen.findByRole('button', { name }));
const focusOn = (name: string): Promise<void> => waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading', { name })));

it('goes on to what is to be done next when an application was handed in', async () => {
  renderScreen(Projects, [projectId, 'application']);
  await click('检查并送审');
  await click('确认送审');
  await screen.findByText(/已送审，正等待职能部门预审/);
  await focusOn('现在要做的');
});

it('goes to the name of a new indicator', async () => {
  renderScreen(Projects, [projectId, 'application']);
  await click('增加一项指标');
  const added = await screen.findByRole('textbox', { name: '第 1 项指标的指标名称' });
  expect(document.activeElement).toBe(added);
});

it('goes into the form of a month and back to the list', async () => {
  renderScreen(Projects, [projectId, 'progress']);
  await userEvent.setup().click(await screen.findByRole('button', { name: /^填写/ }));
  await waitFor(() => expect(document.activeElement?.textContent).toMatch(/^\d{4}年\d+月进展$/));
  await click('取消');
  await focusOn('月度进展');
});

it('keeps a note that is half written when Escape is pressed', async () => {
  const user = userEvent.setup();
  renderScreen(Projects, [projectId, 'progress']);
  await click('记一条进展');
  const dialog = screen.getByRole('dialog');
  await user.type(within(dialog).getByLabelText('做了什么（必填）'), '现场勘查');
  await user.click(within(dialog).getByRole('button', { name: '取消' }));
  expect(within(dialog).getByText('填写的内容还没有保存。要放弃吗？')).toBeTruthy();
  await user.click(within(dialog).getByRole('button', { name: '继续填写' }));
  expect(within(dialog).getByLabelText<HTMLTextAreaElement>('做了什么（必填）').value).toBe('现场勘查');
});
