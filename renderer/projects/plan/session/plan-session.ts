import type { Failure, Result } from '@shared/model/failure.ts';
import type { PlanNode } from '@shared/model/project.ts';
import type { WorkOp } from '@shared/model/work.ts';
import { noNotes, planOps, type NoteChanges, type StoredPlan } from '../../../data/projects/plan.ts';
import { applyChange, changeBetween, inverseOf, keepingSame, type PlanChange } from './plan-change.ts';

/** Where a plan is read and saved. */
export interface PlanPort {
  readonly projectId: string;
  readonly read: () => Promise<StoredPlan>;
  readonly commit: (what: string, ops: readonly WorkOp[]) => Promise<Result<null>>;
}

/** A plan table as the screen shows it. */
export interface PlanView {
  /** What is in the database, with the changes on top that are still being saved. */
  readonly rows: readonly PlanNode[];
  readonly saving: 'saved' | 'saving' | 'failed';
  /** Changes that are not on disk yet. */
  readonly unsaved: number;
  readonly failure: Failure | null;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/**
 * The editing of one plan while the program runs: shows a change at once, saves changes one after another in their
 * order, keeps what could not be saved, and goes back and forth without limit. An undo is a new change that is saved like
 * any other. The table is read when its page opens; after a commit the change is applied to what was read, because reading
 * thousands of rows after every letter would hold the window up.
 */
export class PlanSession {
  private readonly port: PlanPort;
  private stored: StoredPlan = { nodes: [], summary: null };
  private queue: readonly PlanChange[] = [];
  private past: readonly PlanChange[] = [];
  private future: readonly PlanChange[] = [];
  private shown: PlanView | null = null;
  private failure: Failure | null = null;
  private draining = false;
  private drained: Promise<void> = Promise.resolve();
  private commits = 0;
  private readonly listeners = new Set<() => void>();

  constructor(port: PlanPort) {
    this.port = port;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Null until the table has been read; the same object until something changes. */
  readonly view = (): PlanView | null => this.shown;

  /** Reads the table; what waits to be saved goes on top of it. */
  async open(): Promise<void> {
    for (;;) {
      const commits = this.commits;
      const read = await this.port.read();
      if (commits !== this.commits) continue; // it may be older than what was saved meanwhile
      this.stored = read;
      return this.publish();
    }
  }

  /** Makes the shown table this one, and begins to save what that changes together with the lines of the 变更单. */
  change(what: string, rows: readonly PlanNode[], notes: NoteChanges = noNotes): void {
    const change = changeBetween(what, this.shown?.rows ?? [], rows, notes);
    if (!change) return;
    this.past = [...this.past, change];
    this.future = [];
    this.save(change);
  }

  /** Takes the last change back. Returns what was done for it, or null where there was nothing to take back. */
  undo(): PlanChange | null {
    const change = this.past.at(-1);
    if (!change) return null;
    this.past = this.past.slice(0, -1);
    this.future = [...this.future, change];
    return this.save(inverseOf(change, 'plan.undo'));
  }

  /** Makes the change again that was taken back last. */
  redo(): PlanChange | null {
    const change = this.future.at(-1);
    if (!change) return null;
    this.future = this.future.slice(0, -1);
    this.past = [...this.past, change];
    return this.save({ ...change, what: 'plan.redo' });
  }

  /** Saves what is waiting, in its order, until it is done or one cannot be saved. */
  saveWaiting(): Promise<void> {
    if (!this.draining) this.drained = this.drain();
    return this.drained;
  }

  private async drain(): Promise<void> {
    this.draining = true;
    this.failure = null;
    this.publish();
    try {
      await Promise.resolve(); // the screen is drawn first
      let first = this.queue[0];
      while (first && (await this.saveFirst(first))) first = this.queue[0];
    } finally {
      this.draining = false;
      this.publish();
    }
  }

  private save(change: PlanChange): PlanChange {
    this.queue = [...this.queue, change];
    this.publish();
    void this.saveWaiting();
    return change;
  }

  private async saveFirst(change: PlanChange): Promise<boolean> {
    const { ops, stored } = planOps(this.port.projectId, this.stored, applyChange(this.stored.nodes, change), change.notes);
    const saved = await this.port.commit(change.what, ops);
    if (!saved.ok) {
      this.failure = saved.failure;
      return false;
    }
    this.stored = stored;
    this.commits += 1;
    this.queue = this.queue.slice(1);
    this.publish();
    return true;
  }

  private publish(): void {
    const rows = keepingSame(this.shown?.rows ?? [], this.queue.reduce<readonly PlanNode[]>(applyChange, this.stored.nodes));
    this.shown = {
      rows,
      saving: this.queue.length === 0 ? 'saved' : this.draining ? 'saving' : 'failed',
      unsaved: this.queue.length,
      failure: this.failure,
      canUndo: this.past.length > 0,
      canRedo: this.future.length > 0,
    };
    for (const listener of this.listeners) listener();
  }
}
