import type { MonthlyReport, PlanNode, Project } from '@shared/model/project.ts';
import type { ProjectReturn, ProjectSnapshot, ReturnFacts } from '@shared/model/reviewing.ts';
import { returnFacts } from '@shared/projects/merge/facts.ts';
import { returnId, type IncomingReturn } from '@shared/projects/merge/merge.ts';
import { planNode, project } from '../fixture.ts';

/** A snapshot of an example project, with what a test changes. */
export const snapshotOf = (changes: Partial<Project> = {}, nodes: readonly PlanNode[] = [planNode()]): ProjectSnapshot => ({
  project: { ...project, ...changes },
  nodes: nodes.map((node) => ({ ...node, projectId: changes.id ?? node.projectId })),
  events: [],
  changes: [],
  entries: [],
  months: [],
});

export const monthly = (month: string, nodes: MonthlyReport['nodes'] = []): MonthlyReport => ({
  id: `p1:${month}`,
  projectId: 'p1',
  month,
  reporter: '示例人员',
  position: '',
  progress: '',
  problem: '',
  coordination: '',
  next: '',
  nodes,
  indicators: [],
  at: 0,
});

/** A snapshot as it comes in; two with the same title have the same content and hash. */
export const incomingOf = (installation: string, revision: number, title: string, sentAt = revision): IncomingReturn => ({
  projectId: 'p1',
  installation,
  revision,
  sha256: Array.from(title, (sign) => sign.charCodeAt(0).toString(16))
    .join('')
    .padEnd(64, '0')
    .slice(0, 64),
  sentAt,
  snapshot: snapshotOf({ title }),
});

export const factsOf = (snapshot: ProjectSnapshot): ReturnFacts => returnFacts(snapshot, []);

/** A row of the ledger's table as it comes in, approved and running, with what a test changes. */
export const returned = (projectId: string, changes: Partial<ReturnFacts> = {}, row: Partial<ProjectReturn> = {}): ProjectReturn => ({
  id: returnId({ projectId, installation: 'k' }),
  projectId,
  installation: 'k',
  history: [{ revision: 1, sha256: 'a'.repeat(64), sentAt: 1 }],
  state: 'current',
  facts: {
    ...factsOf(snapshotOf({ id: projectId, title: `示例项目${projectId}` })),
    stage: 'approved',
    approvedOn: '2026-03-02',
    finishes: [],
    ...changes,
  },
  ...row,
});
