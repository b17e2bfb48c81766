import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { canonicalJson } from '@shared/bank/changes.ts';
import type { BlockContents, BlockEntry, PackageKind } from '@shared/model/package.ts';
import type { Question } from '@shared/model/question.ts';
import { blockSchemas } from '@shared/model/schemas/content.ts';
import { packIndex, type PackedIndex } from '@shared/packages/packed-index.ts';
import { hashBytes } from '../../files.ts';
import { limits } from '../../limits.ts';
import { Refusal } from '../refusal.ts';
import { readQuickly } from './reading/quick-questions.ts';

/** A block that was unpacked and understood. */
export interface ReadBlock {
  /** Id → revision of its items. */
  readonly items: ReadonlyMap<string, string>;
  /** Null in packages that are no banks. */
  readonly index: PackedIndex | null;
}

const unzip = promisify(gunzip);

/** Unpacks a block under its cap and checks it against the schema of its kind and its manifest entry. Throws Refusal not-understood. */
export async function readBlock(kind: PackageKind, entry: BlockEntry, bytes: Buffer): Promise<ReadBlock> {
  const value = await unpack(entry, bytes);
  const quickly = kind === 'bank' ? readQuickly(value) : null;
  const contents = quickly ? ({ kind: 'bank', items: { questions: quickly } } as const) : parse(kind, value, entry);
  const items = itemsOf(contents);
  if (listItems(contents).length !== entry.items || items.size !== entry.items) throw notUnderstood(entry, `not ${entry.items} items`);
  if (contents.kind !== 'bank') return { items, index: null };
  const { questions } = contents.items;
  if (questions.some(({ section }) => section !== entry.section)) throw notUnderstood(entry, `not only ${entry.section}`);
  return { items, index: indexOf(entry.section, questions, items) };
}

/** Throws Refusal not-understood. */
export async function unpackBlock(kind: PackageKind, entry: BlockEntry, bytes: Buffer): Promise<PackageContents> {
  return parse(kind, await unpack(entry, bytes), entry);
}

/** The contents of a package or of one of its blocks, with their kind. */
export type PackageContents = { [K in PackageKind]: { readonly kind: K; readonly items: BlockContents[K] } }[PackageKind];

/** Id → revision of everything that has an id of its own; a policy is one item. Those of projects have their list before them. */
export function itemsOf(contents: PackageContents): ReadonlyMap<string, string> {
  return new Map(listItems(contents).map((item) => [item.id, revisionOf(item)]));
}

/** First 16 hex digits of the SHA-256 of the canonical JSON. */
export const revisionOf = (item: unknown): string => hashBytes(canonicalJson(item)).slice(0, 16);

export function listItems(contents: PackageContents): readonly { readonly id: string }[] {
  switch (contents.kind) {
    case 'bank':
      return contents.items.questions;
    case 'roster':
      return [...contents.items.units, ...contents.items.people];
    case 'policy':
      return [{ id: 'policy', ...contents.items.policy }];
    case 'column':
      return [...contents.items.articles, ...contents.items.rota];
    case 'exam':
      return [contents.items.exam];
    case 'projects':
      return projectItems(contents.items);
  }
}

/** An offer and the decision on it share their id. */
const projectItems = (lists: BlockContents['projects']): readonly { readonly id: string }[] =>
  Object.entries(lists).flatMap(([list, items]) =>
    (items as readonly { readonly id: string }[]).map((item) => ({ ...item, id: `${list}:${item.id}` })),
  );

async function unpack(entry: BlockEntry, bytes: Buffer): Promise<unknown> {
  try {
    const options = { maxOutputLength: limits.blockUnpacked, chunkSize: chunkFor(bytes) };
    return JSON.parse((await unzip(bytes, options)).toString('utf8'));
  } catch (error) {
    throw notUnderstood(entry, 'not a gzip file of JSON', error);
  }
}

/** One piece of output instead of many. A gzip file ends with its unpacked length (RFC 1952, 2.3.1); nothing but speed hangs on it. */
function chunkFor(bytes: Buffer): number {
  const said = bytes.length < 4 ? 0 : bytes.readUInt32LE(bytes.length - 4);
  return Math.min(Math.max(said + 1, leastChunk), mostChunk);
}

const leastChunk = 16_384;
const mostChunk = 4_194_304;

function parse(kind: PackageKind, value: unknown, entry: BlockEntry): PackageContents {
  const parsed = blockSchemas[kind].safeParse(value);
  if (!parsed.success) throw notUnderstood(entry, 'not as the schema says', parsed.error);
  return { kind, items: parsed.data } as PackageContents; // the schema was chosen by the same kind
}

function indexOf(section: string, questions: readonly Question[], revisions: ReadonlyMap<string, string>): PackedIndex {
  return packIndex({
    section,
    ids: questions.map(({ id }) => id),
    types: questions.map(({ type }) => type),
    topics: questions.map(({ topic }) => topic),
    difficulties: questions.map(({ difficulty }) => difficulty),
    revisions: questions.map(({ id }) => revisions.get(id) ?? ''),
  });
}

const notUnderstood = (entry: BlockEntry, reason: string, cause?: unknown): Refusal =>
  new Refusal('not-understood', entry.target, reason, cause);
