import type { WorkOp } from '@shared/model/work.ts';
import type { ReturnsOfProject } from '@shared/projects/merge/merge.ts';

/** What leads from one state of a project's returns to another. Rows that are the same objects are left alone. */
export function returnOps(before: ReturnsOfProject, after: ReturnsOfProject): readonly WorkOp[] {
  const ids = new Set(after.plans.map(({ id }) => id));
  return [
    ...after.rows.filter((row) => !before.rows.includes(row)).map((put): WorkOp => ({ table: 'projectReturns', put })),
    ...after.plans.filter((plan) => !before.plans.includes(plan)).map((put): WorkOp => ({ table: 'returnedPlans', put })),
    ...before.plans.filter(({ id }) => !ids.has(id)).map(({ id }): WorkOp => ({ table: 'returnedPlans', remove: id })),
  ];
}
