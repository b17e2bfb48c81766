import type { AssessmentMarks } from '@shared/model/reviewing.ts';
import type { Failure, Result } from '@shared/model/failure.ts';
import type { MarksChange } from '../../../data/reviewing/assessment.ts';

/** Where marks are read and saved. */
export interface MarksPort {
  readonly read: () => Promise<readonly AssessmentMarks[]>;
  readonly save: (what: string, changes: readonly MarksChange[]) => Promise<Result<null>>;
}

/** The marks of one review as the screen shows them. */
export interface MarksView {
  /** By their ids: what is on disk, with the changes on top that are still being saved. */
  readonly marks: ReadonlyMap<string, AssessmentMarks>;
  readonly saving: 'saved' | 'saving' | 'failed';
  readonly failure: Failure | null;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

interface Step {
  readonly what: string;
  readonly changes: readonly MarksChange[];
}

/**
 * The marking of one review while the program runs: shows a cell at once, saves steps one after another in their order, keeps
 * what could not be saved, and goes back and forth. Nobody else writes these rows, so they are read once.
 */
export class MarksSession {
  private readonly port: MarksPort;
  private readonly listeners = new Set<() => void>();
  private marks: ReadonlyMap<string, AssessmentMarks> = new Map();
  private queue: readonly Step[] = [];
  private past: readonly Step[] = [];
  private future: readonly Step[] = [];
  private failure: Failure | null = null;
  private draining = false;
  private shown: MarksView | null = null;

  constructor(port: MarksPort) {
    this.port = port;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Null until the marks have been read; the same object until something changes. */
  readonly view = (): MarksView | null => this.shown;

  async open(): Promise<void> {
    const read = await this.port.read();
    if (this.queue.length > 0) return;
    this.marks = new Map(read.map((each) => [each.id, each]));
    this.publish();
  }

  /** Shows the changes and begins to save them. */
  change(what: string, changes: readonly MarksChange[]): void {
    if (changes.length === 0) return;
    this.past = [...this.past, { what, changes }];
    this.future = [];
    this.save({ what, changes });
  }

  undo(): void {
    const step = this.past.at(-1);
    if (!step) return;
    this.past = this.past.slice(0, -1);
    this.future = [...this.future, step];
    this.save({ what: 'marks.undo', changes: step.changes.map(({ before, after }) => ({ before: after, after: before })) });
  }

  redo(): void {
    const step = this.future.at(-1);
    if (!step) return;
    this.future = this.future.slice(0, -1);
    this.past = [...this.past, step];
    this.save({ ...step, what: 'marks.redo' });
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

  private save(step: Step): void {
    const next = new Map(this.marks);
    for (const { before, after } of step.changes) {
      if (after) next.set(after.id, after);
      else if (before) next.delete(before.id);
    }
    this.marks = next;
    this.queue = [...this.queue, step];
    this.publish();
    void this.saveWaiting();
  }

  private async saveFirst({ what, changes }: Step): Promise<boolean> {
    const saved = await this.port.save(what, changes);
    if (!saved.ok) {
      this.failure = saved.failure;
      return false;
    }
    this.queue = this.queue.slice(1);
    return true;
  }

  private publish(): void {
    this.shown = {
      marks: this.marks,
      saving: this.queue.length === 0 ? 'saved' : this.draining ? 'saving' : 'failed',
      failure: this.failure,
      canUndo: this.past.length > 0,
      canRedo: this.future.length > 0,
    };
    for (const listener of this.listeners) listener();
  }
}
