import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readPlan } from '../../renderer/data/projects/projects.ts';
import { commit } from '../../renderer/data/work.ts';
import { node, project } from '../renderer/projects/nodes.ts';
import { cellAt, saved, showPlan } from '../renderer/projects/plan/support.tsx';
import { memoryBridge } from '../support/memory-bridge.ts';

// A text that still stood in a cell when the window was closed was lost without a word.

let projectId: string;
let tests = 0;

beforeEach(async () => {
  await memoryBridge();
  projectId = `closed-${(tests += 1)}`;
  await commit('test', [
    { table: 'projects', put: { ...project, id: projectId } },
    { table: 'planNodes', put: node(1, { projectId }) },
  ]);
});

afterEach(() => {
  vi.restoreAllMocks();
});

function closeWindow(): { readonly held: boolean; readonly closed: () => number } {
  const close = vi.spyOn(window, 'close').mockImplementation(() => undefined);
  const event = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(event);
  return { held: event.defaultPrevented, closed: () => close.mock.calls.length };
}

it('enters the text of an open cell, saves it, and only then closes the window', async () => {
  const user = userEvent.setup();
  showPlan(projectId);
  await user.click(await cellAt(1, '节点'));
  await user.keyboard('现场勘查');
  const { held, closed } = closeWindow();
  expect([held, closed()]).toEqual([true, 0]);
  await saved();
  await vi.waitFor(() => expect(closed()).toBe(1));
  expect((await readPlan(projectId)).map(({ title }) => title)).toEqual(['现场勘查']);
  expect(closeWindow().held).toBe(false);
});

it('stays open with a text that is not taken, until the person closes it once more', async () => {
  const user = userEvent.setup();
  showPlan(projectId);
  await user.click(await cellAt(1, '计划完成'));
  await user.keyboard('看情况');
  expect(closeWindow().held).toBe(true);
  expect((await screen.findByRole('alert')).textContent).toMatch('这不是确定的日期');
  expect(closeWindow()).toMatchObject({ held: false });
});
