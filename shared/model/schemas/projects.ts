import { z } from 'zod';
import { isDay } from '../../projects/days.ts';
import { bundleKinds, type BundleManifest, type SentEntry } from '../bundle.ts';
import {
  changedFields,
  linkTypes,
  longestLag,
  moments,
  mostLinks,
  mostNodes,
  topicSources,
  type Actor,
  type Dependency,
  type Evidence,
  type Indicator,
  type MonthlyReport,
  type PlanChangeNote,
  type PlanNode,
  type PlanSummary,
  type ProgressEntry,
  type Project,
} from '../project.ts';
import {
  projectStages,
  reviewOutcomes,
  reviewStages,
  type ProjectAction,
  type ProjectEvent,
  type Review,
  type Submission,
  type TopicScores,
} from '../project-event.ts';
import {
  benchmarkKinds,
  type Assessment,
  type AssessmentMarks,
  type Benchmark,
  type Criterion,
  type ProjectReturn,
  type ProjectSnapshot,
  type ProjectsPublication,
  type PublishedProjects,
  type ReturnedPlan,
  type ReturnFacts,
} from '../reviewing.ts';
import {
  claimFaults,
  type Assignment,
  type Claim,
  type ClaimDecision,
  type ClaimStatement,
  type Offer,
  type RankedClaim,
  type ReceivedClaim,
} from '../topic.ts';

const id = z.string().min(1).max(250);
const idOrNone = z.string().max(250);
const line = z.string().max(1_000);
const text = z.string().max(32_767);
/** To the end of the year 9999: later instants have no date of four digits, and those beyond 275760 none at all. */
const instant = z.number().min(0).max(253_402_214_400_000);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** Days are reckoned with, and what the calendar has not throws there. */
const day = z.string().refine(isDay);
const dayOrNone = z.string().refine((written) => written === '' || isDay(written));
const month = z.string().refine((written) => isDay(`${written}-01`));
const year = z.int().min(1900).max(2999);
const percent = z.number().min(0).max(100);

const actor = z.object({ personId: idOrNone, name: line, position: line }) satisfies z.ZodType<Actor>;

const figure = z.number().nullable();
const indicator = z.object({
  id,
  name: line,
  unit: line,
  better: z.enum(['lower', 'higher']),
  baseline: figure,
  target: figure,
  actual: figure,
  lastYear: figure,
}) satisfies z.ZodType<Indicator>;

export const projectSchema = z.object({
  id,
  title: line.min(1),
  number: line,
  unitId: line,
  unitName: line,
  branch: line,
  secretary: line,
  topicSource: z.enum(topicSources),
  topicId: idOrNone,
  year,
  contact: line,
  specialty: line,
  startDate: dayOrNone,
  endDate: dayOrNone,
  background: text,
  problem: text,
  measures: text,
  effect: text,
  outcome: text,
  indicators: z.array(indicator).max(50),
  createdAt: instant,
  archived: z.boolean(),
}) satisfies z.ZodType<Project>;

const dependency = z.object({
  nodeId: id,
  type: z.enum(linkTypes),
  lag: z.number().min(-longestLag).max(longestLag),
  elapsed: z.boolean(),
}) satisfies z.ZodType<Dependency>;

export const planNodeSchema = z.object({
  id,
  projectId: id,
  order: z.number(),
  phase: text,
  title: text,
  duty: text,
  deliverable: text,
  owner: text,
  department: text,
  supporters: text,
  plannedStart: dayOrNone,
  plannedFinish: dayOrNone,
  moment: z.enum(moments).exactOptional(),
  actualStart: dayOrNone,
  actualFinish: dayOrNone,
  dependencies: z.array(dependency).max(mostLinks),
  weight: z.number().min(0).max(1_000),
  progress: percent,
  nextSteps: text,
  note: text,
}) satisfies z.ZodType<PlanNode>;

const planChange = z.object({
  id,
  projectId: id,
  nodeId: id,
  nodeTitle: text,
  stepId: id,
  field: z.enum(changedFields),
  before: text,
  after: text,
  reason: text,
  approvedBy: line,
  by: actor,
  at: instant,
}) satisfies z.ZodType<PlanChangeNote>;

const progressEntry = z.object({
  id,
  projectId: id,
  nodeId: idOrNone,
  date: day,
  by: actor,
  what: text,
  problem: text,
  next: text,
  percent: percent.nullable(),
  at: instant,
}) satisfies z.ZodType<ProgressEntry>;

