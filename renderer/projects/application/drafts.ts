import type { Failure, Result } from '@shared/model/failure.ts';
import type { Project } from '@shared/model/project.ts';
import { changeProject } from '../../data/projects/projects.ts';

export type ProjectFields = Partial<Omit<Project, 'id' | 'createdAt'>>;

export interface Draft {
  /** What was typed and is not on disk yet. */
  readonly fields: ProjectFields;
  /** Why it could not be saved the last time. */
  readonly failure: Failure | null;
}

/** Milliseconds without a key after which what was typed is saved. */
const pause = 700;

/**
 * What is typed into applications, on its way to the disk. It outlives the screen: text that could not be saved stays until a
 * retry takes it. The window does not close over text that was not tried yet.
 */
export class Drafts {
  readonly #listeners = new Set<() => void>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #saving = new Map<string, Promise<void>>();
  #drafts: ReadonlyMap<string, Draft> = new Map();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The same object until something changes; null where everything is saved. */
  readonly of = (projectId: string): Draft | null => this.#drafts.get(projectId) ?? null;

  change(projectId: string, fields: ProjectFields): void {
    this.#put(projectId, { fields: { ...this.of(projectId)?.fields, ...fields }, failure: null });
    clearTimeout(this.#timers.get(projectId));
    this.#timers.set(
      projectId,
      setTimeout(() => void this.save(projectId), pause),
    );
  }

  /** Saves what waits, one write at a time. True when everything is on disk. */
  async save(projectId: string): Promise<boolean> {
    clearTimeout(this.#timers.get(projectId));
    await this.#saving.get(projectId);
    const draft = this.of(projectId);
    if (!draft) return true;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#saving.set(projectId, promise);
    const result = await changeProject(projectId, draft.fields).finally(resolve);
    this.#saving.delete(projectId);
    this.#settle(projectId, draft, result);
    return result.ok && (this.of(projectId) === null || this.save(projectId));
  }

  /** What was typed while the write was under way still waits. */
  #settle(projectId: string, saved: Draft, result: Result<null>): void {
    const draft = this.of(projectId);
    if (!result.ok) this.#put(projectId, { fields: draft?.fields ?? saved.fields, failure: result.failure });
    else if (draft === saved) this.#put(projectId, null);
  }

  #put(projectId: string, draft: Draft | null): void {
    const drafts = new Map(this.#drafts);
    if (draft) drafts.set(projectId, draft);
    else drafts.delete(projectId);
    this.#drafts = drafts;
    for (const listener of this.#listeners) listener();
  }

  /** What waits and was not tried in vain yet: a window that closes waits for it. */
  waiting(): readonly string[] {
    return [...this.#drafts].flatMap(([projectId, { failure }]) => (failure ? [] : [projectId]));
  }
}

export const drafts = new Drafts();

window.addEventListener('beforeunload', (event) => {
  const waiting = drafts.waiting();
  if (waiting.length === 0) return;
  event.preventDefault();
  void closeAfter(waiting);
});

async function closeAfter(projectIds: readonly string[]): Promise<void> {
  const saved = await Promise.all(projectIds.map((id) => drafts.save(id)));
  if (saved.every(Boolean)) window.close();
}
