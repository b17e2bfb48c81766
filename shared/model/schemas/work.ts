import { z } from 'zod';
import {
  memoryStates,
  studyModes,
  type Forecast,
  type Mistake,
  type QuestionMark,
  type Response,
  type Schedule,
  type StudyPosition,
  type StudySettings,
} from '../study.ts';
import { releases, type Attempt, type AttemptAnswer, type AttemptClock } from '../exam.ts';
import { workTables, type Commit, type LocalPerson, type WorkRows, type WorkTable } from '../work.ts';
import { bankRowSchemas } from './bank.ts';
import { trustFloorSchema } from './trust.ts';
import { dateOrNone, personSchema } from './content.ts';
import { examiningSchemas } from './examining.ts';
import { answerSchema, paperSchema, resultSchema } from './paper.ts';
import { projectRowSchemas } from './projects.ts';

const id = z.string().min(1).max(250);
const line = z.string().max(1_000);
const text = z.string().max(32_767);
const instant = z.number().nonnegative();

const rowSchemas = {
  ...bankRowSchemas,
  ...projectRowSchemas,
  localPeople: personSchema.extend({ unitName: line }) satisfies z.ZodType<LocalPerson>,
  responses: z.object({
    id,
    personId: id,
    questionId: id,
    section: line,
    revision: line,
    answer: answerSchema,
    correct: z.boolean(),
    mode: z.enum([...studyModes, 'mock', 'exam']),
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
    kind: z.enum(['mock', 'exam']),
    paper: paperSchema,
    startedAt: instant,
    budgetMs: instant,
    passLine: z.number(),
    state: z.enum(['open', 'handedIn']),
    handedInAt: instant.nullable(),
    endedBy: z.enum(['person', 'time']).nullable(),
    result: resultSchema.nullable(),
    exam: z
      .object({
        examId: id,
        package: line,
        title: line,
        quarter: line,
        variant: z.string().max(1),
        closesAt: instant,
        release: z.enum(releases),
        recipient: line,
      })
      .exactOptional(),
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
  trustFloors: trustFloorSchema,
  studySettings: z.object({
    id,
    rightInARow: z.int().min(1).max(10).nullable(),
    examDate: dateOrNone,
    minutesPerDay: z.int().min(0).max(600),
  }) satisfies z.ZodType<StudySettings>,
  questionMarks: z.object({
    id,
    personId: id,
    questionId: id,
    favourite: z.boolean(),
    note: text,
    at: instant,
  }) satisfies z.ZodType<QuestionMark>,
  schedules: z.object({
    id,
    personId: id,
    questionId: id,
    section: line,
    revision: line,
    due: instant,
    stability: z.number().nonnegative(),
    difficulty: z.number().min(0).max(10),
    scheduledDays: z.number().nonnegative(),
    learningSteps: z.int().min(0),
    reps: z.int().min(0),
    lapses: z.int().min(0),
    state: z.enum(memoryStates),
    lastReview: instant,
  }) satisfies z.ZodType<Schedule>,
  forecasts: z.object({
    id,
    personId: id,
    blueprintId: line,
    at: instant,
    expected: z.number(),
    low: z.number(),
    high: z.number(),
    answers: z.int().min(0),
  }) satisfies z.ZodType<Forecast>,
  ...examiningSchemas,
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
