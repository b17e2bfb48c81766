import { useEffect, useSyncExternalStore } from 'react';
import type { Failure, Result } from '@shared/model/failure.ts';

/** One row as it was and as it is to be; null where there was none, or none is left. */
export interface RowChange<Row> {
  readonly before: Row | null;
  readonly after: Row | null;
}

/** Where rows are read and saved. */
export interface RowPort<Row> {
  /** What the journal calls these rows; their undo is `<name>.undo`. */
  readonly name: string;
  readonly keyOf: (row: Row) => string;
  readonly read: () => Promise<readonly Row[]>;
  readonly save: (what: string, changes: readonly RowChange<Row>[]) => Promise<Result<null>>;
}

/** Rows as the screen shows them. */
export interface RowView<Row> {
  /** By their keys: what is on disk, with the changes on top that are still being saved. */
  readonly rows: ReadonlyMap<string, Row>;
  readonly saving: 'saved' | 'saving' | 'failed';
  /** Steps that are not on disk yet. */
  readonly unsaved: number;
  readonly failure: Failure | null;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

interface Step<Row> {
  readonly what: string;
  readonly changes: readonly RowChange<Row>[];
}

/**
 * The keying-in of rows while the program runs: shows a row at once, saves steps one after another in their order, keeps
 * what could not be saved, and goes back and forth. Nobody else writes these rows, so they are read once.
 */
export class RowSession<Row> {
  private readonly port: RowPort<Row>;
  private readonly listeners = new Set<() => void>();
  private rows: ReadonlyMap<string, Row> = new Map();
  private queue: readonly Step<Row>[] = [];
  private past: readonly Step<Row>[] = [];
  private future: readonly Step<Row>[] = [];
  private failure: Failure | null = null;
  private draining = false;
  private shown: RowView<Row> | null = null;

  constructor(port: RowPort<Row>) {
    this.port = port;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Null until the rows have been read; the same object until something changes. */
  readonly view = (): RowView<Row> | null => this.shown;

  async open(): Promise<void> {
    const read = await this.port.read();
    if (this.queue.length > 0) return;
    this.rows = new Map(read.map((row) => [this.port.keyOf(row), row]));
    this.publish();
  }

  /** Shows the changed rows and begins to save them. */
  change(what: string, changes: readonly RowChange<Row>[]): void {
    if (changes.length === 0) return;
    const step = { what, changes };
    this.past = [...this.past, step];
    this.future = [];
    this.save(step);
  }

  /** Takes the last step back, where there is one. */
  undo(): void {
    const step = this.past.at(-1);
    if (!step) return;
    this.past = this.past.slice(0, -1);
    this.future = [...this.future, step];
    const changes = step.changes.map(({ before, after }) => ({ before: after, after: before }));
    this.save({ what: `${this.port.name}.undo`, changes });
  }

  /** Makes the step again that was taken back last. */
  redo(): void {
    const step = this.future.at(-1);
    if (!step) return;
    this.future = this.future.slice(0, -1);
    this.past = [...this.past, step];
    this.save({ ...step, what: `${this.port.name}.redo` });
  }

  /** Saves what is waiting, in its order, until it is done or one cannot be saved. */
  async saveWaiting(): Promise<void> {
    if (this.draining) return;
    this.draining = true;
    this.failure = null;
    this.publish();
    try {
      let first = this.queue[0];
      while (first && (await this.saveFirst(first))) first = this.queue[0];
    } finally {
      this.draining = false;
      this.publish();
    }
  }

  private save(step: Step<Row>): void {
    const next = new Map(this.rows);
    for (const { before, after } of step.changes) {
      if (after) next.set(this.port.keyOf(after), after);
      else if (before) next.delete(this.port.keyOf(before));
    }
    this.rows = next;
    this.queue = [...this.queue, step];
    this.publish();
    void this.saveWaiting();
  }

  private async saveFirst({ what, changes }: Step<Row>): Promise<boolean> {
    const saved = await this.port.save(what, changes);
    if (!saved.ok) {
      this.failure = saved.failure;
      return false;
    }
    this.queue = this.queue.slice(1);
    this.publish();
    return true;
  }

  private publish(): void {
    this.shown = {
      rows: this.rows,
      saving: this.queue.length === 0 ? 'saved' : this.draining ? 'saving' : 'failed',
      unsaved: this.queue.length,
      failure: this.failure,
      canUndo: this.past.length > 0,
      canRedo: this.future.length > 0,
    };
    for (const listener of this.listeners) listener();
  }
}

/** The rows of a session as they stand now; null until they have been read. */
export function useRows<Row>(session: RowSession<Row>): RowView<Row> | null {
  useEffect(() => {
    void session.open();
  }, [session]);
  return useSyncExternalStore(session.subscribe, session.view);
}