const monthlyReport = z.object({
  id,
  projectId: id,
  month,
  reporter: line,
  position: line,
  progress: text,
  problem: text,
  coordination: text,
  next: text,
  nodes: z.array(z.object({ nodeId: id, percent, actualFinish: dayOrNone })).max(mostNodes),
  indicators: z.array(z.object({ id, value: z.number() })).max(50),
  at: instant,
}) satisfies z.ZodType<MonthlyReport>;

const evidence = z.object({
  id,
  projectId: id,
  nodeId: idOrNone,
  name: line,
  bytes: instant,
  sha256,
  by: actor,
  at: instant,
}) satisfies z.ZodType<Evidence>;

const score = z.number().min(0).max(100);
const scores = z.object({ distinctiveness: score, feasibility: score, value: score }) satisfies z.ZodType<TopicScores>;

const submission = z.object({
  revision: z.int().min(1),
  project: projectSchema,
  nodes: z.array(planNodeSchema).max(mostNodes),
}) satisfies z.ZodType<Submission>;

const review = z.object({
  stage: z.enum(reviewStages),
  outcome: z.enum(reviewOutcomes),
  opinion: text,
  conditions: text,
  scores: scores.nullable(),
  signer: line,
  meeting: line,
  date: day,
}) satisfies z.ZodType<Review>;

const action = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('submitted'), submission }),
  z.object({ kind: z.literal('withdrawn'), reason: text }),
  z.object({ kind: z.literal('reviewed'), review }),
  z.object({
    kind: z.literal('closingRequested'),
    summary: text,
    indicators: z.array(indicator).max(50),
    evidence: z.array(z.object({ id, name: line, bytes: instant, sha256 })).max(1_000),
    date: day,
  }),
  z.object({ kind: z.literal('closed'), outcome: z.enum(['closed', 'returned']), opinion: text, signer: line, date: day }),
  z.object({ kind: z.literal('assessed'), year, score, rank: z.int().min(1), grade: line, date: day }),
  z.object({ kind: z.literal('terminated'), reason: text, date: day }),
  z.object({ kind: z.literal('undone'), of: id }),
]) satisfies z.ZodType<ProjectAction>;

export const projectEventSchema = z.object({
  id,
  projectId: id,
  after: id.nullable(),
  at: instant,
  by: actor,
  side: z.enum(['branch', 'bureau']),
  action,
}) satisfies z.ZodType<ProjectEvent>;

const offer = z.object({
  id,
  year,
  title: line.min(1),
  specialty: line,
  problem: text,
  expected: text,
  places: z.int().min(1).max(1_000),
  opensAt: instant,
  closesAt: instant,
  eligible: z.array(id).max(10_000),
  archived: z.boolean(),
}) satisfies z.ZodType<Offer>;

const assignment = z.object({
  id,
  year,
  unitId: line,
  unitName: line,
  title: line.min(1),
  specialty: line,
  problem: text,
  expected: text,
  dueDate: dayOrNone,
  archived: z.boolean(),
}) satisfies z.ZodType<Assignment>;

export const claimStatementSchema = z.object({
  id,
  offerId: id,
  unitId: line,
  unitName: line,
  branch: line,
  secretary: line,
  reason: text,
  claimedAt: instant,
}) satisfies z.ZodType<ClaimStatement>;

export const claimSchema = z.object({
  id,
  offerId: id,
  statement: claimStatementSchema,
  installation: line,
  signature: line,
  withdrawn: z.boolean(),
}) satisfies z.ZodType<Claim>;

const rankedClaim = z.object({
  claimId: id,
  unitId: line,
  unitName: line,
  secretary: line,
  claimedAt: instant,
  faults: z.array(z.enum(claimFaults)).max(claimFaults.length),
  won: z.boolean(),
  by: z.enum(['date', 'fewerProjects', 'lot', 'none']),
}) satisfies z.ZodType<RankedClaim>;

const claimDecision = z.object({
  id,
  ranked: z.array(rankedClaim).max(10_000),
  explanation: text,
  decidedAt: instant,
  decidedBy: line,
}) satisfies z.ZodType<ClaimDecision>;

export const snapshotSchema = z.object({
  project: projectSchema,
  nodes: z.array(planNodeSchema).max(mostNodes),
  events: z.array(projectEventSchema).max(1_000),
  changes: z.array(planChange).max(20_000),
  entries: z.array(progressEntry).max(20_000),
  months: z.array(monthlyReport).max(500),
}) satisfies z.ZodType<ProjectSnapshot>;

const returnFacts = z.object({
  unitId: line,
  unitName: line,
  branch: line,
  title: line,
  number: line,
  secretary: line,
  specialty: line,
  topicSource: z.enum(topicSources),
  year,
  stage: z.enum(projectStages),
  approvedOn: dayOrNone,
  total: z.int().min(0),
  done: z.int().min(0),
  percent,
  finishes: z.array(day).max(mostNodes),
  months: z.array(z.object({ month, percent })).max(500),
  score: percent.nullable(),
  grade: line,
}) satisfies z.ZodType<ReturnFacts>;

