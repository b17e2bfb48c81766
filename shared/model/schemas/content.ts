import { z } from 'zod';
import { difficulties, questionTypes, type Question } from '../question.ts';
import { packageNamePattern } from '../package-name.ts';
import { packageKinds, type BlockContents, type PackageKind, type PackageManifest } from '../package.ts';
import { mostReplies, type PublishedReply } from '../bank.ts';
import type { Article, LectureSlot } from '../lecture.ts';
import { releases } from '../exam.ts';
import type { PublishedExam } from '../examining.ts';
import {
  scoringRules,
  type Blueprint,
  type BlueprintPart,
  type Demand,
  type HolidayYear,
  type Policy,
  type ProjectRules,
} from '../policy.ts';
import type { Person, Unit } from '../roster.ts';
import { assessmentRulesSchema, publishedProjectsSchema } from './projects.ts';

/** No control characters: the renderer keeps ids and topics one a line. */
export const oneLine = /^\P{Cc}*$/u;
const id = z.string().min(1).max(100).regex(oneLine);
const line = z.string().max(500).regex(oneLine);
const text = z.string().max(32_767);
export const dateOrNone = z.string().regex(/^(\d{4}-\d{2}-\d{2})?$/);
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const base = {
  id,
  section: line.min(1),
  topic: line,
  stem: text.min(1),
  explanation: text,
  basis: text,
  difficulty: z.enum(difficulties),
};
const choice = {
  options: z.array(text.min(1)).min(2).max(12),
  answer: z.array(z.int().min(0).max(11)).min(1),
  shuffle: z.boolean(),
};

/** Questions that are answered by themselves, on a paper or as parts of a case. */
const simpleQuestions = <B extends typeof base>(shared: B) =>
  [
    z.object({ ...shared, ...choice, type: z.literal('single') }),
    z.object({ ...shared, ...choice, type: z.literal('multiple') }),
    z.object({ ...shared, type: z.literal('judge'), answer: z.boolean() }),
    z.object({
      ...shared,
      type: z.literal('blank'),
      answer: z.array(z.array(text.min(1)).min(1)).min(1),
      unordered: z.literal(true).exactOptional(),
    }),
    z.object({ ...shared, type: z.literal('short'), answer: text.min(1) }),
  ] as const;

/** The id of a part is the id of its case with a number behind it. */
const partBase = { ...base, id: z.string().min(1).max(110).regex(oneLine) };
const mostParts = 20;

const caseQuestion = z
  .object({
    ...base,
    type: z.literal('case'),
    parts: z
      .array(z.discriminatedUnion('type', simpleQuestions(partBase)))
      .min(1)
      .max(mostParts),
    weights: z.array(z.number().positive()).min(1).max(mostParts),
  })
  .refine(({ parts, weights }) => parts.length === weights.length, { error: 'a case has one weight a part', path: ['weights'] });

export const questionSchema = z.discriminatedUnion('type', [...simpleQuestions(base), caseQuestion]) satisfies z.ZodType<Question>;

export const unitSchema = z.object({
  id,
  name: line.min(1),
  kind: z.enum(['headquarters', 'county', 'branchOffice', 'station']),
}) satisfies z.ZodType<Unit>;

export const personSchema = z.object({
  id,
  name: line.min(1),
  staffNumber: line,
  unitId: id,
  branch: line,
  duty: z.enum(['fullTime', 'partTime']),
  position: line,
}) satisfies z.ZodType<Person>;

const demandSchema = z.object({
  section: line.nullable(),
  topic: line.nullable(),
  difficulty: z.enum(difficulties).nullable(),
  count: z.int().min(1).max(500),
}) satisfies z.ZodType<Demand>;

const partSchema = z.object({
  type: z.enum(questionTypes),
  count: z.int().min(1).max(500),
  scoreEach: z.number().positive(),
  scoring: z.enum(scoringRules).exactOptional(),
  demands: z.array(demandSchema).max(100).exactOptional(),
}) satisfies z.ZodType<BlueprintPart>;

const share = z.number().nonnegative();

export const blueprintSchema = z.object({
  id,
  title: line.min(1),
  minutes: z.int().min(1).max(600),
  parts: z.array(partSchema).min(1).max(50),
  sections: z.array(z.object({ section: line.min(1), weight: z.number().positive() })),
  difficulties: z.object({ easy: share, medium: share, hard: share }).exactOptional(),
  must: z.array(id).max(1_000).exactOptional(),
  mustNot: z.array(id).max(100_000).exactOptional(),
}) satisfies z.ZodType<Blueprint>;

const projectRulesSchema = z.object({
  weights: z.object({ distinctiveness: share, feasibility: share, value: share }),
  numberPattern: line.min(1),
  yellowDays: z.int().min(0).max(1_000),
  redDays: z.int().min(0).max(1_000),
  reportDay: z.int().min(1).max(28),
  evidenceMegabytes: z.int().min(1).max(1_000),
  assessment: assessmentRulesSchema,
}) satisfies z.ZodType<ProjectRules>;

