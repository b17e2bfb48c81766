import { z } from 'zod';
import { topicSources, type PlanNode, type Project } from '../project.ts';
import { questionTypes, type Answer } from '../question.ts';
import { studyModes, type Mistake, type Response, type StudyPosition } from '../study.ts';
import type { Attempt, AttemptAnswer, AttemptClock } from '../exam.ts';
import { workTables, type Commit, type LocalPerson, type WorkRows, type WorkTable } from '../work.ts';
import { bankRowSchemas } from './bank.ts';
import { trustFloorSchema } from './trust.ts';
import { dateOrNone, personSchema, questionSchema } from './content.ts';

const id = z.string().min(1).max(250);
const line = z.string().max(1_000);
const text = z.string().max(32_767);
const instant = z.number().nonnegative();

const simpleAnswers = [
  z.object({ kind: z.literal('options'), chosen: z.array(z.int().min(0).max(11)).max(12) }),
  z.object({ kind: z.literal('judge'), value: z.boolean() }),
  z.object({ kind: z.literal('blanks'), texts: z.array(text).max(50) }),
  z.object({ kind: z.literal('text'), text }),
] as const;

export const answerSchema = z.discriminatedUnion('kind', [
  ...simpleAnswers,
  z.object({ kind: z.literal('parts'), answers: z.array(z.discriminatedUnion('kind', simpleAnswers).nullable()).max(20) }),
]) satisfies z.ZodType<Answer>;

const markSchema = z.object({
  questionId: id,
  section: line,
  type: z.enum(questionTypes),
  score: z.number(),
  full: z.number(),
  correct: z.boolean().nullable(),
});

const resultSchema = z.object({
  score: z.number(),
  full: z.number(),
  unmarked: z.number(),
  percent: z.number(),
  passed: z.boolean(),
  items: z.array(markSchema.extend({ parts: z.array(markSchema).exactOptional() })),
});

const optionOrder = z.array(z.int().min(0).max(11));

const itemSchema = z.object({
  question: questionSchema,
  optionOrder,
  partOrders: z.array(optionOrder).exactOptional(),
  score: z.number(),
});

const paperSchema = z.object({
  id,
  title: line,
  blueprintId: line,
  seed: z.int(),
  minutes: z.number().positive(),
  items: z.array(itemSchema).max(1_000),
});

const rowSchemas = {
  ...bankRowSchemas,
  localPeople: personSchema.extend({ unitName: line }) satisfies z.ZodType<LocalPerson>,
  responses: z.object({
    id,
    personId: id,
    questionId: id,
    section: line,
    revision: line,
    answer: answerSchema,
    correct: z.boolean(),
    mode: z.enum([...studyModes, 'mock']),
    at: instant,
  }) satisfies z.ZodType<Response>,
  mistakes: z.object({
    id,
    personId: id,
    questionId: id,
    section: line,
    wrongCount: z.int().min(0),
    rightInARow: z.int().min(0),
    state: z.enum(['open', 'overcome']),
    lastAt: instant,
  }) satisfies z.ZodType<Mistake>,
  positions: z.object({ id, personId: id, section: line, questionId: id, index: z.int().min(0) }) satisfies z.ZodType<StudyPosition>,
  attempts: z.object({
    id,
    personId: id,
    kind: z.literal('mock'),
    paper: paperSchema,
    startedAt: instant,
    budgetMs: instant,
    passLine: z.number(),
    state: z.enum(['open', 'handedIn']),
    handedInAt: instant.nullable(),
    endedBy: z.enum(['person', 'time']).nullable(),
    result: resultSchema.nullable(),
  }) satisfies z.ZodType<Attempt>,
  attemptAnswers: z.object({
    id,
    attemptId: id,
    questionId: id,
    answer: answerSchema.nullable(),
    flagged: z.boolean(),
    at: instant,
  }) satisfies z.ZodType<AttemptAnswer>,
  attemptClocks: z.object({ id, attemptId: id, elapsedMs: instant, at: instant }) satisfies z.ZodType<AttemptClock>,
  projects: z.object({
    id,
    title: line.min(1),
    number: line,
    unitId: line,
    unitName: line,
    branch: line,
    secretary: line,
    topicSource: z.enum(topicSources),
    year: z.int().min(1900).max(2999),
    problem: text,
    createdAt: instant,
    archived: z.boolean(),
  }) satisfies z.ZodType<Project>,
  planNodes: z.object({
    id,
    projectId: id,
    order: z.number(),
    phase: text,
    title: text,
    duty: text,
    deliverable: text,
    owner: text,
    department: text,
    plannedStart: dateOrNone,
    plannedFinish: dateOrNone,
    actualFinish: dateOrNone,
    progress: z.number().min(0).max(100),
    note: text,
  }) satisfies z.ZodType<PlanNode>,
  trustFloors: trustFloorSchema,
} satisfies { [T in WorkTable]: z.ZodType<WorkRows[T]> };

const putSchemas = workTables.map((table) => z.object({ table: z.literal(table), put: rowSchemas[table] }));
const [firstPut, ...otherPuts] = putSchemas;
if (!firstPut) throw new Error('there are no tables of work');
/** Told apart by the table, because a commit of questions is long and is checked while somebody waits. */
const putSchema = z.discriminatedUnion('table', [firstPut, ...otherPuts]);
const removeSchema = z.object({ table: z.enum(workTables), remove: id });

/** A commit as it may come from the renderer or from an old journal line. Throws ZodError where it is anything else. */
export function parseCommit(value: unknown): Commit {
  return commitSchema.parse(value) as Commit; // the union over tables is built by a loop, which loses the pairing of table and row
}

export const commitSchema = z.object({
  what: z.string().min(1).max(60),
  ops: z
    .array(z.union([putSchema, removeSchema]))
    .min(1)
    .max(5_000),
});
