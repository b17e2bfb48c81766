import { z } from 'zod';
import { encodings } from '../bank/encodings.ts';
import { reportFormats } from '../model/report.ts';
import { draft, draftedQuestion, mappedColumn } from '../model/schemas/bank.ts';
import { publishedExamSchema } from '../model/schemas/content.ts';
import { sealedPapersSchema, signedRecordSchema } from '../model/schemas/examining.ts';
import { paperSchema } from '../model/schemas/paper.ts';
import { claimSchema, claimStatementSchema } from '../model/schemas/projects.ts';
import { commitSchema } from '../model/schemas/work.ts';
import { bankExportFormats, type Args, type Channel, type CollectedItem, type PublishedReply } from './contract.ts';
import { paperSizes, printouts } from './exam.ts';
import { bundleExport, projectExport, projectsPublication } from './parse-projects.ts';
import { mostBlocksAtOnce } from './packages.ts';
import { keyRoles, type DestinationDraft, type Rotation } from './publisher.ts';

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
  paper: z.enum(paperSizes).exactOptional(),
  fileName: z.string().min(1).max(120),
});

const settings = z
  .object({
    language: z.enum(['zh-CN', 'en']),
    personId: z.string().max(100),
    zoom: z.number().min(0.5).max(3),
    workspace: z.enum(['branch', 'bureau']),
    automaticChecks: z.boolean(),
    monthlyLimit: z.int().min(0).max(1_000_000),
  })
  .partial();

const location = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('http'), url: z.url({ protocol: /^https?$/ }).max(2_000) }),
  z.object({ kind: z.literal('folder'), place: token }),
]);

const webAddress = z.url({ protocol: /^https?$/ }).max(2_000);
const secret = z.string().max(500);
const passphrase = z.string().min(1).max(200);
const keyRole = z.enum(keyRoles);

const destination = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('folder'), place: token }),
  z.object({ kind: z.literal('webdav'), url: webAddress, user: secret, password: secret }),
  z.object({ kind: z.literal('s3'), url: webAddress, region: z.string().max(100), accessKey: secret, secretKey: secret }),
]) satisfies z.ZodType<DestinationDraft>;

const rotation = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('online') }),
  z
    .object({ kind: z.literal('root'), keys: z.int().min(1).max(9), threshold: z.int().min(1).max(9) })
    .refine(({ keys, threshold }) => threshold <= keys),
  z.object({ kind: z.literal('renew') }),
  z.object({ kind: z.literal('sign-again') }),
]) satisfies z.ZodType<Rotation>;

const sourcePlace = z.object({ sheet: z.string().max(1_000).nullable(), row: z.int().min(0), lastRow: z.int().min(0) });

const collectedItem = z.object({
  question: draftedQuestion.nullable(),
  score: z.number().nullable(),
  remark: z.string().max(1_000).exactOptional(),
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
  clockOk: z.boolean(),
});

const journalMark = z.object({ n: z.int().min(0), hash: z.string().max(64) });

