import fc from 'fast-check';
import type { ProjectAction, ProjectEvent, Review, ReviewStage } from '@shared/model/project-event.ts';
import { planNode, project } from '../fixture.ts';

export const clerk = { personId: 'person-1', name: '韦敏', position: '党建专责' };

export const submitted = (revision: number): ProjectAction => ({
  kind: 'submitted',
  submission: { revision, project, nodes: [planNode({ title: `第${revision}稿` })] },
});

export const reviewed = (stage: ReviewStage, outcome: Review['outcome'] = 'pass'): ProjectAction => ({
  kind: 'reviewed',
  review: {
    stage,
    outcome,
    opinion: outcome === 'return' ? '举措不具体' : '同意',
    conditions: outcome === 'conditional' ? `${stage}：每月报进度` : '',
    scores: { distinctiveness: 80, feasibility: 90, value: 85 },
    signer: '覃处长',
    meeting: stage === 'committeeReview' ? '第12次党委会' : '',
    date: '2026-03-05',
  },
});

export const withdrawn: ProjectAction = { kind: 'withdrawn', reason: '补充基线数据' };
export const closingRequested: ProjectAction = {
  kind: 'closingRequested',
  summary: '已完成',
  indicators: [],
  evidence: [],
  date: '2026-11-30',
};
export const closed = (outcome: 'closed' | 'returned'): ProjectAction => ({
  kind: 'closed',
  outcome,
  opinion: '佐证材料已核',
  signer: '覃处长',
  date: '2026-12-05',
});
export const assessed: ProjectAction = { kind: 'assessed', year: 2026, score: 92.5, rank: 1, grade: '优秀', date: '2027-01-10' };
export const terminated: ProjectAction = { kind: 'terminated', reason: '业务调整', date: '2026-06-01' };

/** An event of this project; its time is its number. */
export const event = (id: string, after: string | null, action: ProjectAction, fields: Partial<ProjectEvent> = {}): ProjectEvent => ({
  id,
  projectId: project.id,
  after,
  at: Number(id.replaceAll(/\D/g, '')),
  by: clerk,
  side: action.kind === 'assessed' ? 'bureau' : 'branch',
  action,
  ...fields,
});

/** Actions that anybody might try at any time; revisions and ids of what is undone are only sometimes right. */
export const anyAction: fc.Arbitrary<ProjectAction> = fc.oneof(
  fc.integer({ min: 1, max: 3 }).map(submitted),
  fc.constant(withdrawn),
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom('departmentReview', 'leaderReview', 'committeeReview'), anyOutcome())
      .map(([stage, outcome]) => reviewed(stage, outcome)),
  },
  fc.constant(closingRequested),
  fc.constantFrom('closed', 'returned').map(closed),
  fc.constant(assessed),
  fc.constant(terminated),
  fc.integer({ min: 0, max: 12 }).map((n): ProjectAction => ({ kind: 'undone', of: `e${n}` })),
);

function anyOutcome(): fc.Arbitrary<Review['outcome']> {
  return fc.constantFrom('pass', 'pass', 'conditional', 'return');
}

export const anySide = fc.constantFrom('branch', 'bureau');
