export const topicSources = ['self', 'assigned', 'claimed'] as const;
export type TopicSource = (typeof topicSources)[number];

/** Who did something, as they were called then. */
export interface Actor {
  readonly personId: string;
  readonly name: string;
  readonly position: string;
}

/**
 * Work: 书记项目. Dates are 'YYYY-MM-DD' or '' where not set. Rows of the first version lack what came later: they are read
 * through `completeProject` (shared/projects/complete.ts).
 */
export interface Project {
  readonly id: string;
  readonly title: string;
  readonly number: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly branch: string;
  readonly secretary: string;
  readonly topicSource: TopicSource;
  /** Id of the assignment or the offer it comes from; '' where self-chosen. */
  readonly topicId: string;
  readonly year: number;
  /** 联系人, with a telephone number if wanted. */
  readonly contact: string;
  /** 专业, e.g. 配电运检; benchmarks are kept by it. */
  readonly specialty: string;
  readonly startDate: string;
  readonly endDate: string;
  /** 实施背景 */
  readonly background: string;
  /** 拟解决的问题 */
  readonly problem: string;
  /** 主要举措 */
  readonly measures: string;
  /** 预期成效 */
  readonly effect: string;
  /** 成果形式 */
  readonly outcome: string;
  readonly indicators: readonly Indicator[];
  readonly createdAt: number;
  readonly archived: boolean;
}

/** A business figure before and after, e.g. 中压故障 (次). Null where not known. */
export interface Indicator {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly better: 'lower' | 'higher';
  /** 基线 */
  readonly baseline: number | null;
  /** 目标 */
  readonly target: number | null;
  /** 实际 */
  readonly actual: number | null;
  /** 上年同期 */
  readonly lastYear: number | null;
}

export const linkTypes = ['FS', 'SS', 'FF', 'SF'] as const;
export type LinkType = (typeof linkTypes)[number];

/**
 * 前置关系: this node depends on another of the same plan. People make finish–start links; the other types come with plans of
 * Microsoft Project and are kept and reckoned with.
 */
export interface Dependency {
  readonly nodeId: string;
  readonly type: LinkType;
  /** Workdays between them, calendar days where `elapsed`; negative for a lead. May be a fraction in imported plans. */
  readonly lag: number;
  readonly elapsed: boolean;
}

/** Links of one node, the days of a lag either way, and nodes of one plan: more is a slip or a hostile file. */
export const [mostLinks, longestLag, mostNodes] = [500, 10_000, 5_000];

/** Where in its day a 里程碑 lies that takes no time. */
export const moments = ['morning', 'evening'] as const;
export type Moment = (typeof moments)[number];

/**
 * Work: one node (节点) of a project's plan table (推进计划表). Planned dates are the present plan (现计划); what was approved
 * (原计划) stands in the baseline. Rows of the first version are read through `completeNode`.
 */
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
  /** 配合单位 */
  readonly supporters: string;
  readonly plannedStart: string;
  readonly plannedFinish: string;
  /** Of plans of Microsoft Project; absent for what takes time. It counts while both planned dates are one day. */
  readonly moment?: Moment;
  readonly actualStart: string;
  readonly actualFinish: string;
  readonly dependencies: readonly Dependency[];
  /** Share in the progress of the whole; 1 where nobody said otherwise, 0 counts for nothing. */
  readonly weight: number;
  /** 0 to 100. */
  readonly progress: number;
  /** 存在问题及下一步措施 */
  readonly nextSteps: string;
  readonly note: string;
}

export const nodeStates = ['notStarted', 'underway', 'done', 'overdue'] as const;
export type NodeState = (typeof nodeStates)[number];

/** What may not be changed without a reason once the plan is approved. */
export const changedFields = ['plannedStart', 'plannedFinish', 'owner', 'duty', 'added', 'removed'] as const;
export type ChangedField = (typeof changedFields)[number];

/** Work: one line of a 节点变更单: what differs from before, and why. */
export interface PlanChangeNote {
  readonly id: string;
  readonly projectId: string;
  readonly nodeId: string;
  /** As the node was called then. */
  readonly nodeTitle: string;
  /** Lines that were made in one step share it. */
  readonly stepId: string;
  readonly field: ChangedField;
  /** The cell's text; of an added or removed node its title. */
  readonly before: string;
  readonly after: string;
  readonly reason: string;
  /** 批准人, as written on paper; may be ''. */
  readonly approvedBy: string;
  readonly by: Actor;
  readonly at: number;
}

/** Work: a dated entry of progress, of one node or (nodeId '') of the whole project. */
export interface ProgressEntry {
  readonly id: string;
  readonly projectId: string;
  readonly nodeId: string;
  /** 'YYYY-MM-DD'. */
  readonly date: string;
  readonly by: Actor;
  readonly what: string;
  readonly problem: string;
  readonly next: string;
  /** The node's percentage as reported; null where the entry says nothing of it. */
  readonly percent: number | null;
  readonly at: number;
}

/** Work: 月度进展, one form a month. id = `projectId:YYYY-MM`. */
export interface MonthlyReport {
  readonly id: string;
  readonly projectId: string;
  /** 'YYYY-MM'. */
  readonly month: string;
  readonly reporter: string;
  readonly position: string;
  /** 实施进展情况 */
  readonly progress: string;
  readonly problem: string;
  /** 需协调事项 */
  readonly coordination: string;
  readonly next: string;
  readonly nodes: readonly { readonly nodeId: string; readonly percent: number; readonly actualFinish: string }[];
  readonly indicators: readonly { readonly id: string; readonly value: number }[];
  readonly at: number;
}

/** Work: 佐证材料. The file lies in main's store under its hash; the same file twice is kept once. */
export interface Evidence {
  readonly id: string;
  readonly projectId: string;
  /** '' where it belongs to the whole project. */
  readonly nodeId: string;
  /** What a person reads, with its ending. */
  readonly name: string;
  readonly bytes: number;
  /** Hex SHA-256 of the file. */
  readonly sha256: string;
  readonly by: Actor;
  readonly at: number;
}

/**
 * Work: what the register shows of a plan without reading its nodes. id = project's; written in the same commit as the plan.
 */
export interface PlanSummary {
  readonly id: string;
  readonly total: number;
  readonly done: number;
  /** 0 to 100 by weight. */
  readonly percent: number;
  /** Nodes that are not done, by planned finish. */
  readonly open: readonly { readonly nodeId: string; readonly title: string; readonly owner: string; readonly finish: string }[];
}