const criterion = z.object({ id, name: line.min(1), weight: z.number().nonnegative().max(1_000) }) satisfies z.ZodType<Criterion>;
const share = z.number().min(0).max(1);
const grades = z.array(z.object({ name: line.min(1), share, least: score })).max(20);

/** What of an assessment the policy sets. */
export const assessmentRulesSchema = z.object({ criteria: z.array(criterion).min(1).max(30), dropExtremes: z.boolean(), grades });

const assessment = assessmentRulesSchema.extend({
  id,
  year,
  title: line.min(1),
  judges: z.array(z.object({ id, name: line })).max(100),
  projectIds: z.array(id).max(10_000),
  createdAt: instant,
  finalAt: instant.nullable(),
  archived: z.boolean(),
}) satisfies z.ZodType<Assessment>;

const assessmentMarks = z.object({
  id,
  assessmentId: id,
  projectId: id,
  judgeId: id,
  marks: z.record(id, score.nullable()),
  opinion: text,
  at: instant,
}) satisfies z.ZodType<AssessmentMarks>;

const benchmark = z.object({
  id,
  kind: z.enum(benchmarkKinds),
  subject: line,
  projectId: id,
  projectTitle: line,
  unitName: line,
  year,
  reason: text,
  archived: z.boolean(),
}) satisfies z.ZodType<Benchmark>;

const recipient = z.string().regex(/^age1[a-z0-9]{20,200}$/);

export const publishedProjectsSchema = z.object({
  offers: z.array(offer).max(5_000),
  assignments: z.array(assignment).max(20_000),
  decisions: z.array(claimDecision).max(5_000),
  events: z.array(projectEventSchema).max(100_000),
  benchmarks: z.array(benchmark).max(5_000),
  receiving: z.array(z.object({ id: z.literal('receiving'), recipient })).length(1),
}) satisfies z.ZodType<PublishedProjects>;

export const bundleManifestSchema = z.object({
  format: z.literal(1),
  id,
  installation: line,
  sender: z.object({ unitId: line, unitName: line, branch: line, personName: line }),
  createdAt: instant,
  entries: z.array(z.object({ kind: z.string().regex(/^[A-Za-z][\w-]{0,39}$/), id, revision: z.int().min(1), sha256 })).max(20_000),
}) satisfies z.ZodType<BundleManifest>;

/** Rows of work of the projects room, by table. */
export const projectRowSchemas = {
  projects: projectSchema,
  planNodes: planNodeSchema,
  projectEvents: projectEventSchema,
  planChanges: planChange,
  planSummaries: z.object({
    id,
    total: z.int().min(0),
    done: z.int().min(0),
    percent,
    open: z.array(z.object({ nodeId: id, title: text, owner: text, finish: dayOrNone })).max(mostNodes),
  }) satisfies z.ZodType<PlanSummary>,
  progressEntries: progressEntry,
  monthlyReports: monthlyReport,
  evidence,
  claims: claimSchema,
  sentEntries: z.object({
    id,
    kind: z.enum(bundleKinds),
    entryId: id,
    revision: z.int().min(1),
    sha256,
    bundleId: id,
    exportedAt: instant,
  }) satisfies z.ZodType<SentEntry>,
  offers: offer,
  assignments: assignment,
  receivedClaims: z.object({
    id,
    offerId: id,
    claim: claimSchema,
    receivedAt: instant,
    genuine: z.boolean(),
  }) satisfies z.ZodType<ReceivedClaim>,
  claimDecisions: claimDecision,
  projectReturns: z.object({
    id,
    projectId: id,
    installation: line,
    history: z.array(z.object({ revision: z.int().min(1), sha256, sentAt: instant })).max(10_000),
    state: z.enum(['current', 'conflict', 'setAside']),
    facts: returnFacts,
  }) satisfies z.ZodType<ProjectReturn>,
  returnedPlans: z.object({
    id,
    projectId: id,
    revision: z.int().min(1),
    sha256,
    snapshot: snapshotSchema,
  }) satisfies z.ZodType<ReturnedPlan>,
  assessments: assessment,
  assessmentMarks,
  benchmarks: benchmark,
  projectsPublications: z.object({
    id,
    package: line,
    version: z.int().min(1),
    at: instant,
    brought: z.record(z.string().min(1).max(300), z.string().max(64)),
  }) satisfies z.ZodType<ProjectsPublication>,
};
