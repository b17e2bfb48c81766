import { z } from 'zod';
import type { BundleEntry } from '../model/bundle.ts';
import type { Form } from '../model/form.ts';
import type { PlanDocument } from '../model/plan-file.ts';
import { correctionSchema } from '../model/schemas/bank.ts';
import { claimSchema, planNodeSchema, projectSchema, publishedProjectsSchema, snapshotSchema } from '../model/schemas/projects.ts';
import { paperSizes } from './exam.ts';
import type { BundleExportRequest, ProjectExportRequest, ProjectsPublishRequest } from './projects.ts';

const token = z.string().min(1).max(200);
const line = z.string().max(1_000);
const entryBase = { id: z.string().min(1).max(250), revision: z.int().min(1) };

const bundleEntry = z.discriminatedUnion('kind', [
  z.object({ ...entryBase, kind: z.literal('project'), content: snapshotSchema }),
  z.object({ ...entryBase, kind: z.literal('claim'), content: claimSchema }),
  z.object({ ...entryBase, kind: z.literal('correction'), content: correctionSchema }),
]) satisfies z.ZodType<BundleEntry>;

export const bundleExport = z.object({
  place: token,
  recipient: z.string().regex(/^age1[a-z0-9]{20,200}$/),
  sender: z.object({ unitId: line, unitName: line, branch: line, personName: line }),
  entries: z.array(bundleEntry).min(1).max(20_000),
}) satisfies z.ZodType<BundleExportRequest>;

export const projectsPublication = z.object({
  place: token,
  name: z.string().max(100),
  title: line.min(1),
  contents: publishedProjectsSchema.omit({ receiving: true }),
  clockOk: z.boolean(),
}) satisfies z.ZodType<ProjectsPublishRequest>;

const plan = z.object({
  project: projectSchema,
  nodes: z.array(planNodeSchema).max(5_000),
  baseline: z.array(planNodeSchema).max(5_000),
  approval: z.object({ revision: z.int().min(1), approvedOn: z.string().regex(/^\d{4}-\d{2}-\d{2}$/) }).exactOptional(),
  evidence: z
    .array(z.object({ nodeId: z.string().max(250), name: line }))
    .max(20_000)
    .exactOptional(),
  indicators: projectSchema.shape.indicators,
  holidays: z.array(z.object({ day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/), work: z.boolean() })).max(10_000),
  today: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
}) satisfies z.ZodType<PlanDocument>;

const form = z.object({
  title: z.string().min(1).max(200),
  head: z.array(line).max(20),
  columns: z.array(z.number().positive()).min(1).max(40),
  rows: z
    .array(
      z.object({
        cells: z
          .array(z.object({ text: z.string().max(40_000), kind: z.enum(['label', 'value', 'signature']), span: z.int().min(1).max(40) }))
          .min(1)
          .max(40),
        height: z.number().min(0).max(300),
      }),
    )
    .max(5_000),
  foot: z.array(line).max(20),
  orientation: z.enum(['portrait', 'landscape']),
  fileName: z.string().min(1).max(120),
}) satisfies z.ZodType<Form>;

export const projectExport = z.object({
  place: token,
  folder: z.string().min(1).max(120),
  files: z
    .array(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.enum(['xlsx', 'mspdi', 'icalendar']), plan }),
        z.object({ kind: z.literal('bars'), plan, size: z.enum(paperSizes) }),
        z.object({
          kind: z.literal('form'),
          form,
          formats: z
            .array(z.enum(['docx', 'pdf']))
            .min(1)
            .max(2),
        }),
      ]),
    )
    .min(1)
    .max(50),
}) satisfies z.ZodType<ProjectExportRequest>;
