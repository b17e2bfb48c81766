import type { Table } from 'dexie';
import type { JournalReplay } from '@shared/ipc/contract.ts';
import { fail, succeed, type Result } from '@shared/model/failure.ts';
import { workTables, type Commit, type JournalMark, type JournalRecord, type WorkOp } from '@shared/model/work.ts';
import { database } from './database.ts';

/** The journal in main, as this room sees it. */
export interface JournalPort {
  commit(commit: Commit): Promise<Result<JournalMark>>;
  since(mark: JournalMark, limit: number): Promise<JournalReplay>;
}

const replayPage = 2_000;
/** Of a commit that gives rows back to a journal; main takes no longer line than 16 million characters. */
const mostRowsALine = 500;
const longestLine = 4_000_000;
const nothing: JournalMark = { n: 0, hash: '' };

let journal: JournalPort | null = null;
let last: Promise<unknown> = Promise.resolve();

/** Called once at start, before any commit. */
export function connectJournal(connected: JournalPort): void {
  journal = connected;
}

/**
 * Changes work. Resolves ok when the journal has the ops on disk and the screens can read them: for steps after which
 * something is read. Commits are applied in the order they were made; this and `confirm` are the only ways.
 */
export const commit = (what: string, ops: readonly WorkOp[]): Promise<Result<null>> => write(what, ops).readable;

/** Like commit, but resolves ok as soon as the ops are on disk; the screens follow a moment later. For an answer in sight. */
export const confirm = (what: string, ops: readonly WorkOp[]): Promise<Result<null>> => write(what, ops).durable;

interface Writing {
  readonly durable: Promise<Result<null>>;
  readonly readable: Promise<Result<null>>;
}

function write(what: string, ops: readonly WorkOp[]): Writing {
  const durable = Promise.withResolvers<Result<null>>();
  const readable = inOrder(async () => {
    const acknowledged = await port().commit({ what, ops });
    const result = acknowledged.ok ? succeed(null) : fail(acknowledged.failure.kind, acknowledged.failure.subject);
    durable.resolve(result);
    if (acknowledged.ok) await project(ops, acknowledged.value);
    return result;
  });
  readable.catch(durable.reject); // a bug before the acknowledgement; afterwards this does nothing
  durable.promise.catch(() => undefined); // whoever waits for the other one is told
  return { durable: durable.promise, readable };
}

/**
 * Brings the work tables to the state of the journal: replays what is missing, or rebuilds everything when the
 * database is new. Where the journal knows less than the database (it was lost or replaced), the database's rows are
 * first written to the journal: nothing that anybody did is given up. The same where the journal was damaged and lost
 * records (`journalLostRecords`) that the database still shows.
 */
export function catchUp(journalLostRecords: boolean): Promise<void> {
  return inOrder(async () => {
    const mark = await appliedMark();
    if (mark.n > 0) await returnWhatIsLost(mark, journalLostRecords);
    await replayFrom(await appliedMark());
  });
}

async function returnWhatIsLost(mark: JournalMark, journalLostRecords: boolean): Promise<void> {
  const replay = await port().since(mark, 1);
  if (replay.reset && replay.mark.n < mark.n) return returnAll();
  if (!journalLostRecords) return;
  if (replay.reset) return returnToJournal(replay.rows); // the journal has gone on since: of a row in both, its own is the newer
  await replayFrom(mark);
  await returnAll();
}

/** Runs steps one after another, whatever becomes of the step before. */
function inOrder<T>(step: () => Promise<T>): Promise<T> {
  const result = last.then(step, step);
  last = result.catch(() => undefined);
  return result;
}

/**
 * The ops are durable already. A database that refuses them (it closes itself on a full disk) is reopened; one that has
 * refused others before them gets those too.
 */
async function project(ops: readonly WorkOp[], mark: JournalMark): Promise<void> {
  try {
    const { n } = await appliedMark();
    if (n + 1 === mark.n) return await apply([{ ops }], mark);
  } catch {
    database.close();
    await database.open();
  }
  await replayFrom(await appliedMark());
}

async function replayFrom(start: JournalMark): Promise<void> {
  for (let mark = start; ;) {
    const replay = await port().since(mark, replayPage);
    await (replay.reset ? rebuild(replay) : apply(replay.records, replay.mark));
    if (replay.done) return;
    mark = replay.mark;
  }
}

async function apply(records: readonly Pick<JournalRecord, 'ops'>[], mark: JournalMark): Promise<void> {
  const touched = new Set(records.flatMap(({ ops }) => ops.map((op) => op.table)));
  const tables = [database.meta, ...[...touched].map((table) => database[table] as Table)];
  await database.transaction('rw', tables, async () => {
    for (const { ops } of records) for (const op of ops) await applyOp(op);
    await database.meta.put({ key: 'applied', ...mark });
  });
}

async function applyOp(op: WorkOp): Promise<void> {
  if ('remove' in op) await database[op.table].delete(op.remove);
  else await (database[op.table] as Table<unknown, string>).put(op.put); // table and row are paired by WorkOp
}

async function rebuild(replay: JournalReplay): Promise<void> {
  await database.transaction('rw', allWork(), async () => {
    for (const table of workTables) {
      await database[table].clear();
      const rows = replay.rows.filter((entry) => entry.table === table).map((entry) => entry.row);
      await (database[table] as Table<unknown, string>).bulkPut(rows);
    }
    for (const { ops } of replay.records) for (const op of ops) await applyOp(op);
    await database.meta.put({ key: 'applied', ...replay.mark });
  });
}

/** Marked as further than any journal until all is replayed: a crash in between makes the next start begin again. */
async function returnAll(): Promise<void> {
  await database.meta.put({ key: 'applied', n: Number.MAX_SAFE_INTEGER, hash: '' });
  await returnToJournal([]);
}

/** Writes the rows of the database, except those that it has, to a journal that has lost them. */
async function returnToJournal(except: JournalReplay['rows']): Promise<void> {
  const known = new Set(except.map(({ table, row }) => `${table}/${row.id}`));
  for (const table of workTables) {
    const rows = (await database[table].toArray()).filter(({ id }) => !known.has(`${table}/${id}`));
    for (const some of inLines(rows)) {
      const ops = some.map((put) => ({ table, put }) as WorkOp); // rows of this very table
      const acknowledged = await port().commit({ what: 'journal.restore', ops });
      if (!acknowledged.ok) throw new Error(`restoring the journal: ${acknowledged.failure.kind}`);
    }
  }
}

/** As many rows as one line of the journal takes: a block of questions is a thousand times an answer. */
function* inLines<T>(rows: readonly T[]): Generator<readonly T[]> {
  let line: T[] = [];
  let length = 0;
  for (const row of rows) {
    const own = JSON.stringify(row).length;
    if (line.length === mostRowsALine || (line.length > 0 && length + own > longestLine)) {
      yield line;
      [line, length] = [[], 0];
    }
    line.push(row);
    length += own;
  }
  if (line.length > 0) yield line;
}

async function appliedMark(): Promise<JournalMark> {
  const mark = await database.meta.get('applied');
  return mark ? { n: mark.n, hash: mark.hash } : nothing;
}

const allWork = (): Table[] => [database.meta, ...workTables.map((table) => database[table] as Table)];

function port(): JournalPort {
  if (!journal) throw new Error('connectJournal has not been called');
  return journal;
}
