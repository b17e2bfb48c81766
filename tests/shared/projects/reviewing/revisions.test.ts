import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Submission } from '@shared/model/project-event.ts';
import { revisionDifferences } from '@shared/projects/reviewing/revisions.ts';
import { anyNode, planNode, project } from '../fixture.ts';

const submission = (changes: Partial<Submission>): Submission => ({ revision: 1, project, nodes: [], ...changes });

it('names the facts and cells that differ, in the order of form and table', () => {
  const before = submission({ nodes: [planNode(), planNode({ id: 'n2', order: 2 }), planNode({ id: 'n3', order: 3 })] });
  const changed = planNode({ owner: '示例人员', plannedFinish: '2026-04-15', order: 4 });
  const added = planNode({ id: 'n4', order: 5 });
  const after = submission({
    revision: 2,
    project: { ...project, effect: '示例成效', title: '示例项目' },
    nodes: [added, changed, planNode({ id: 'n3', order: 3 })],
  });
  expect(revisionDifferences(before, after)).toEqual({
    fields: ['title', 'effect'],
    nodes: [
      { nodeId: 'n1', kind: 'changed', before: before.nodes[0], after: changed, cells: ['owner', 'plannedFinish'] },
      { nodeId: 'n4', kind: 'added', before: null, after: added, cells: [] },
      { nodeId: 'n2', kind: 'removed', before: before.nodes[1], after: null, cells: [] },
    ],
    reordered: true,
  });
});

it('does not take progress for a change of the plan', () => {
  const before = submission({ nodes: [planNode()] });
  const after = submission({ revision: 2, nodes: [planNode({ progress: 40, actualStart: '2026-03-02', order: 7 })] });
  expect(revisionDifferences(before, after)).toEqual({ fields: [], nodes: [], reordered: false });
});

const somePlan = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 9 }), anyNode), { maxLength: 6, selector: ([number]) => number })
  .map((rows) => rows.map(([number, node], place) => ({ ...node, id: `n${number}`, order: place })));

it('law: nothing differs from itself, and what was added one way was removed the other way', () => {
  const idsOf = (nodes: ReturnType<typeof revisionDifferences>['nodes'], kind: string) =>
    nodes
      .filter((one) => one.kind === kind)
      .map(({ nodeId }) => nodeId)
      .toSorted();
  fc.assert(
    fc.property(somePlan, somePlan, (one, other) => {
      const [before, after] = [submission({ nodes: one }), submission({ nodes: other })];
      const [there, back] = [revisionDifferences(before, after), revisionDifferences(after, before)];
      expect(revisionDifferences(before, before)).toEqual({ fields: [], nodes: [], reordered: false });
      expect(idsOf(there.nodes, 'added')).toEqual(idsOf(back.nodes, 'removed'));
      expect(idsOf(there.nodes, 'changed')).toEqual(idsOf(back.nodes, 'changed'));
      expect(there.reordered).toBe(back.reordered);
    }),
  );
});
