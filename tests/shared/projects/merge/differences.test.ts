import { expect, it } from 'vitest';
import { snapshotDifferences } from '@shared/projects/merge/differences.ts';
import { planNode } from '../fixture.ts';
import { monthly, snapshotOf } from './returns.ts';

it('names every cell in which snapshots differ: of the form, of nodes, of notes', () => {
  const one = snapshotOf({ secretary: '示例甲' }, [
    planNode({ id: 'n1', plannedFinish: '2026-03-31' }),
    planNode({ id: 'n2', title: '试点' }),
  ]);
  const other = {
    ...snapshotOf({ secretary: '示例乙' }, [planNode({ id: 'n1', plannedFinish: '2026-04-10' })]),
    months: [monthly('2026-03')],
  };
  expect(snapshotDifferences([one, other])).toEqual([
    { part: 'project', field: 'secretary', values: ['示例甲', '示例乙'] },
    { part: 'node', nodeId: 'n1', title: '现场勘查', field: 'plannedFinish', values: ['2026-03-31', '2026-04-10'] },
    { part: 'node', nodeId: 'n2', title: '试点', field: 'title', values: ['试点', null] },
    { part: 'months', id: 'p1:2026-03', values: [null, '2026-03'] },
  ]);
});

it('tells notes apart that read the same', () => {
  const [one, other] = [
    { ...snapshotOf(), months: [monthly('2026-03')] },
    { ...snapshotOf(), months: [{ ...monthly('2026-03'), at: 5 }] },
  ];
  expect(snapshotDifferences([one, other])).toEqual([{ part: 'months', id: 'p1:2026-03', values: ['2026-03', '2026-03'] }]);
});

it('finds nothing between equal ones', () => {
  expect(snapshotDifferences([snapshotOf(), snapshotOf(), snapshotOf()])).toEqual([]);
});
