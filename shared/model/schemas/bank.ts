import { z } from 'zod';
import { importFormats, type ProblemCode } from '../../bank/imported.ts';
import { bankStepKinds, type Bank, type BankBatch, type BankBlock, type BankChange, type BankDecision, type BankStep } from '../bank.ts';
import { entriesPerBlock, type BankEntry, type ColumnMapping, type Correction, type EntryFields, type MappedColumn } from '../bank.ts';
import { difficulties, questionTypes, type Question } from '../question.ts';
import { packageName, questionSchema } from './content.ts';

const id = z.string().min(1).max(250);
const line = z.string().max(1_000);
const text = z.string().max(32_767);
const instant = z.number().nonnegative();
const count = z.int().min(0);
const sheet = line.nullable();

/** A question in the making may still lack its section; nothing else of it may be missing. */
export const draftedQuestion = z.custom<Question>((value) => questionSchema.safeParse(inSomeSection(value)).success);

function inSomeSection(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const named = 'section' in value && value.section === '' ? { ...value, section: '-' } : value;
  return 'parts' in named && Array.isArray(named.parts) ? { ...named, parts: named.parts.map(inSomeSection) } : named;
}

export const draft = z.object({
  type: z.enum(questionTypes).nullable(),
  stem: text,
  options: z.array(text).max(50),
  answer: text,
  explanation: text,
  basis: text,
  section: line,
  topic: line,
  difficulty: z.enum(difficulties).exactOptional(),
});

const finding = z.object({
  severity: z.enum(['error', 'warning']),
  // Codes come and go with the importer; an old one in a journal is still readable.
  code: z.string().min(1).max(60) as unknown as z.ZodType<ProblemCode>,
  message: line,
});

const fields = {
  draft: draft.nullable(),
  state: z.enum(['staged', 'kept', 'withdrawn']),
  origin: z.object({ batchId: id, sheet, row: count, lastRow: count }).nullable(),
  findings: z.array(finding).max(100),
  score: z.number().positive().nullable(),
  matches: id.nullable(),
};

const entry = z.object({ ...fields, id, question: draftedQuestion.nullable() }) satisfies z.ZodType<BankEntry>;

const entryFields = z.object({
  ...z.object(fields).partial().shape,
  question: z
    .union([draftedQuestion, z.record(z.string().max(40), z.unknown())])
    .nullable()
    .exactOptional(),
}) as unknown as z.ZodType<EntryFields>; // partial() speaks of undefined; no field that JSON brings is undefined

export const mappedColumn = z
  .string()
  .max(20)
  .regex(/^(?:[a-zA-Z]*|(?:option|answer|flag):\d{1,2})$/) as unknown as z.ZodType<MappedColumn>; // unknown fields are not read

export const correctionSchema = z.object({
  id,
  questionId: z.string().max(250),
  package: line,
  version: count,
  stem: text,
  text,
  personId: z.string().min(1).max(250).exactOptional(),
  personName: line,
  unitName: line,
  at: instant,
  reply: z.object({ outcome: z.enum(['accepted', 'declined']), text, at: instant }).nullable(),
}) satisfies z.ZodType<Correction>;

/** Rows of the tables that hold the bureau's banks. */
export const bankRowSchemas = {
  banks: z.object({
    id,
    name: packageName,
    title: line.min(1),
    createdAt: instant,
    archived: z.boolean(),
    published: z.object({ version: z.int().min(1), at: instant, fingerprint: line }).nullable(),
    counts: z.object({ kept: count, withdrawn: count, staged: count, refused: count }),
  }) satisfies z.ZodType<Bank>,
  bankBlocks: z.object({ id, bankId: id, place: count, entries: z.array(entry).max(entriesPerBlock) }) satisfies z.ZodType<BankBlock>,
  bankSteps: z.object({
    id,
    bankId: id,
    what: z.enum(bankStepKinds),
    at: instant,
    personId: z.string().max(250),
    count,
    undoes: z.string().max(250),
  }) satisfies z.ZodType<BankStep>,
  bankChanges: z.object({
    id,
    bankId: id,
    blockId: id,
    stepId: id,
    entries: z.array(z.object({ id, place: count, before: entryFields.nullable(), after: entryFields.nullable() })).max(entriesPerBlock),
  }) satisfies z.ZodType<BankChange>,
  bankBatches: z.object({
    id,
    bankId: id,
    file: line,
    format: z.enum(importFormats),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    readAs: text,
    at: instant,
    complete: z.boolean(),
    state: z.enum(['staged', 'accepted', 'dropped']),
    accounted: z.object({ source: count, questions: count, headings: count, refused: count, ignored: count }),
    unchanged: count,
    replaced: count,
    places: z.tuple([count, count]).nullable(),
    problems: z.array(finding.extend({ sheet, row: count })).max(10_000),
  }) satisfies z.ZodType<BankBatch>,
  bankDecisions: z.object({
    id: z.string().min(1).max(1_000),
    bankId: id,
    kind: z.enum(['not-duplicate', 'not-contradiction', 'document-still-valid']),
    reason: line,
    at: instant,
  }) satisfies z.ZodType<BankDecision>,
  columnMappings: z.object({
    id,
    sender: line.min(1),
    header: text,
    columns: z.array(mappedColumn).max(256),
    at: instant,
  }) satisfies z.ZodType<ColumnMapping>,
  corrections: correctionSchema,
};
