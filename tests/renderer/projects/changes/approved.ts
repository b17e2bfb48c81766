import type { HolidayYear, Policy } from '@shared/model/policy.ts';
import type { PlanNode, Project } from '@shared/model/project.ts';
import { reviewStages, type ProjectAction, type ProjectEvent } from '@shared/model/project-event.ts';
import type { WorkOp } from '@shared/model/work.ts';
import { buildSmall, install } from '../../../support/bank.ts';

export const clerk = { personId: 'person-1', name: '韦敏', position: '党建专责' };

/** The steps that lead to an approval on a day: handed in, and the three reviews entered from the paper form. */
export function approvalOps(project: Project, nodes: readonly PlanNode[], date: string): WorkOp[] {
  const actions: ProjectAction[] = [
    { kind: 'submitted', submission: { revision: 1, project, nodes } },
    ...reviewStages.map((stage): ProjectAction => ({
      kind: 'reviewed',
      review: { stage, outcome: 'pass', opinion: '同意', conditions: '', scores: null, signer: '李主任', meeting: '', date },
    })),
  ];
  const idOf = (n: number): string => `${project.id}-step-${n}`;
  return actions.map((action, n): WorkOp => {
    const event: ProjectEvent = {
      id: idOf(n),
      projectId: project.id,
      after: n === 0 ? null : idOf(n - 1),
      at: n,
      by: clerk,
      side: 'branch',
      action,
    };
    return { table: 'projectEvents', put: event };
  });
}

const policy: Policy = {
  passLine: 80,
  mistakeRule: { rightInARow: 2 },
  planThresholds: { dueSoonDays: 7 },
  calendar: [],
  blueprints: [],
};

/** A policy with the legal calendar of some years. */
export const installCalendar = (holidays: readonly HolidayYear[]): Promise<unknown> =>
  install(buildSmall('policy', { policy: { ...policy, holidays } }));
