import { describe, expect, test } from 'vitest';
import type { MonthlyReport } from '@shared/model/project.ts';
import { isNewest, newMonth, nodesAfter, problemOf, projectAfter, withNewNodes } from '@shared/projects/progress/month-report.ts';
import { node, project } from '../../../main/bundles/support.ts';

const indicator = { id: 'i-1', name: '示例指标', unit: '次', better: 'lower', baseline: 9, target: 5, actual: 7, lastYear: null } as const;
const own = project('p-1', { indicators: [indicator, { ...indicator, id: 'i-2', actual: null }] });
const nodes = [node('p-1', 'n-1', { progress: 40 }), node('p-1', 'n-2', { actualFinish: '2026-02-01', progress: 100 })];
const by = { personId: 'x', name: '示例员工01', position: '专责' };
const fresh = newMonth({ project: own, nodes, month: '2026-03', by });
const written = (change: Partial<MonthlyReport>): MonthlyReport => ({ ...fresh, progress: '示例进展', ...change });

test('a new month begins with how things stand, and changes nothing by itself', () => {
  expect(fresh).toMatchObject({
    id: 'p-1:2026-03',
    reporter: '示例员工01',
    position: '专责',
    nodes: [
      { nodeId: 'n-1', percent: 40, actualFinish: '' },
      { nodeId: 'n-2', percent: 100, actualFinish: '2026-02-01' },
    ],
    indicators: [{ id: 'i-1', value: 7 }],
  });
  expect(nodesAfter(nodes, fresh)).toEqual(nodes);
  expect(projectAfter(own, fresh)).toBe(own);
});

test('what is reported of nodes and indicators becomes how they stand; others keep what they have', () => {
  const report = written({
    nodes: [{ nodeId: 'n-1', percent: 100, actualFinish: '2026-03-09' }],
    indicators: [{ id: 'i-2', value: 6 }],
  });
  expect(nodesAfter(nodes, report)).toEqual([{ ...nodes[0], progress: 100, actualFinish: '2026-03-09' }, nodes[1]]);
  expect(projectAfter(own, report).indicators.map(({ actual }) => actual)).toEqual([7, 6]);
});

test('a node that came into the plan since stands in the form with what it has', () => {
  const old = written({ nodes: [{ nodeId: 'n-2', percent: 90, actualFinish: '' }] });
  expect(withNewNodes(old, nodes).nodes).toEqual([
    { nodeId: 'n-2', percent: 90, actualFinish: '' },
    { nodeId: 'n-1', percent: 40, actualFinish: '' },
  ]);
});

test('the newest month says how things stand now; the same month again does too', () => {
  expect([isNewest('2026-03', []), isNewest('2026-03', [written({})]), isNewest('2026-02', [written({})])]).toEqual([true, true, false]);
});

describe('what has to be mended', () => {
  const row = { nodeId: 'n-1', percent: 100, actualFinish: '2026-03-09' };
  test.each<[string, Partial<MonthlyReport>, unknown]>([
    ['nothing', {}, null],
    ['no reporter', { reporter: ' ' }, { kind: 'reporter-missing' }],
    ['no progress', { progress: '\n' }, { kind: 'nothing-written' }],
    ['finished on its day', { nodes: [row] }, null],
    ['finished with half of it', { nodes: [{ ...row, percent: 50 }] }, { kind: 'not-finished', nodeId: 'n-1' }],
    ['finished tomorrow', { nodes: [{ ...row, actualFinish: '2026-03-11' }] }, { kind: 'finish-ahead', nodeId: 'n-1' }],
  ])('%s', (_what, change, expected) => {
    expect(problemOf(written(change), '2026-03-10')).toEqual(expected);
  });
});
