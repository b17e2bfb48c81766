import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeNotes, differencesToExplain } from '@shared/projects/change-notes.ts';
import { anyNode, planNode } from './fixture.ts';

const baseline = [planNode({ id: 'a', title: '甲' }), planNode({ id: 'b', title: '乙' })];
const [first, second] = baseline.map((node) => ({ ...node }));
if (!first || !second) throw new Error('a plan of two');
const rows = [first, second];

test('dates, owners and duties ask for a reason, other cells do not', () => {
  const changed = { ...first, plannedFinish: '2026-04-15', owner: '周晓', duty: '', title: '甲改', note: '备注', progress: 50, order: 9 };
  const line = { nodeId: 'a', nodeTitle: '甲改' };
  expect(differencesToExplain(rows, [changed, second], baseline)).toEqual([
    { ...line, field: 'plannedFinish', before: '2026-03-31', after: '2026-04-15' },
    { ...line, field: 'owner', before: '李明华', after: '周晓' },
    { ...line, field: 'duty', before: '逐户核对负荷', after: '' },
  ]);
  expect(
    differencesToExplain(rows, [{ ...first, note: '备注', progress: 50, actualStart: '2026-03-02', weight: 2 }, second], baseline),
  ).toEqual([]);
});

test('a node is added when it gets its title, and asks again only for what it had', () => {
  const blank = planNode({ id: 'new', title: '', owner: '', duty: '', plannedStart: '', plannedFinish: '' });
  const named = { ...blank, title: '补充勘查' };
  const filled = { ...named, owner: '周晓', plannedStart: '2026-05-06' };
  const steps = [rows, [...rows, blank], [...rows, named], [...rows, filled], [...rows, { ...filled, owner: '覃丽' }], rows];
  const asked = steps.slice(1).map((after, place) => differencesToExplain(steps[place] ?? [], after, baseline));
  const line = { nodeId: 'new', nodeTitle: '补充勘查' };
  expect(asked).toEqual([
    [],
    [{ ...line, field: 'added', before: '', after: '补充勘查' }],
    [],
    [{ ...line, field: 'owner', before: '周晓', after: '覃丽' }],
    [{ ...line, field: 'removed', before: '补充勘查', after: '' }],
  ]);
});

test('an approved node that is removed is told by its title', () => {
  expect(differencesToExplain(rows, [second], baseline)).toEqual([
    { nodeId: 'a', nodeTitle: '甲', field: 'removed', before: '甲', after: '' },
  ]);
});

test('moving rows and going nowhere ask nothing', () => {
  fc.assert(
    fc.property(fc.uniqueArray(anyNode, { selector: ({ title }) => title, maxLength: 6 }), fc.nat(), (nodes, seed) => {
      const table = nodes.map((node, place) => ({ ...node, id: `n${place}` }));
      const moved = table.toSorted((one, other) => ((seed >> Number(one.id.slice(1))) & 1) - ((seed >> Number(other.id.slice(1))) & 1));
      expect(differencesToExplain(table, moved, table)).toEqual([]);
    }),
  );
});

test('the lines of one step share it, each with an id of its own', () => {
  let ids = 0;
  const by = { personId: 'p', name: '韦敏', position: '党建专责' };
  const facts = { projectId: 'p1', reason: '停电计划调整', approvedBy: '', by, at: 7 };
  const lines = differencesToExplain(rows, [{ ...first, plannedFinish: '2026-04-15' }], baseline);
  expect(changeNotes(lines, { ...facts, newId: () => `id${(ids += 1)}` })).toEqual([
    { id: 'id2', stepId: 'id1', nodeId: 'a', nodeTitle: '甲', field: 'plannedFinish', before: '2026-03-31', after: '2026-04-15', ...facts },
    { id: 'id3', stepId: 'id1', nodeId: 'b', nodeTitle: '乙', field: 'removed', before: '乙', after: '', ...facts },
  ]);
});
