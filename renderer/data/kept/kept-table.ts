import { compare } from '@shared/compare.ts';
import { turns } from '../turns.ts';
import { getAll } from './bare.ts';
import { touch } from './touch.ts';
import { watchTable, type RowsWatcher } from './watch.ts';

interface TableRow {
  readonly id: string;
}

/** So many rows are read at once: a task of a few milliseconds. */
const rowsAtOnce = 500;

/**
 * A whole table in memory, or of each row what `keep` makes of it: thousands of rows are read once and not for every visit of
 * a page. What is written to the database changes them too, whoever writes it.
 */
export class KeptTable<Row extends TableRow, Kept extends TableRow = Row> implements RowsWatcher {
  readonly #table: 'projects' | 'projectReturns';
  readonly #keep: (row: Row) => Kept;
  #rows = new Map<string, Kept>();
  /** What was written while the rows are read: a page that was read before must not bring the old row back. */
  #written = new Set<string>();
  #loading: Promise<void> | null = null;
  #now: readonly Kept[] | null = null;

  constructor(table: 'projects' | 'projectReturns', keep: (row: Row) => Kept) {
    this.#table = table;
    this.#keep = keep;
    watchTable(table, this);
  }

  /** Every row in the order of the ids; the same list as long as nothing changes. A live query that reads it runs again when something does. */
  async read(): Promise<readonly Kept[]> {
    await touch(this.#table);
    for (;;) {
      const rows = this.#rows;
      await this.#loaded();
      if (rows === this.#rows) return (this.#now ??= [...rows.values()].sort((one, other) => compare(one.id, other.id)));
    }
  }

  put(rows: readonly unknown[]): void {
    for (const row of rows as readonly Row[]) {
      this.#rows.set(row.id, this.#keep(row)); // rows of this very table
      this.#written.add(row.id);
    }
    this.#now = null;
  }

  remove(ids: readonly string[]): void {
    for (const id of ids) {
      this.#rows.delete(id);
      this.#written.add(id);
    }
    this.#now = null;
  }

  forget(): void {
    this.#rows = new Map();
    this.#written = new Set();
    this.#loading = null;
    this.#now = null;
  }

  async #loaded(): Promise<void> {
    const loading = (this.#loading ??= this.#readAll(this.#rows, this.#written));
    try {
      await loading;
    } catch (error) {
      if (this.#loading === loading) this.#loading = null; // the next reader tries again
      throw error;
    }
  }

  async #readAll(rows: Map<string, Kept>, written: ReadonlySet<string>): Promise<void> {
    const nextTurn = turns();
    for (let last = ''; ;) {
      const page = await getAll<Row>(this.#table, null, IDBKeyRange.lowerBound(last, true), rowsAtOnce);
      for (const row of page) if (!written.has(row.id)) rows.set(row.id, this.#keep(row));
      if (page.length < rowsAtOnce) return;
      last = page.at(-1)?.id ?? '';
      await nextTurn();
    }
  }
}
