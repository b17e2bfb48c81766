import type { Dependency, Indicator, PlanNode, Project } from './project.ts';

/** Columns of a plan table that a file can carry. */
export const planFileFields = [
  'phase',
  'title',
  'duty',
  'deliverable',
  'owner',
  'department',
  'supporters',
  'plannedStart',
  'plannedFinish',
  'actualStart',
  'actualFinish',
  'progress',
  'weight',
  'dependencies',
  'nextSteps',
  'note',
] as const;
export type PlanFileField = (typeof planFileFields)[number];

/** One row of a plan as a file has it. */
export interface PlanFileRow {
  readonly sheet: string;
  /** 1-based row of the sheet; of Microsoft Project the task's id. */
  readonly row: number;
  /** The hidden node id; '' where the row has none. */
  readonly nodeId: string;
  /** What stands in the cells, as text; dates that were dates as 'YYYY-MM-DD'. A field that the file has no column for is absent. */
  readonly cells: Readonly<Partial<Record<PlanFileField, string>>>;
  /** Links by the row numbers of this file; null where the file has them as text in `cells.dependencies` or not at all. */
  readonly links: readonly (Omit<Dependency, 'nodeId'> & { readonly row: number })[] | null;
}

/** Something of a file that needs a person's eye. */
export interface PlanFileProblem {
  readonly sheet: string;
  readonly row: number;
  readonly severity: 'error' | 'warning';
  readonly code: string;
  readonly message: string;
}

/** What was read of a file, before it is compared with a plan. */
export interface PlanFile {
  readonly name: string;
  readonly format: 'xlsx' | 'mspdi';
  /** The project that a workbook of ours was made from; '' in others. */
  readonly projectId: string;
  readonly title: string;
  readonly rows: readonly PlanFileRow[];
  readonly problems: readonly PlanFileProblem[];
}

/** A plan as it goes into files. */
export interface PlanDocument {
  readonly project: Project;
  readonly nodes: readonly PlanNode[];
  /** What was approved; empty before that. */
  readonly baseline: readonly PlanNode[];
  readonly indicators: readonly Indicator[];
  /** Days off and days made workdays, for the calendar of Microsoft Project. */
  readonly holidays: readonly { readonly day: string; readonly work: boolean }[];
  /** 'YYYY-MM-DD'. */
  readonly today: string;
}
