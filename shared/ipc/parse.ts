import { z } from 'zod';
import { reportFormats } from '../model/report.ts';
import { commitSchema } from '../model/schemas/work.ts';
import type { Args, Channel } from './contract.ts';

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

const settings = z.object({ language: z.enum(['zh-CN', 'en']), personId: z.string().max(100), zoom: z.number().min(0.5).max(3) }).partial();

const location = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('http'), url: z.url({ protocol: /^https?$/ }).max(2_000) }),
  z.object({ kind: z.literal('folder'), place: token }),
]);

const none = z.tuple([]);

/** Run-time twin of Requests: what comes through a channel is parsed here once, and typed from there on. */
const schemas = {
  'app:info': none,
  'settings:get': none,
  'settings:set': z.tuple([settings]),
  'journal:commit': z.tuple([commitSchema]),
  'journal:since': z.tuple([z.object({ n: z.int().min(0), hash: z.string().max(64) }), z.int().min(1).max(100_000)]),
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
      formats: z.array(z.enum(reportFormats)).min(1),
    }),
    task,
  ]),
  'tasks:cancel': z.tuple([task]),
} satisfies Record<Channel, z.ZodType>;

/** Arguments of a call, checked. Throws ZodError on anything that the contract does not name. */
export function parseArgs<C extends Channel>(channel: C, args: readonly unknown[]): Args<C> {
  return schemas[channel].parse(args) as Args<C>; // schemas are total over Channel and checked against the contract in tests
}
