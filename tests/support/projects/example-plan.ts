import type { PlanNode } from '@shared/model/project.ts';
import type { ProjectAction, ProjectEvent, ReviewStage } from '@shared/model/project-event.ts';
import type { WorkOp } from '@shared/model/work.ts';
import { step } from '@shared/projects/lifecycle/actions.ts';
import { replay } from '@shared/projects/lifecycle/replay.ts';
import { summaryRow } from '@shared/projects/summary.ts';
import { longProject, manyNodes } from '../many-nodes.ts';

export const exampleProject = longProject;

/** Rows of a project with a plan of so many nodes. */
export function planRows(count: number): { readonly nodes: readonly PlanNode[]; readonly ops: readonly WorkOp[] } {
  const nodes = manyNodes(count);
  const ops: readonly WorkOp[] = [
    { table: 'projects', put: exampleProject },
    ...nodes.map((put): WorkOp => ({ table: 'planNodes', put })),
    { table: 'planSummaries', put: summaryRow(exampleProject.id, nodes) },
  ];
  return { nodes, ops };
}

const passed = (stage: ReviewStage): ProjectAction => ({
  kind: 'reviewed',
  review: {
    stage,
    outcome: 'pass',
    opinion: '',
    conditions: '',
    scores: null,
    signer: '示例人员',
    meeting: stage === 'committeeReview' ? '第1次党委会' : '',
    date: '2026-02-01',
  },
});

const by = { personId: 'person-1', name: '示例人员', position: '党建专责' };

/** The steps that lead to the approval of such a plan, as a branch enters them from paper. */
export function approvalRows(nodes: readonly PlanNode[]): readonly WorkOp[] {
  const actions: readonly ProjectAction[] = [
    { kind: 'submitted', submission: { revision: 1, project: exampleProject, nodes } },
    ...(['departmentReview', 'leaderReview', 'committeeReview'] as const).map(passed),
  ];
  const events = actions.reduce<readonly ProjectEvent[]>((before, action, place) => {
    const facts = { id: `step-${place}`, projectId: exampleProject.id, at: place + 1, by, side: 'branch' } as const;
    const next = step(replay(exampleProject.id, before), action, facts);
    if (!next.ok) throw new Error(next.why);
    return [...before, next.event];
  }, []);
  return events.map((put) => ({ table: 'projectEvents', put }));
}
