import type { Actor, Evidence, Indicator, PlanNode, Project } from './project.ts';

/** 草稿 → 预审 → 再审 → 会审 → 已立项 → 申请销号 → 已销号 → 已评审; 退回 and 终止 beside them. */
export const projectStages = [
  'draft',
  'departmentReview',
  'leaderReview',
  'committeeReview',
  'returned',
  'approved',
  'closingRequested',
  'closed',
  'assessed',
  'terminated',
] as const;
export type ProjectStage = (typeof projectStages)[number];

/** The three reviews (三审立项), in their order. */
export const reviewStages = ['departmentReview', 'leaderReview', 'committeeReview'] as const;
export type ReviewStage = (typeof reviewStages)[number];

/** 特色化 · 可行性 · 价值度, each 0 to 100. */
export interface TopicScores {
  readonly distinctiveness: number;
  readonly feasibility: number;
  readonly value: number;
}

/** pass 同意 · conditional 有条件同意 · return 退回修改. */
export const reviewOutcomes = ['pass', 'conditional', 'return'] as const;
export type ReviewOutcome = (typeof reviewOutcomes)[number];

/** What goes to review: the facts and the plan as they were then. */
export interface Submission {
  /** 1 for the first, one more each time it is handed in again. */
  readonly revision: number;
  readonly project: Project;
  readonly nodes: readonly PlanNode[];
}

export interface Review {
  readonly stage: ReviewStage;
  readonly outcome: ReviewOutcome;
  readonly opinion: string;
  /** What has to be done on the way; only with `conditional`. */
  readonly conditions: string;
  /** Null where the reviewer gave none. */
  readonly scores: TopicScores | null;
  /** Who signs: 职能部门负责人, 分管局领导; of the committee who keeps its minutes. */
  readonly signer: string;
  /** The committee's meeting, e.g. 第12次党委会; '' elsewhere. */
  readonly meeting: string;
  /** 'YYYY-MM-DD' on the form. */
  readonly date: string;
}

export type ProjectAction =
  | { readonly kind: 'submitted'; readonly submission: Submission }
  /** Taken back by the branch before a decision. */
  | { readonly kind: 'withdrawn'; readonly reason: string }
  | { readonly kind: 'reviewed'; readonly review: Review }
  | {
      readonly kind: 'closingRequested';
      readonly summary: string;
      readonly indicators: readonly Indicator[];
      readonly evidence: readonly Pick<Evidence, 'id' | 'name' | 'bytes' | 'sha256'>[];
      /** 'YYYY-MM-DD' on which the project was finished. */
      readonly date: string;
    }
  | {
      readonly kind: 'closed';
      readonly outcome: 'closed' | 'returned';
      readonly opinion: string;
      readonly signer: string;
      readonly date: string;
    }
  | {
      readonly kind: 'assessed';
      readonly year: number;
      readonly score: number;
      readonly rank: number;
      readonly grade: string;
      readonly date: string;
    }
  | { readonly kind: 'terminated'; readonly reason: string; readonly date: string }
  /** Takes the last step back. `of` is its event's id. */
  | { readonly kind: 'undone'; readonly of: string };

/**
 * Work at whoever wrote it, content where it came down in a package: one step of a project. Steps are only added. They form a
 * chain by `after`, so that they may arrive in any order and more than once.
 */
export interface ProjectEvent {
  readonly id: string;
  readonly projectId: string;
  /** Id of the step before; null for the first. */
  readonly after: string | null;
  readonly at: number;
  readonly by: Actor;
  /** Where it was written. A branch may enter reviews from the signed paper form; the bureau's own take their place. */
  readonly side: 'branch' | 'bureau';
  readonly action: ProjectAction;
}
