import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Project } from '@shared/model/project.ts';
import {
  everyProject,
  needsFacts,
  registerColumns,
  registerRows,
  type RegisterFacts,
  type RegisterQuery,
} from '@shared/projects/register.ts';
import { project } from './fixture.ts';

const projects: readonly Project[] = [
  { ...project, id: 'a', title: '低电压治理', number: 'SJ2026-9', secretary: '韦建国', createdAt: 3 },
  {
    ...project,
    id: 'b',
    title: '线路防雷',
    number: 'SJ2026-10',
    secretary: '覃芳',
    year: 2025,
    topicSource: 'self',
    createdAt: 2,
    specialty: '配电运检',
  },
  { ...project, id: 'c', title: '服务提升', number: '', unitName: '另一县供电局', createdAt: 1 },
  { ...project, id: 'd', title: '旧项目', archived: true, createdAt: 4 },
];
const fact = (fields: Partial<RegisterFacts>): RegisterFacts => ({
  stage: 'draft',
  total: 2,
  percent: 0,
  overdue: 0,
  delay: 0,
  light: 'green',
  next: null,
  ...fields,
});
const facts = new Map([
  ['a', fact({ stage: 'approved', percent: 50, delay: 12, next: { nodeId: 'n', title: '勘查', owner: '', finish: '2026-05-01' } })],
  ['b', fact({ stage: 'returned', percent: 10 })],
  ['e', fact({ stage: 'closed', light: null, percent: 100 })],
]);
const found = (query: Partial<RegisterQuery>) => registerRows(projects, facts, { ...everyProject, ...query }).map(({ id }) => id);

describe('the register', () => {
  it('shows the newest first, archived projects only when asked', () => {
    expect(found({})).toEqual(['a', 'b', 'c']);
    expect(found({ withArchived: true })).toEqual(['d', 'a', 'b', 'c']);
  });

  it('finds by unit, year, secretary, source, state and words', () => {
    expect(found({ unit: '另一县供电局' })).toEqual(['c']);
    expect(found({ year: 2025 })).toEqual(['b']);
    expect(found({ secretary: '覃芳' })).toEqual(['b']);
    expect(found({ source: 'self' })).toEqual(['b']);
    expect(found({ stage: 'approved' })).toEqual(['a']);
    expect(found({ text: 'sj2026 配电' })).toEqual(['b']);
    expect(found({ text: '配电 低电压' })).toEqual([]);
  });

  it('orders by any column, what has no value last in both directions', () => {
    expect(found({ sort: { column: 'number', descending: false } })).toEqual(['a', 'b', 'c']);
    expect(found({ sort: { column: 'number', descending: true } })).toEqual(['b', 'a', 'c']);
    expect(found({ sort: { column: 'percent', descending: false } })).toEqual(['b', 'a', 'c']);
    expect(found({ sort: { column: 'light', descending: true } })).toEqual(['a', 'b', 'c']);
    expect(found({ sort: { column: 'next', descending: true } })).toEqual(['a', 'b', 'c']);
    expect(found({ sort: { column: 'stage', descending: false } })).toEqual(['b', 'a', 'c']);
  });

  it('has all of its facts read only where rows or order depend on them', () => {
    expect(needsFacts(everyProject)).toBe(false);
    expect(needsFacts({ ...everyProject, stage: 'closed' })).toBe(true);
    expect(registerColumns.filter((column) => needsFacts({ ...everyProject, sort: { column, descending: false } }))).toEqual([
      'stage',
      'light',
      'percent',
      'next',
    ]);
  });

  it('gives the same order whatever order the rows were read in', () => {
    const shuffled = fc.shuffledSubarray([...projects], { minLength: projects.length });
    fc.assert(
      fc.property(shuffled, fc.constantFrom(...registerColumns), fc.boolean(), (rows, column, descending) => {
        const query = { ...everyProject, sort: { column, descending } };
        expect(registerRows(rows, facts, query)).toEqual(registerRows(projects, facts, query));
      }),
    );
  });
});
