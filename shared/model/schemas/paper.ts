import { z } from 'zod';
import type { AttemptResult, Paper } from '../exam.ts';
import { scoringRules } from '../policy.ts';
import { questionTypes, type Answer } from '../question.ts';
import { questionSchema } from './content.ts';

const id = z.string().min(1).max(250);
const line = z.string().max(1_000);
const text = z.string().max(32_767);

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

export const resultSchema = z.object({
  score: z.number(),
  full: z.number(),
  unmarked: z.number(),
  percent: z.number(),
  passed: z.boolean(),
  items: z.array(markSchema.extend({ parts: z.array(markSchema).exactOptional() })),
}) satisfies z.ZodType<AttemptResult>;

const optionOrder = z.array(z.int().min(0).max(11));

const itemSchema = z.object({
  question: questionSchema,
  optionOrder,
  partOrders: z.array(optionOrder).exactOptional(),
  score: z.number(),
  scoring: z.enum(scoringRules).exactOptional(),
});

export const paperSchema = z.object({
  id,
  title: line,
  blueprintId: line,
  seed: z.int(),
  minutes: z.number().positive(),
  items: z.array(itemSchema).max(1_000),
}) satisfies z.ZodType<Paper>;
