import type { PlanNode, Project } from '@shared/model/project.ts';
import type { ProjectState } from '@shared/projects/lifecycle/state.ts';

/** What every part of the closing shows. */
export interface ClosingProps {
  readonly project: Project;
  readonly state: ProjectState;
  /** In the order of the table. */
  readonly nodes: readonly PlanNode[];
  /** 'YYYY-MM-DD'. */
  readonly today: string;
}
