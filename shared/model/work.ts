import type { Attempt, AttemptAnswer, AttemptClock } from './exam.ts';
import type { ExamEvent } from './exam-record.ts';
import type { Exam, ExamRecord, Marking, PaperScores, StoredBlueprint, StoredPaper } from './examining.ts';
import type { SentEntry } from './bundle.ts';
import type { Evidence, MonthlyReport, PlanChangeNote, PlanNode, PlanSummary, ProgressEntry, Project } from './project.ts';
import type { ProjectEvent } from './project-event.ts';
import type { Assessment, AssessmentMarks, Benchmark, ProjectReturn, ProjectsPublication, ReturnedPlan } from './reviewing.ts';
import type { Assignment, Claim, ClaimDecision, Offer, ReceivedClaim } from './topic.ts';
import type { Forecast, Mistake, QuestionMark, Response, Schedule, StudyPosition, StudySettings } from './study.ts';
import type { Person } from './roster.ts';
import type { TrustFloor } from './trust.ts';
import type { Bank, BankBatch, BankBlock, BankChange, BankDecision, BankStep, ColumnMapping, Correction } from './bank.ts';

/** Work: a person who is not in any roster package and entered the name on this computer. */
export interface LocalPerson extends Person {
  readonly unitName: string;
}

/** Every table of work. Each row has a string id; the journal is their truth, the database their projection. */
export interface WorkRows {
  localPeople: LocalPerson;
  responses: Response;
  mistakes: Mistake;
  positions: StudyPosition;
  attempts: Attempt;
  attemptAnswers: AttemptAnswer;
  attemptClocks: AttemptClock;
  projects: Project;
  planNodes: PlanNode;
  corrections: Correction;
  banks: Bank;
  bankBlocks: BankBlock;
  bankSteps: BankStep;
  bankChanges: BankChange;
  bankBatches: BankBatch;
  bankDecisions: BankDecision;
  columnMappings: ColumnMapping;
  trustFloors: TrustFloor;
  studySettings: StudySettings;
  questionMarks: QuestionMark;
  schedules: Schedule;
  forecasts: Forecast;
  examEvents: ExamEvent;
  blueprints: StoredBlueprint;
  papers: StoredPaper;
  exams: Exam;
  examRecords: ExamRecord;
  paperScores: PaperScores;
  markings: Marking;
  projectEvents: ProjectEvent;
  planChanges: PlanChangeNote;
  planSummaries: PlanSummary;
  progressEntries: ProgressEntry;
  monthlyReports: MonthlyReport;
  evidence: Evidence;
  claims: Claim;
  sentEntries: SentEntry;
  offers: Offer;
  assignments: Assignment;
  receivedClaims: ReceivedClaim;
  claimDecisions: ClaimDecision;
  projectReturns: ProjectReturn;
  returnedPlans: ReturnedPlan;
  assessments: Assessment;
  assessmentMarks: AssessmentMarks;
  benchmarks: Benchmark;
  projectsPublications: ProjectsPublication;
}

export type WorkTable = keyof WorkRows;

export const workTables = [
  'localPeople',
  'responses',
  'mistakes',
  'positions',
  'attempts',
  'attemptAnswers',
  'attemptClocks',
  'projects',
  'planNodes',
  'corrections',
  'banks',
  'bankBlocks',
  'bankSteps',
  'bankChanges',
  'bankBatches',
  'bankDecisions',
  'columnMappings',
  'trustFloors',
  'studySettings',
  'questionMarks',
  'schedules',
  'forecasts',
  'examEvents',
  'blueprints',
  'papers',
  'exams',
  'examRecords',
  'paperScores',
  'markings',
  'projectEvents',
  'planChanges',
  'planSummaries',
  'progressEntries',
  'monthlyReports',
  'evidence',
  'claims',
  'sentEntries',
  'offers',
  'assignments',
  'receivedClaims',
  'claimDecisions',
  'projectReturns',
  'returnedPlans',
  'assessments',
  'assessmentMarks',
  'benchmarks',
  'projectsPublications',
] as const satisfies readonly WorkTable[];

/** One change of one row. Putting the same row twice changes nothing. */
export type WorkOp =
  | { [T in WorkTable]: { readonly table: T; readonly put: WorkRows[T] } }[WorkTable]
  | { readonly table: WorkTable; readonly remove: string };

/** Ops that belong together: all of them are durable, or none. */
export interface Commit {
  /** What the person did, e.g. 'study.answer'; read in audits. */
  readonly what: string;
  readonly ops: readonly WorkOp[];
}

/** How far a copy of the work has come: the number and hash of the last record it holds. n = 0 and '' mean nothing yet. */
export interface JournalMark {
  readonly n: number;
  readonly hash: string;
}

/** One acknowledged commit, numbered from 1. */
export interface JournalRecord extends Commit {
  readonly n: number;
  readonly hash: string;
  /** Wall clock, milliseconds since 1970. */
  readonly at: number;
}
