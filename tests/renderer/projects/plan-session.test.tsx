import { beforeEach, expect, it, vi } from 'vitest';
import { readPlan } from '../../../renderer/data/projects/projects.ts';
import { commit } from '../../../renderer/data/work.ts';
import { PlanSession } from '../../../renderer/projects/plan/plan-session.ts';
import { memoryBridge, type MemoryBridge } from '../../support/memory-bridge.ts';
import { node, project, titles } from './nodes.ts';

let bridge: MemoryBridge;
let session: PlanSession;

beforeEach(async () => {
  bridge = await memoryBridge();
  await commit(
    'plan.test',
    [1, 2, 3].map((order) => ({ table: 'planNodes', put: node(order) })),
  );
  session = new PlanSession({ read: () => readPlan(project.id), commit });
  await session.open();
});

const shown = () => session.view()?.rows ?? [];
const settled = (saving: 'saved' | 'failed') => vi.waitFor(() => expect(session.view()?.saving).toBe(saving));
const rename = (row: number, title: string): void => {
  const old = shown()[row];
  if (!old) throw new Error(`no row ${row}`);
  session.change('plan.edit', shown().with(row, { ...old, title }));
};

it('shows a change at once and says saved only when the database has it', async () => {
  rename(0, '甲');
  expect([titles(shown())[0], session.view()?.saving]).toEqual(['甲', 'saving']);
  await settled('saved');
  expect(titles(await readPlan(project.id))).toEqual(['甲', '节点2', '节点3']);
  expect(bridge.commits.at(-1)).toEqual({ what: 'plan.edit', ops: [{ table: 'planNodes', put: node(1, { title: '甲' }) }] });
});

it('keeps both of two quick edits of one row', async () => {
  rename(0, '甲');
  session.change('plan.edit', shown().with(0, { ...node(1), title: '甲', owner: '李四' }));
  await settled('saved');
  expect((await readPlan(project.id))[0]).toEqual(node(1, { title: '甲', owner: '李四' }));
});

it('takes changes back and makes them again, each as a new commit', async () => {
  session.change('plan.remove', shown().slice(1));
  rename(0, '乙');
  session.undo();
  session.undo();
  expect(titles(shown())).toEqual(['节点1', '节点2', '节点3']);
  session.redo();
  await settled('saved');
  expect(titles(await readPlan(project.id))).toEqual(['节点2', '节点3']);
  expect(bridge.commits.slice(1).map(({ what }) => what)).toEqual(['plan.remove', 'plan.edit', 'plan.undo', 'plan.undo', 'plan.redo']);
  expect([session.view()?.canUndo, session.view()?.canRedo]).toEqual([true, true]);
});

it('keeps what could not be saved, and saves it in its order when it is tried again', async () => {
  bridge.refuse('disk-full');
  rename(0, '甲');
  await settled('failed');
  rename(1, '乙');
  await settled('failed');
  expect(session.view()).toMatchObject({ unsaved: 2, failure: { kind: 'disk-full' } });
  expect(titles(shown())).toEqual(['甲', '乙', '节点3']);
  expect(titles(await readPlan(project.id))).toEqual(['节点1', '节点2', '节点3']);
  bridge.refuse(null);
  await session.saveWaiting();
  expect(session.view()).toMatchObject({ unsaved: 0, saving: 'saved', failure: null });
  expect(titles(await readPlan(project.id))).toEqual(['甲', '乙', '节点3']);
});
