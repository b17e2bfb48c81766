import { turns } from '../turns.ts';
import type { RowsWatcher } from './watch.ts';

/** A row of one person. */
export interface OwnRow {
  readonly id: string;
  readonly personId: string;
}

/** Where the rows of a person come from. */
export interface RowsSource<Row> {
  /** Asks next to nothing of the database, but so that a live query runs again when any row of the person changes. */
  readonly touch: (personId: string) => Promise<unknown>;
  /** All rows, a few at a time, so that no single read holds the window up. A row may come twice. */
  readonly pages: (personId: string) => AsyncGenerator<readonly Row[]>;
}

/** All rows of one person at one moment. A later moment at which a row is different is another object. */
export interface Kept<Row> {
  readonly rows: ReadonlyMap<string, Row>;
}

/**
 * The rows of whoever is at work, in memory: ten thousands of answers are read once and not for every set. What is written
 * to the database changes them too (`RowsWatcher`), whoever writes it: an answer, a replayed journal, a rebuilt table.
 */
export class KeptRows<Row extends OwnRow> implements RowsWatcher {
  readonly #source: RowsSource<Row>;
  #own: PersonRows<Row> | null = null;

  constructor(source: RowsSource<Row>) {
    this.#source = source;
  }

  async read(personId: string): Promise<Kept<Row>> {
    await this.#source.touch(personId);
    for (;;) {
      const own = this.#rowsOf(personId);
      await own.load(this.#source);
      if (!own.isForgotten) return own.now();
    }
  }

  put(rows: readonly unknown[]): void {
    this.#own?.put(rows as readonly Row[]); // rows of this very table
  }

  remove(ids: readonly string[]): void {
    this.#own?.remove(ids);
  }

  forget(): void {
    if (this.#own) this.#own.isForgotten = true;
    this.#own = null;
  }

  #rowsOf(personId: string): PersonRows<Row> {
    if (this.#own?.personId !== personId) this.#own = new PersonRows(personId);
    return this.#own;
  }
}

class PersonRows<Row extends OwnRow> {
  readonly personId: string;
  isForgotten = false;
  readonly #rows = new Map<string, Row>();
  /** What was written while the rows are read: a page that was read before must not bring the old row back. */
  readonly #written = new Set<string>();
  #loading: Promise<void> | null = null;
  #now: Kept<Row> | null = null;

  constructor(personId: string) {
    this.personId = personId;
  }

  async load(source: RowsSource<Row>): Promise<void> {
    this.#loading ??= this.#readAll(source);
    try {
      await this.#loading;
    } catch (error) {
      this.#loading = null; // the next reader tries again
      throw error;
    }
  }

  now(): Kept<Row> {
    return (this.#now ??= { rows: this.#rows });
  }

  put(rows: readonly Row[]): void {
    const own = rows.filter(({ personId }) => personId === this.personId);
    for (const row of own) this.#rows.set(row.id, row);
    this.#changed(own.map(({ id }) => id));
  }

  remove(ids: readonly string[]): void {
    for (const id of ids) this.#rows.delete(id);
    this.#changed(ids);
  }

  #changed(ids: readonly string[]): void {
    for (const id of ids) this.#written.add(id);
    if (ids.length > 0) this.#now = null;
  }

  async #readAll(source: RowsSource<Row>): Promise<void> {
    const nextTurn = turns();
    for await (const page of source.pages(this.personId)) {
      for (const row of page) if (!this.#written.has(row.id)) this.#rows.set(row.id, row);
      await nextTurn();
    }
  }
}

/** Makes a value of what it is made of, and makes it again only when that is no longer the same. */
export function remembered<From extends readonly unknown[], To>(make: (...from: From) => To): (...from: From) => To {
  let last: { readonly from: From; readonly made: To } | null = null;
  return (...from) => {
    if (last?.from.every((one, place) => one === from[place])) return last.made;
    last = { from, made: make(...from) };
    return last.made;
  };
}
