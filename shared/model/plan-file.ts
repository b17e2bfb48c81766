import type { Dependency, Indicator, Moment, PlanNode, Project } from './project.ts';

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
  /** What stands in 序号, by which other rows name it; '' where the file numbers nothing. */
  readonly number: string;
  /** The hidden node id; '' where the row has none. */
  readonly nodeId: string;
  /** What stands in the cells, as text; dates that were dates as 'YYYY-MM-DD'. A field that the file has no column for is absent. */
  readonly cells: Readonly<Partial<Record<PlanFileField, string>>>;
  /** Links by the row numbers of this file; null where the file has them as text in `cells.dependencies` or not at all. */
  readonly links: readonly (Omit<Dependency, 'nodeId'> & { readonly row: number })[] | null;
  /** Of Microsoft Project, a task that takes no time. */
  readonly moment?: Moment;
}

/** Something of a file that needs a person's eye. */
export interface PlanFileProblem {
  readonly sheet: string;
  readonly row: number;
  readonly severity: 'error' | 'warning';
  readonly code: string;
  readonly message: string;
}

/** A node as it went into a workbook of ours: what the workbook's cells are compared with. Its links are by 序号 of that workbook. */
export interface ExportedRow {
  readonly nodeId: string;
  readonly number: string;
  readonly cells: Readonly<Record<PlanFileField, string>>;
}

/** Each row of the source with content is counted once: source = rows + headings + refused + ignored. */
export interface PlanFileAccount {
  readonly source: number;
  readonly rows: number;
  /** Titles, header rows and rows that only name a phase. */
  readonly headings: number;
  /** Rows that should be nodes but could not be read; each has a problem of severity error. */
  readonly refused: number;
  /** Signatures, notes and sums below the table, sheets without a plan; of Microsoft Project blank and external tasks. */
  readonly ignored: number;
}

/** A day of the calendar that differs from Monday to Friday. 'YYYY-MM-DD'. */
export interface CalendarDay {
  readonly day: string;
  readonly work: boolean;
}

/** What was read of a file, before it is compared with a plan. */
export interface PlanFile {
  readonly name: string;
  readonly format: 'xlsx' | 'mspdi';
  /** The project that a workbook of ours was made from; '' in others. */
  readonly projectId: string;
  readonly title: string;
  readonly rows: readonly PlanFileRow[];
  /** Of a workbook of ours, the nodes as they were exported; empty in others. */
  readonly exported: readonly ExportedRow[];
  /** Exceptions of the file's own calendar; empty where it has none. */
  readonly calendar: readonly CalendarDay[];
  readonly problems: readonly PlanFileProblem[];
  readonly accounted: PlanFileAccount;
}

/** Which version of a plan was approved (批准版本). */
export interface Approval {
  /** Which time it was handed in. */
  readonly revision: number;
  /** 'YYYY-MM-DD'. */
  readonly approvedOn: string;
}

/** A plan as it goes into files. */
export interface PlanDocument {
  readonly project: Project;
  readonly nodes: readonly PlanNode[];
  /** What was approved; empty before that. */
  readonly baseline: readonly PlanNode[];
  /** Absent where it is not known or not approved. */
  readonly approval?: Approval;
  /** Names of the 佐证材料; absent where none are told. */
  readonly evidence?: readonly { readonly nodeId: string; readonly name: string }[];
  readonly indicators: readonly Indicator[];
  /** Days off and days made workdays, for the calendar of Microsoft Project. */
  readonly holidays: readonly CalendarDay[];
  /** 'YYYY-MM-DD'. */
  readonly today: string;
}