const startCode = z.string().min(1).max(100);
const personId = z.string().min(1).max(250);
const pin = z.string().min(1).max(100);

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const fileName = z.string().min(1).max(1_000);
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
  'packages:overview': none,
  'packages:probe': z.tuple([location]),
  'packages:add-source': z.tuple([token]),
  'packages:remove-source': z.tuple([token]),
  'packages:order-sources': z.tuple([z.array(token).min(1).max(100)]),
  'packages:choose-root': z.tuple([token]),
  'packages:trust-root': z.tuple([token]),
  'packages:drives': none,
  'packages:choose-folder': none,
  'packages:sync': z.tuple([z.object({ source: token.nullable(), beyondLimit: z.boolean() }), task]),
  'packages:discard': none,
  'packages:put-off': none,
  'packages:blocks': z.tuple([token, z.array(z.int().min(0).max(100_000)).min(1).max(mostBlocksAtOnce)]),
  'packages:settle': z.tuple([z.array(token).min(1).max(100)]),
  'packages:restore': z.tuple([token]),
  'packages:roll-back': z.tuple([token]),
  'packages:history': z.tuple([z.int().min(1).max(1_000)]),
  'packages:seen': none,
  'packages:carriable': none,
  'packages:carry': z.tuple([z.object({ publisher: token, packages: z.array(token).max(100), place: token }), task]),
  'publisher:state': none,
  'publisher:add-destination': z.tuple([destination]),
  'publisher:remove-destination': z.tuple([token]),
  'publisher:upload': z.tuple([token, task]),
  'publisher:protect': z.tuple([keyRole, passphrase.min(8).nullable(), passphrase.nullable()]),
  'publisher:unlock': z.tuple([keyRole, passphrase]),
  'publisher:export-keys': z.tuple([keyRole, passphrase.min(8), token]),
  'publisher:remove-root-keys': none,
  'publisher:import-keys': z.tuple([passphrase]),
  'publisher:rotate': z.tuple([rotation]),
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
  'exam:receiving-key': none,
  'exam:export-key': z.tuple([passphrase, token]),
  'exam:import-key': z.tuple([passphrase]),
  'exam:seal': z.tuple([z.object({ papers: sealedPapersSchema, startCode })]),
  'exam:publish': z.tuple([z.object({ place: token, name: z.string().max(100), exam: publishedExamSchema, clockOk: z.boolean() }), task]),
  'exam:withdraw': z.tuple([z.object({ place: token, name: z.string().max(100), clockOk: z.boolean() }), task]),
  'exam:choose-answers': none,
  'exam:find-answers': z.tuple([token]),
  'exam:open-answers': z.tuple([token]),
  'exam:unseal': z.tuple([token, startCode]),
  'exam:seal-record': z.tuple([
    z.object({
      examTitle: z.string().max(500),
      personName: z.string().max(500),
      recipient: z.string().max(300),
      events: signedRecordSchema.shape.events,
    }),
  ]),
  'exam:outbox': none,
  'exam:export-answers': z.tuple([token, z.array(z.string().min(1).max(250)).min(1).max(2_000), task]),
  'papers:export': z.tuple([
    z.object({
      place: token,
      folder: z.string().min(1).max(120),
      papers: z
        .array(z.object({ variant: z.string().max(1), paper: paperSchema }))
        .min(1)
        .max(2),
      size: z.enum(paperSizes),
      printouts: z.array(z.enum(printouts)).min(1).max(printouts.length),
      formats: z
        .array(z.enum(['docx', 'pdf']))
        .min(1)
        .max(2),
    }),
    task,
  ]),
  'projects:sign-claim': z.tuple([claimStatementSchema]),
  'projects:check-claims': z.tuple([z.array(claimSchema).min(1).max(20_000)]),
  'projects:publish': z.tuple([projectsPublication, task]),
  'projects:choose-plan': none,
  'projects:read-plan': z.tuple([token, task]),
  'projects:export': z.tuple([projectExport, task]),
  'evidence:choose': z.tuple([z.int().min(1).max(1_000)]),
  'evidence:open': z.tuple([sha256, fileName]),
  'evidence:save': z.tuple([sha256, fileName, token]),
  'evidence:present': z.tuple([z.array(sha256).min(1).max(20_000)]),
  'bundles:export': z.tuple([bundleExport, task]),
  'bundles:choose': none,
  'bundles:find': z.tuple([token]),
  'bundles:dropped': z.tuple([z.array(z.string().min(1).max(32_767)).min(1).max(20_000)]),
  'bundles:open': z.tuple([token]),
  'window:full-screen': z.tuple([z.boolean()]),
  'people:pins': none,
  'people:set-pin': z.tuple([personId, pin.nullable(), pin.nullable()]),
  'people:check-pin': z.tuple([personId, pin]),
  'people:keep-pins': z.tuple([personId, pin, pin.nullable()]),
  'people:reset-pin': z.tuple([personId, pin, z.string().min(1).max(100)]),
  'people:told-of-reset': z.tuple([personId]),
  'tasks:cancel': z.tuple([task]),
} satisfies Record<Channel, z.ZodType>;

/** Arguments of a call, checked. Throws ZodError on anything that the contract does not name. */
export function parseArgs<C extends Channel>(channel: C, args: readonly unknown[]): Args<C> {
  return schemas[channel].parse(args) as Args<C>; // schemas are total over Channel and checked against the contract in tests
}
