import type { MonthlyReport, PlanChangeNote, PlanNode, ProgressEntry, Project } from './project.ts';
import type { ProjectEvent, ProjectStage } from './project-event.ts';
import type { Assignment, ClaimDecision, Offer } from './topic.ts';

/** What a branch sends of one project: everything as it stands (bundle entry `project`). */
export interface ProjectSnapshot {
  readonly project: Project;
  readonly nodes: readonly PlanNode[];
  /** Those of the branch; the bureau has its own. */
  readonly events: readonly ProjectEvent[];
  readonly changes: readonly PlanChangeNote[];
  readonly entries: readonly ProgressEntry[];
  readonly months: readonly MonthlyReport[];
}

/** Work of the bureau: how a project stands by what came in (上报). id = `projectId@installation`. */
export interface ProjectReturn {
  readonly id: string;
  readonly projectId: string;
  /** Public key of the installation that sent it. */
  readonly installation: string;
  /** Every revision that came in, oldest first. */
  readonly history: readonly ReturnedRevision[];
  /** `conflict`: another installation, or another file of the same revision, says something else · `setAside`: a person decided against it. */
  readonly state: 'current' | 'conflict' | 'setAside';
  readonly facts: ReturnFacts;
}

export interface ReturnedRevision {
  readonly revision: number;
  /** Hex SHA-256 of the canonical JSON of its snapshot. */
  readonly sha256: string;
  /** By the branch's clock. */
  readonly sentAt: number;
}

/** What the ledger (台账) shows without opening the snapshot. Dates are 'YYYY-MM-DD' or ''. */
export interface ReturnFacts {
  readonly unitId: string;
  readonly unitName: string;
  readonly branch: string;
  readonly title: string;
  readonly number: string;
  readonly secretary: string;
  readonly specialty: string;
  readonly topicSource: Project['topicSource'];
  readonly year: number;
  readonly stage: ProjectStage;
  readonly approvedOn: string;
  readonly total: number;
  readonly done: number;
  /** 0 to 100 by weight. */
  readonly percent: number;
  /** Planned finishes of the nodes that are not done, earliest first; lateness depends on the day. Nodes without a date are left out. */
  readonly finishes: readonly string[];
  /** Every month that was reported, in order. */
  readonly months: readonly ReportedMonth[];
  /** 评审得分 and 等次 of the yearly review; null and '' before it. */
  readonly score: number | null;
  readonly grade: string;
}

export interface ReportedMonth {
  /** 'YYYY-MM'. */
  readonly month: string;
  /** Progress of the whole by that month's report, 0 to 100 by weight. */
  readonly percent: number;
}

/**
 * Work of the bureau: the newest snapshot itself. id = `projectId@installation`; other files of the same revision that say
 * something else have `#sha256` behind it.
 */
export interface ReturnedPlan {
  readonly id: string;
  readonly projectId: string;
  readonly revision: number;
  /** Hex SHA-256 of the canonical JSON of the snapshot. */
  readonly sha256: string;
  readonly snapshot: ProjectSnapshot;
}

/** One aspect that is marked (特色化, 完成质量, …). */
export interface Criterion {
  readonly id: string;
  readonly name: string;
  /** Shares; they need not sum to 1. */
  readonly weight: number;
}

/** Work of the bureau: the yearly review of results (成果评审). */
export interface Assessment {
  readonly id: string;
  readonly year: number;
  readonly title: string;
  readonly judges: readonly { readonly id: string; readonly name: string }[];
  readonly criteria: readonly Criterion[];
  /** Leaves out the highest and the lowest judge of each project (needs at least three marks). */
  readonly dropExtremes: boolean;
  /** Grades from the best; a project gets the first whose share of all (0 to 1) still has room and whose least score it has. */
  readonly grades: readonly { readonly name: string; readonly share: number; readonly least: number }[];
  readonly projectIds: readonly string[];
  readonly createdAt: number;
  /** Null while marks may still change. */
  readonly finalAt: number | null;
  readonly archived: boolean;
}

/** Work of the bureau: what one judge gave one project. id = `assessmentId:projectId:judgeId`. */
export interface AssessmentMarks {
  readonly id: string;
  readonly assessmentId: string;
  readonly projectId: string;
  readonly judgeId: string;
  /** By criterion, 0 to 100; null where not marked yet. */
  readonly marks: Readonly<Record<string, number | null>>;
  readonly opinion: string;
  readonly at: number;
}

/** 一专业一标杆 · 一县企一示范 · 一支部一特色. */
export const benchmarkKinds = ['specialty', 'county', 'branch'] as const;
export type BenchmarkKind = (typeof benchmarkKinds)[number];

/** Work of the bureau, and content of a `projects` package. */
export interface Benchmark {
  readonly id: string;
  readonly kind: BenchmarkKind;
  /** The specialty, county company or branch that it stands for. */
  readonly subject: string;
  readonly projectId: string;
  readonly projectTitle: string;
  readonly unitName: string;
  readonly year: number;
  readonly reason: string;
  readonly archived: boolean;
}

/** Work of the bureau: what went out in which version. id = `package@version`. */
export interface ProjectsPublication {
  readonly id: string;
  readonly package: string;
  readonly version: number;
  readonly at: number;
  /** What it brought that earlier versions had not, or not so: marks by `kind:id` (shared/projects/reviewing/publication.ts). */
  readonly brought: Readonly<Record<string, string>>;
}

/** Content: what a package of kind `projects` carries. */
export interface PublishedProjects {
  readonly offers: readonly Offer[];
  readonly assignments: readonly Assignment[];
  readonly decisions: readonly ClaimDecision[];
  /** The bureau's steps of all projects. */
  readonly events: readonly ProjectEvent[];
  readonly benchmarks: readonly Benchmark[];
  /** Whom bundles are sealed to: always one. */
  readonly receiving: readonly { readonly id: 'receiving'; readonly recipient: string }[];
}
