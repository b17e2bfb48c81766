import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { limits } from '../../../limits.ts';
import type { AnkiNote } from './note.ts';

/** Why a collection could not be read: not a database, or not one of Anki's. */
export class CollectionFault extends Error {}

/**
 * The notes of a collection in the order in which they were made. SQLite opens it in a private folder that goes
 * afterwards, reads only, and runs nothing that the file itself defines.
 */
export async function notesIn(collection: Buffer): Promise<AnkiNote[]> {
  if (!collection.subarray(0, 16).equals(Buffer.from('SQLite format 3\0'))) throw new CollectionFault('不是 SQLite 数据库');
  const folder = await mkdtemp(path.join(os.tmpdir(), 'sanxun-anki-'));
  try {
    const file = path.join(folder, 'collection.anki');
    await writeFile(file, collection, { mode: 0o600 });
    return readDatabase(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function readDatabase(file: string): AnkiNote[] {
  const database = new DatabaseSync(file, { readOnly: true, allowExtension: false });
  try {
    database.exec('PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;');
    if (!tables(database).has('notes')) throw new CollectionFault('没有笔记表');
    return readNotes(database);
  } catch (fault) {
    if (fault instanceof CollectionFault || !(fault instanceof Error && 'errcode' in fault)) throw fault;
    throw new CollectionFault(fault.message, { cause: fault });
  } finally {
    database.close();
  }
}

/** A view or virtual table of a good name could make SQLite compute for ever. */
function tables(database: DatabaseSync): ReadonlySet<string> {
  const rows = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'").all();
  return new Set(rows.map(({ name }) => String(name)));
}

function readNotes(database: DatabaseSync): AnkiNote[] {
  const names = fieldNames(database);
  const decks = deckNames(database);
  const deckOf = new Map(
    tables(database).has('cards')
      ? rowsOf(database, 'SELECT nid, did FROM cards').map(({ nid, did }) => [nid, decks.get(did ?? '') ?? ''])
      : [],
  );
  return rowsOf(database, 'SELECT id, guid, mid, tags, flds FROM notes ORDER BY id').map(({ id, guid, mid, tags, flds }) => ({
    names: names.get(mid ?? '') ?? null,
    fields: (flds ?? '').split('\u001f'),
    html: true,
    tags: tags ?? '',
    deck: (deckOf.get(id) ?? '').replaceAll('\u001f', '::'),
    guid: guid ?? '',
  }));
}

type Row = Readonly<Record<string, string | undefined>>;

/** Ids are wider than a number carries exactly, so every value is taken as text. At most one row more than a file may have. */
function rowsOf(database: DatabaseSync, query: string): Row[] {
  const statement = database.prepare(`${query} LIMIT ${limits.importRows + 1}`);
  statement.setReadBigInts(true);
  return statement
    .all()
    .map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, value === null ? '' : String(value)])));
}

/** Names of fields by note type: from tables of their own since schema 15, before that as JSON in one row. */
function fieldNames(database: DatabaseSync): ReadonlyMap<string, readonly string[]> {
  if (!tables(database).has('fields'))
    return new Map(jsonOf(database, 'models', noteTypes).map(([id, { flds }]) => [id, flds.map(({ name }) => name)]));
  const rows = rowsOf(database, 'SELECT ntid, ord, name FROM fields').toSorted((one, other) => Number(one['ord']) - Number(other['ord']));
  const grouped = Map.groupBy(rows, ({ ntid }) => ntid ?? '');
  return new Map(grouped.entries().map(([type, fields]) => [type, fields.map(({ name }) => name ?? '')]));
}

function deckNames(database: DatabaseSync): ReadonlyMap<string, string> {
  if (!tables(database).has('decks')) return new Map(jsonOf(database, 'decks', deckList).map(([id, { name }]) => [id, name]));
  return new Map(rowsOf(database, 'SELECT id, name FROM decks').map(({ id, name }) => [id ?? '', name ?? '']));
}

const noteTypes = z.record(z.string(), z.object({ flds: z.array(z.object({ name: z.string() })) }));
const deckList = z.record(z.string(), z.object({ name: z.string() }));

function jsonOf<Value>(database: DatabaseSync, column: 'models' | 'decks', schema: z.ZodType<Record<string, Value>>): [string, Value][] {
  const text = tables(database).has('col') ? (rowsOf(database, `SELECT ${column} FROM col`)[0]?.[column] ?? '') : '';
  try {
    return Object.entries(schema.parse(JSON.parse(text || '{}')));
  } catch {
    return []; // names are a help, not a need: without them the fields are told by what stands in them
  }
}
