export const topicSources = ['self', 'assigned', 'claimed'] as const;
export type TopicSource = (typeof topicSources)[number];

/** Work: 书记项目. Dates are 'YYYY-MM-DD' or '' where not set. */
export interface Project {
  readonly id: string;
  readonly title: string;
  readonly number: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly branch: string;
  readonly secretary: string;
  readonly topicSource: TopicSource;
  readonly year: number;
  readonly problem: string;
  readonly createdAt: number;
  readonly archived: boolean;
}

/** Work: one node (节点) of a project's plan table (推进计划表). */
export interface PlanNode {
  readonly id: string;
  readonly projectId: string;
  /** Position in the table; fractions allow a row between two others. */
  readonly order: number;
  readonly phase: string;
  readonly title: string;
  /** 具体工作内容及职责 */
  readonly duty: string;
  /** 完成标准（成果形式） */
  readonly deliverable: string;
  readonly owner: string;
  readonly department: string;
  readonly plannedStart: string;
  readonly plannedFinish: string;
  readonly actualFinish: string;
  /** 0 to 100. */
  readonly progress: number;
  readonly note: string;
}

export const nodeStates = ['notStarted', 'underway', 'done', 'overdue'] as const;
export type NodeState = (typeof nodeStates)[number];
