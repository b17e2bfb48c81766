import { expect, it } from 'vitest';
import type { Benchmark } from '@shared/model/reviewing.ts';
import { benchmarkFor, proposeBenchmarks } from '@shared/projects/assessment/benchmarks.ts';
import { returned } from '../merge/returns.ts';

const rules = { year: 2026, good: ['优秀', '良好'], isCounty: (unitId: string) => unitId === 'county' };
const benchmark = (changes: Partial<Benchmark> = {}): Benchmark => ({
  id: 'b1',
  kind: 'specialty',
  subject: '配电运检',
  projectId: 'p9',
  projectTitle: '',
  unitName: '',
  year: 2026,
  reason: '',
  archived: false,
  ...changes,
});
const candidates = [
  returned('p1', { unitId: 'county', unitName: '甲县局', branch: '城区支部', specialty: '配电运检', score: 91, grade: '优秀' }),
  returned('p2', { unitId: 'county', unitName: '甲县局', branch: '城区支部', specialty: '营销服务', score: 95, grade: '优秀' }),
  returned('p3', { unitId: 'head', unitName: '机关', branch: '', specialty: '配电运检', score: 85, grade: '良好' }),
  returned('p4', { unitId: 'county', unitName: '甲县局', branch: '城区支部', specialty: '安全', score: 60, grade: '合格' }),
  returned('p5', { year: 2025, specialty: '安全', score: 99, grade: '优秀' }),
];
const proposed = (existing: readonly Benchmark[]) =>
  proposeBenchmarks(candidates, existing, rules).map(({ kind, subject, projectId }) => [kind, subject, projectId]);

it('proposes the best good one of each specialty, county company and branch', () => {
  expect(proposed([])).toEqual([
    ['specialty', '营销服务', 'p2'],
    ['specialty', '配电运检', 'p1'],
    ['county', '甲县局', 'p2'],
    ['branch', '甲县局城区支部', 'p2'],
  ]);
});

it('proposes nothing for a subject that has one this year; one that was taken down leaves its place free', () => {
  expect(proposed([benchmark()]).map(([, subject]) => subject)).toEqual(['营销服务', '甲县局', '甲县局城区支部']);
  expect(proposed([benchmark({ archived: true }), benchmark({ year: 2025 })])).toHaveLength(4);
  expect(benchmarkFor([benchmark()], { kind: 'branch', subject: '配电运检', year: 2026 })).toBeNull();
});
