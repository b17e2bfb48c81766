import { z } from 'zod';
import { encodings } from '../bank/encodings.ts';
import { reportFormats } from '../model/report.ts';
import { draft, draftedQuestion, mappedColumn } from '../model/schemas/bank.ts';
import { commitSchema } from '../model/schemas/work.ts';
import { bankExportFormats, type Args, type Channel, type CollectedItem, type PublishedReply } from './contract.ts';

const token = z.string().min(1).max(200);
const task = token;
const cell = z.union([z.string().max(32_767), z.number(), z.null()]);

const report = z.object({
  title: z.string().min(1).max(200),
  head: z.array(z.string().max(500)).max(20),
  columns: z
    .array(
      z.object({ title: z.string().max(100), width: z.number().positive().max(200), kind: z.enum(['text', 'number', 'percent', 'date']) }),
    )
    .min(1)
    .max(60),
  rows: z.array(z.array(cell).max(60)).max(50_000),
  total: z.array(cell).max(60).nullable(),
  foot: z.array(z.string().max(500)).max(20),
  orientation: z.enum(['portrait', 'landscape']),
  fileName: z.string().min(1).max(120),
});

const settings = z
  .object({
    language: z.enum(['zh-CN', 'en']),
    personId: z.string().max(100),
    zoom: z.number().min(0.5).max(3),
    workspace: z.enum(['branch', 'bureau']),
  })
  .partial();

const location = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('http'), url: z.url({ protocol: /^https?$/ }).max(2_000) }),
  z.object({ kind: z.literal('folder'), place: token }),
]);

const sourcePlace = z.object({ sheet: z.string().max(1_000).nullable(), row: z.int().min(0), lastRow: z.int().min(0) });

const collectedItem = z.object({
  question: draftedQuestion.nullable(),
  score: z.number().nullable(),
  refused: z
    .object({
      entryId: z.string().max(250),
      draft,
      source: z.string().max(1_000),
      text: z.string().max(200_000),
      reasons: z.array(z.string().max(1_000)).max(100),
    })
    .nullable(),
}) satisfies z.ZodType<CollectedItem>;

const reply = z.object({
  correctionId: z.string().min(1).max(250),
  questionId: z.string().max(250),
  outcome: z.enum(['accepted', 'declined']),
  text: z.string().max(32_767),
  at: z.number().nonnegative(),
}) satisfies z.ZodType<PublishedReply>;

const publication = z.object({
  collection: token,
  name: z.string().max(100),
  title: z.string().min(1).max(200),
  place: token,
  replies: z.array(reply).max(2_000),
});

const journalMark = z.object({ n: z.int().min(0), hash: z.string().max(64) });

const none = z.tuple([]);

/** Run-time twin of Requests: what comes through a channel is parsed here once, and typed from there on. */
const schemas = {
  'app:info': none,
  'settings:get': none,
  'settings:set': z.tuple([settings]),
  'journal:commit': z.tuple([commitSchema]),
  'journal:since': z.tuple([journalMark, z.int().min(1).max(100_000)]),
  'journal:rows': z.tuple([journalMark, z.int().min(0)]),
  'packages:installed': none,
  'packages:sources': none,
  'packages:probe': z.tuple([location]),
  'packages:add-source': z.tuple([token]),
  'packages:remove-source': z.tuple([token]),
  'packages:drives': none,
  'packages:choose-folder': none,
  'packages:sync': z.tuple([token, task]),
  'packages:block': z.tuple([token, z.int().min(0).max(100_000)]),
  'packages:settle': z.tuple([token]),
  'packages:restore': z.tuple([token]),
  'exports:places': none,
  'exports:choose-place': none,
  'exports:write': z.tuple([
    z.object({
      place: token,
      folder: z.string().min(1).max(120),
      reports: z.array(report).min(1).max(50),
      formats: z.array(z.enum(reportFormats)).min(1).max(reportFormats.length),
    }),
    task,
  ]),
  'bank:choose-files': none,
  'bank:read': z.tuple([
    z.object({
      file: token,
      section: z.string().max(500),
      encoding: z.enum(encodings).nullable(),
      columns: z.array(mappedColumn).max(256).nullable(),
    }),
    task,
  ]),
  'bank:entries': z.tuple([token, z.int().min(0), z.int().min(1).max(5_000)]),
  'bank:source': z.tuple([z.string().regex(/^[0-9a-f]{64}$/), sourcePlace]),
  'bank:release': z.tuple([token]),
  'bank:collect': none,
  'bank:collect-add': z.tuple([token, z.array(collectedItem).min(1).max(5_000)]),
  'bank:export': z.tuple([
    z.object({ collection: token, format: z.enum(bankExportFormats), title: z.string().min(1).max(200), place: token }),
    task,
  ]),
  'bank:preview': z.tuple([publication]),
  'bank:publish': z.tuple([publication, task]),
  'tasks:cancel': z.tuple([task]),
} satisfies Record<Channel, z.ZodType>;

/** Arguments of a call, checked. Throws ZodError on anything that the contract does not name. */
export function parseArgs<C extends Channel>(channel: C, args: readonly unknown[]): Args<C> {
  return schemas[channel].parse(args) as Args<C>; // schemas are total over Channel and checked against the contract in tests
}
