import { workTables, type JournalMark, type WorkOp, type WorkRows, type WorkTable } from '@shared/model/work.ts';
import { database } from '../database.ts';
import { forEachPage, inNoJournal, port, replayPage } from './port.ts';
import { setApplied } from './projection.ts';
import { replayFrom } from './replaying.ts';

/** Of a commit that gives rows back to a journal: what the window reads and sends without a pause. */
const mostRowsALine = 500;
const longestLine = 500_000;
/** Of a table about which nothing is known yet. */
const fewRows = 10;

/** Writes to the journal what the tables at a mark have and it has lost. Afterwards the tables are to be replayed. */
export async function returnWhatIsLost(mark: JournalMark, journalLostRecords: boolean): Promise<void> {
  const replay = await port().since(mark, 1);
  if (replay.reset && replay.last < mark.n) return returnAll();
  if (!journalLostRecords) return;
  if (replay.reset) return returnToJournal(await namesInJournal()); // the journal has gone on since: of a row in both, its own is the newer
  await replayFrom(mark);
  await returnAll();
}

/** Marked as further than any journal until all is replayed: a crash in between makes the next start begin again. */
async function returnAll(): Promise<void> {
  await setApplied(inNoJournal);
  await returnToJournal(new Set());
}

/** Writes the rows of the database, except those that it has, to a journal that has lost them. */
async function returnToJournal(except: ReadonlySet<string>): Promise<void> {
  for (const table of workTables) {
    for await (const page of pagesOf(table)) {
      for (const some of inLines(page.filter(({ id }) => !except.has(`${table}/${id}`)))) await returnRows(table, some);
    }
  }
}

async function returnRows(table: WorkTable, rows: readonly unknown[]): Promise<void> {
  const ops = rows.map((put) => ({ table, put }) as WorkOp); // rows of this very table
  const acknowledged = await port().commit({ what: 'journal.restore', ops });
  if (!acknowledged.ok) throw new Error(`restoring the journal: ${acknowledged.failure.kind}`);
}

/** All rows of a table in the order of their ids, about as many at once as make a line. */
async function* pagesOf<T extends WorkTable>(table: T): AsyncGenerator<readonly WorkRows[T][]> {
  let count = fewRows;
  for (let end = ''; ;) {
    const rows = (await database[table].where(':id').above(end).limit(count).toArray()) as WorkRows[T][]; // rows of this very table
    if (rows.length === 0) return;
    yield rows;
    end = rows.at(-1)?.id ?? end;
    const length = JSON.stringify(rows).length / rows.length;
    count = Math.min(mostRowsALine, Math.max(1, Math.floor(longestLine / length)));
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

/** Names of the rows that the journal has now, as `table/id`. */
async function namesInJournal(): Promise<ReadonlySet<string>> {
  const names = new Set<string>();
  for (let mark: JournalMark = inNoJournal; ;) {
    const replay = await port().since(mark, replayPage);
    mark = replay.mark;
    if (replay.reset) {
      names.clear();
      const isWhole = await forEachPage(mark, async (rows) => rows.forEach(({ table, row }) => names.add(`${table}/${row.id}`)));
      if (!isWhole) mark = inNoJournal;
    }
    for (const op of replay.records.flatMap(({ ops }) => ops)) {
      if ('put' in op) names.add(`${op.table}/${op.put.id}`);
      else names.delete(`${op.table}/${op.remove}`);
    }
    if (!replay.reset && mark.n >= replay.last) return names;
  }
}
