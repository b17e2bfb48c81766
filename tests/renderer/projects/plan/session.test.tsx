import { beforeEach, expect, it, vi } from 'vitest';
import type { PlanChangeNote } from '@shared/model/project.ts';
import { summaryRow } from '@shared/projects/summary.ts';
import { database } from '../../../../renderer/data/database.ts';
import { changePlan, readStoredPlan } from '../../../../renderer/data/projects/plan.ts';
import { readPlan } from '../../../../renderer/data/projects/projects.ts';
import { commit } from '../../../../renderer/data/work.ts';
import { PlanSession } from '../../../../renderer/projects/plan/session/plan-session.ts';
import { memoryBridge, type MemoryBridge } from '../../../support/memory-bridge.ts';
import { node, project, titles } from '../nodes.ts';

let bridge: MemoryBridge;
let session: PlanSession;

beforeEach(async () => {
  bridge = await memoryBridge();
  await commit(
    'plan.test',
    [1, 2, 3].map((order) => ({ table: 'planNodes', put: node(order) })),
  );
  session = new PlanSession({ projectId: project.id, read: () => readStoredPlan(project.id), commit });
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
  const edited = [node(1, { title: '甲' }), node(2), node(3)];
  const summary = { table: 'planSummaries', put: summaryRow(project.id, edited) };
  expect(bridge.commits.at(-1)).toEqual({ what: 'plan.edit', ops: [{ table: 'planNodes', put: edited[0] }, summary] });
});

it('writes the summary again only where it says something else', async () => {
  rename(0, '甲');
  session.change('plan.edit', shown().with(0, { ...node(1), title: '甲', note: '与调度协同' }));
  await settled('saved');
  expect(bridge.commits.at(-1)?.ops).toEqual([{ table: 'planNodes', put: node(1, { title: '甲', note: '与调度协同' }) }]);
  expect(await database.planSummaries.toArray()).toEqual([summaryRow(project.id, shown())]);
});

it('writes the lines of the 变更单 with a change, and takes them away with its undo', async () => {
  const moved = shown().with(1, node(2, { plannedFinish: '2027-01-15' }));
  const note: PlanChangeNote = {
    id: 'note-1',
    projectId: project.id,
    nodeId: 'node-2',
    nodeTitle: '节点2',
    stepId: 'step-1',
    field: 'plannedFinish',
    before: '2026-12-31',
    after: '2027-01-15',
    reason: '停电计划调整',
    approvedBy: '分管领导',
    by: { personId: 'person-1', name: '韦敏', position: '党建专责' },
    at: 1,
  };
  session.change('plan.edit', moved, { add: [note], remove: [] });
  await settled('saved');
  expect(await database.planChanges.toArray()).toEqual([note]);
  expect(bridge.commits.at(-1)?.ops.map(({ table }) => table)).toEqual(['planNodes', 'planSummaries', 'planChanges']);
  session.undo();
  await settled('saved');
  expect([await database.planChanges.toArray(), (await readPlan(project.id))[1]]).toEqual([[], node(2)]);
  session.redo();
  await settled('saved');
  expect(await database.planChanges.toArray()).toEqual([note]);
});

it('takes back only what it changed where something came in from elsewhere meanwhile', async () => {
  rename(0, '甲');
  await settled('saved');
  await changePlan('progress.report', project.id, (nodes) => nodes.map((row) => ({ ...row, progress: 60 })), []);
  await session.open();
  session.undo();
  await settled('saved');
  expect(await readPlan(project.id)).toEqual([1, 2, 3].map((order) => node(order, { progress: 60 })));
  expect((await database.planSummaries.get(project.id))?.percent).toBe(60);
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
