import type { PaperScores } from '@shared/model/examining.ts';
import type { Failure, Result } from '@shared/model/failure.ts';
import type { ScoreChange } from '../../data/examining/paper-scores.ts';

/** Where lines are read and saved. */
export interface ScorePort {
  readonly read: () => Promise<readonly PaperScores[]>;
  readonly save: (what: string, changes: readonly ScoreChange[]) => Promise<Result<null>>;
}

/** The lines of one exam as the screen shows them. */
export interface ScoreView {
  /** By person: what is on disk, with the changes on top that are still being saved. */
  readonly scores: ReadonlyMap<string, PaperScores>;
  readonly saving: 'saved' | 'saving' | 'failed';
  /** Steps that are not on disk yet. */
  readonly unsaved: number;
  readonly failure: Failure | null;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

interface Step {
  readonly what: string;
  readonly changes: readonly ScoreChange[];
}

/**
 * The keying-in of one exam while the program runs: shows a line at once, saves steps one after another in their order,
 * keeps what could not be saved, and goes back and forth. Nobody else writes these lines, so they are read once.
 */
export class ScoreSession {
  private readonly port: ScorePort;
  private readonly listeners = new Set<() => void>();
  private scores: ReadonlyMap<string, PaperScores> = new Map();
  private queue: readonly Step[] = [];
  private past: readonly Step[] = [];
  private future: readonly Step[] = [];
  private failure: Failure | null = null;
  private draining = false;
  private shown: ScoreView | null = null;

  constructor(port: ScorePort) {
    this.port = port;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Null until the lines have been read; the same object until something changes. */
  readonly view = (): ScoreView | null => this.shown;

  async open(): Promise<void> {
    const read = await this.port.read();
    if (this.queue.length > 0) return;
    this.scores = new Map(read.map((line) => [line.personId, line]));
    this.publish();
  }

  /** Shows the changed lines and begins to save them. */
  change(what: string, changes: readonly ScoreChange[]): void {
    if (changes.length === 0) return;
    const step = { what, changes };
    this.past = [...this.past, step];
    this.future = [];
    this.save(step);
  }

  /** Takes the last step back. Returns its lines as they are now, or null where there was nothing to take back. */
  undo(): readonly ScoreChange[] | null {
    const step = this.past.at(-1);
    if (!step) return null;
    this.past = this.past.slice(0, -1);
    this.future = [...this.future, step];
    return this.save({ what: 'scores.undo', changes: step.changes.map(({ before, after }) => ({ before: after, after: before })) });
  }

  /** Makes the step again that was taken back last. */
  redo(): readonly ScoreChange[] | null {
    const step = this.future.at(-1);
    if (!step) return null;
    this.future = this.future.slice(0, -1);
    this.past = [...this.past, step];
    return this.save({ ...step, what: 'scores.redo' });
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

  private save(step: Step): readonly ScoreChange[] {
    const next = new Map(this.scores);
    for (const { before, after } of step.changes) {
      if (after) next.set(after.personId, after);
      else if (before) next.delete(before.personId);
    }
    this.scores = next;
    this.queue = [...this.queue, step];
    this.publish();
    void this.saveWaiting();
    return step.changes;
  }

  private async saveFirst({ what, changes }: Step): Promise<boolean> {
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
      scores: this.scores,
      saving: this.queue.length === 0 ? 'saved' : this.draining ? 'saving' : 'failed',
      unsaved: this.queue.length,
      failure: this.failure,
      canUndo: this.past.length > 0,
      canRedo: this.future.length > 0,
    };
    for (const listener of this.listeners) listener();
  }
}
