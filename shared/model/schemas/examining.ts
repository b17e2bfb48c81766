import { z } from 'zod';
import { releases } from '../exam.ts';
import type { ExamEvent, Happening, RecordHeader, SignedRecord } from '../exam-record.ts';
import type {
  Candidate,
  Exam,
  ExamRecord,
  Marking,
  PaperScores,
  SealedExam,
  SealedPapers,
  StoredBlueprint,
  StoredPaper,
} from '../examining.ts';
import { blueprintSchema, personSchema } from './content.ts';
import { answerSchema, paperSchema } from './paper.ts';

const id = z.string().min(1).max(250);
const line = z.string().max(1_000);
const text = z.string().max(32_767);
/** A Date holds no more, and nothing prints one that does not (ECMAScript 21.4.1.1). */
const mostMs = 8.64e15;
const instant = z.number().nonnegative().max(mostMs);
const milliseconds = z.number().min(-mostMs).max(mostMs);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const keyedParts = z.array(z.number().nonnegative().nullable()).max(100);
const variant = z.string().max(1);

const headerSchema = z.object({
  examId: id,
  attemptId: id,
  variant,
  paper: hash,
  personId: id,
  name: line,
  staffNumber: line,
  unitId: line,
  unitName: line,
  branch: line,
  listed: z.boolean(),
}) satisfies z.ZodType<RecordHeader>;

const happeningSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('begun'), header: headerSchema }),
  z.object({ kind: z.literal('answered'), questionId: id, answer: answerSchema.nullable() }),
  z.object({ kind: z.literal('left') }),
  z.object({ kind: z.literal('returned'), awayMs: milliseconds }),
  z.object({ kind: z.literal('jumped'), wallMs: milliseconds, monotonicMs: milliseconds }),
  z.object({ kind: z.literal('resumed'), gapMs: milliseconds, chargedMs: milliseconds }),
  z.object({ kind: z.literal('handedIn'), endedBy: z.enum(['person', 'time']) }),
]) satisfies z.ZodType<Happening>;

const eventSchema = z.object({
  id,
  attemptId: id,
  n: z.int().min(0),
  previous: z.union([hash, z.literal('')]),
  at: instant,
  elapsedMs: instant,
  happening: happeningSchema,
  hash,
}) satisfies z.ZodType<ExamEvent>;

const base64 = z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/);

/** An exam sitting rarely has more than a few hundred entries; this many say that something writes by itself. */
const mostEvents = 100_000;

export const signedRecordSchema = z.object({
  format: z.literal(1),
  events: z.array(eventSchema).min(1).max(mostEvents),
  publicKey: base64.max(100),
  signature: base64.max(200),
}) satisfies z.ZodType<SignedRecord>;

export const sealedPapersSchema = z.object({
  examId: id,
  papers: z
    .array(z.object({ variant, paper: paperSchema }))
    .min(1)
    .max(2),
}) satisfies z.ZodType<SealedPapers>;

const candidateSchema = personSchema.extend({ unitName: line }) satisfies z.ZodType<Candidate>;

const sealedSchema = z.object({
  startCode: line,
  file: base64.max(20_000_000),
  recipient: line,
  at: instant,
}) satisfies z.ZodType<SealedExam>;

/** Tables of the quarterly exam, at the branch and in the bureau. */
export const examiningSchemas = {
  examEvents: eventSchema,
  blueprints: z.object({ id, blueprint: blueprintSchema, at: instant, archived: z.boolean() }) satisfies z.ZodType<StoredBlueprint>,
  papers: z.object({
    id,
    pairId: id,
    variant,
    blueprint: blueprintSchema,
    paper: paperSchema,
    createdAt: instant,
    state: z.enum(['draft', 'final']),
    archived: z.boolean(),
  }) satisfies z.ZodType<StoredPaper>,
  exams: z.object({
    id,
    title: line,
    quarter: z.string().regex(/^\d{4}-Q[1-4]$/),
    opensAt: instant,
    closesAt: instant,
    minutes: z.int().min(1).max(600),
    passLine: z.number().min(0).max(100),
    release: z.enum(releases),
    candidates: z.array(candidateSchema).max(20_000),
    paperIds: z.array(id).max(2),
    makeUpOf: id.nullable(),
    createdAt: instant,
    archived: z.boolean(),
    sealed: sealedSchema.nullable(),
    publications: z.array(z.object({ package: line, version: z.int().min(1), at: instant, withKey: z.boolean() })).max(1_000),
  }) satisfies z.ZodType<Exam>,
  examRecords: z.object({
    id,
    examId: id,
    personId: id,
    record: signedRecordSchema,
    receipt: line,
    importedAt: instant,
    state: z.enum(['complete', 'unfinished', 'conflict', 'setAside']),
  }) satisfies z.ZodType<ExamRecord>,
  paperScores: z.object({
    id,
    examId: id,
    personId: id,
    variant,
    parts: keyedParts,
    absent: z.boolean(),
    note: text,
    at: instant,
    check: z.object({ parts: keyedParts, absent: z.boolean(), at: instant }).exactOptional(),
  }) satisfies z.ZodType<PaperScores>,
  markings: z.object({
    id,
    examId: id,
    personId: id,
    questionId: id,
    marker: z.enum(['first', 'second', 'settled']),
    markerName: line,
    points: z.array(z.boolean()).max(200),
    score: z.number().nonnegative(),
    at: instant,
  }) satisfies z.ZodType<Marking>,
};