const holidayYearSchema = z.object({
  year: z.int().min(2000).max(2999),
  off: z.array(date).max(366),
  work: z.array(date).max(366),
  basis: line,
}) satisfies z.ZodType<HolidayYear>;

export const policySchema = z.object({
  passLine: z.number().min(0).max(100),
  mistakeRule: z.object({ rightInARow: z.int().min(1).max(10) }),
  planThresholds: z.object({ dueSoonDays: z.int().min(0).max(365) }),
  calendar: z.array(z.object({ quarter: line, examDate: date, note: line })),
  blueprints: z.array(blueprintSchema),
  projects: projectRulesSchema.exactOptional(),
  holidays: z.array(holidayYearSchema).max(100).exactOptional(),
}) satisfies z.ZodType<Policy>;

export const articleSchema = z.object({
  id,
  title: line.min(1),
  author: line,
  unit: line,
  date,
  lectureId: z.string().max(100),
  sections: z.array(line),
  body: z.string().max(200_000),
}) satisfies z.ZodType<Article>;

export const lectureSlotSchema = z.object({
  id,
  issue: z.int().min(1),
  date,
  lecturer: line,
  unit: line,
  position: line,
  theme: line,
  title: line,
  minutes: z.int().min(1).max(600),
  standIn: line,
  state: z.enum(['planned', 'lectured']),
}) satisfies z.ZodType<LectureSlot>;

const instant = z.number().nonnegative();

export const publishedExamSchema = z.object({
  id,
  title: line.min(1),
  quarter: z.string().regex(/^\d{4}-Q[1-4]$/),
  opensAt: instant,
  closesAt: instant,
  minutes: z.int().min(1).max(600),
  passLine: z.number().min(0).max(100),
  release: z.enum(releases),
  candidates: z.array(id).max(20_000),
  makeUpOf: id.nullable(),
  questions: z.int().min(1),
  full: z.number().positive(),
  blueprint: blueprintSchema.nullable(),
  recipient: z.string().regex(/^age1[a-z0-9]{20,200}$/),
  sealed: z
    .string()
    .regex(/^[A-Za-z0-9+/]+={0,2}$/)
    .max(20_000_000),
  key: z.array(questionSchema).max(2_000).nullable(),
}) satisfies z.ZodType<PublishedExam>;

export const blockSchemas = {
  bank: z.object({ questions: z.array(questionSchema) }),
  roster: z.object({ units: z.array(unitSchema), people: z.array(personSchema) }),
  policy: z.object({ policy: policySchema }),
  exam: z.object({ exam: publishedExamSchema }),
  projects: publishedProjectsSchema,
  column: z.object({ articles: z.array(articleSchema), rota: z.array(lectureSlotSchema) }),
} satisfies { [K in PackageKind]: z.ZodType<BlockContents[K]> };

const replySchema = z.object({
  correctionId: z.string().min(1).max(250).regex(oneLine),
  questionId: z.string().max(250).regex(oneLine),
  outcome: z.enum(['accepted', 'declined']),
  text: z.string().max(4_000),
  at: z.number().nonnegative(),
}) satisfies z.ZodType<PublishedReply>;

export const repliesSchema = z.array(replySchema).max(mostReplies);

export const packageName = z.string().regex(packageNamePattern);

/** A file of a package, in the package's folder. */
const target = z
  .string()
  .regex(/^[a-z0-9-]+\/[a-z0-9._-]+$/)
  .max(100);
const piece = { target, sha256, length: z.int().min(1) };

const fileSchema = z
  .object({
    name: line.min(1).max(120),
    type: z.string().regex(/^[a-z]+\/[a-z0-9.+-]{1,80}$/),
    length: z.int().min(1),
    sha256,
    pieces: z.array(z.object(piece)).min(1).max(2_000),
  })
  .refine(({ length, pieces }) => pieces.reduce((sum, one) => sum + one.length, 0) === length, {
    error: 'the pieces do not make the file',
  });

const deltaSchema = z.object({ ...piece, from: z.int().min(1), to: z.int().min(2) }).refine(({ from, to }) => from < to);

export const manifestSchema = z.object({
  format: z.literal(1),
  name: packageName,
  kind: z.enum(packageKinds),
  version: z.int().min(1),
  title: line.min(1),
  issued: z.iso.datetime(),
  blocks: z.array(
    z.object({
      ...piece,
      items: z.int().min(0),
      section: line,
    }),
  ),
  changes: z.object({
    since: z.int().nullable(),
    added: z.array(id),
    changed: z.array(id),
    withdrawn: z.array(id),
  }),
  withdrawn: z.array(id).exactOptional(),
  retired: z.literal(true).exactOptional(),
  files: z.array(fileSchema).max(200).exactOptional(),
  deltas: z.array(deltaSchema).max(50).exactOptional(),
  replies: repliesSchema.exactOptional(),
}) satisfies z.ZodType<PackageManifest>;
