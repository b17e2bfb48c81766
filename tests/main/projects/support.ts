import type { PlanDocument, PlanFile } from '@shared/model/plan-file.ts';
import type { PlanNode } from '@shared/model/project.ts';
import { apply, type Outcome } from '@shared/projects/exchange/apply.ts';
import { firstChoices, type Choices } from '@shared/projects/exchange/choices.ts';
import { compare, type PlanComparison } from '@shared/projects/exchange/compare.ts';
import { readPlanFile } from '../../../main/projects/read-plan-file.ts';
import { planNode, project } from '../../shared/projects/fixture.ts';

export const planDocument = (nodes: readonly PlanNode[], changes: Partial<PlanDocument> = {}): PlanDocument => ({
  project,
  nodes,
  baseline: [],
  indicators: [],
  holidays: [],
  today: '2026-09-05',
  ...changes,
});

/** What a reader process makes of these bytes, without the process. */
export async function readPlan(bytes: Uint8Array, name = '计划.xlsx'): Promise<PlanFile> {
  const read = await readPlanFile(Buffer.from(bytes), name);
  if ('code' in read) throw new Error(read.message);
  return read;
}

export const compared = (file: PlanFile, nodes: readonly PlanNode[]): PlanComparison =>
  compare(file, nodes, { projectId: project.id, year: 2026, people: ['李明华', '韦敏'] });

/** The plan with what is proposed of a file, or with other choices. */
export const taken = (comparison: PlanComparison, choices: Choices = firstChoices(comparison)): Outcome =>
  apply(comparison, choices, {
    ids: new Map(comparison.rows.filter(({ node }) => !node).map(({ key }) => [key, `id of ${key}`])),
    noteLine: (field, text) => `${field}：${text}`,
  });

/** Differences as 'row field: plan → file'. */
export const differences = ({ rows }: PlanComparison): string[] =>
  rows.flatMap((row) => row.cells.map((cell) => `${row.row} ${cell.field}: ${cell.plan} → ${cell.file}${cell.conflict ? ' !' : ''}`));

/** A plan of three nodes in two phases. */
export const threeNodes: readonly PlanNode[] = [
  planNode({ id: 'a', order: 1, phase: '准备', title: '现场勘查', plannedStart: '2026-03-02', plannedFinish: '2026-03-13' }),
  planNode({
    id: 'b',
    order: 2,
    title: '方案编制',
    plannedStart: '2026-03-16',
    plannedFinish: '2026-04-10',
    dependencies: [{ nodeId: 'a', type: 'FS', lag: 0, elapsed: false }],
  }),
  planNode({
    id: 'c',
    order: 3,
    title: '改造施工',
    owner: '李明华、韦敏',
    weight: 3,
    progress: 40,
    plannedStart: '2026-04-13',
    plannedFinish: '2026-09-30',
    dependencies: [{ nodeId: 'b', type: 'FS', lag: 2, elapsed: false }],
  }),
];
