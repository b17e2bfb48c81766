import { fail, type Failure, type Result } from '@shared/model/failure.ts';
import type { QuestionMark } from '@shared/model/study.ts';
import { markId, readMark, saveMark } from '../../data/study/question-marks.ts';

/** What is changed of a mark. */
export type MarkChange = Partial<Pick<QuestionMark, 'favourite' | 'note'>>;

/** A change that is not yet on the disk, with the reason where a write has failed. */
export interface WaitingChange {
  readonly change: MarkChange;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly failure: Failure | null;
}

/** By question id. */
export type WaitingChanges = ReadonlyMap<string, WaitingChange>;

/**
 * Favourites and notes on their way to the disk. Later changes of a question join the one that waits; one that could not
 * be saved stays, through other screens too, until a retry takes it.
 */
export class MarkKeeper {
  readonly #personId: string;
  readonly #listeners = new Set<() => void>();
  readonly #busy = new Set<string>();
  #waiting: WaitingChanges = new Map();

  constructor(personId: string) {
    this.#personId = personId;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  /** A new map at every change. */
  readonly waiting = (): WaitingChanges => this.#waiting;

  change(questionId: string, change: MarkChange, at: number): void {
    const before = this.#waiting.get(questionId);
    this.#put(questionId, { change: { ...before?.change, ...change }, at, failure: null });
    void this.#save(questionId);
  }

  /** For a mark that has not been read yet. */
  async toggleFavourite(questionId: string, at: number): Promise<void> {
    const stored = await readMark(this.#personId, questionId);
    const favourite = this.#waiting.get(questionId)?.change.favourite ?? stored?.favourite ?? false;
    this.change(questionId, { favourite: !favourite }, at);
  }

  retry(): void {
    for (const [questionId, { change, at, failure }] of this.#waiting) if (failure) this.change(questionId, change, at);
  }

  /** Never throws. Goes on until nothing newer waits, one write at a time. */
  async #save(questionId: string): Promise<void> {
    if (this.#busy.has(questionId)) return;
    this.#busy.add(questionId);
    for (let next = this.#waiting.get(questionId); next && !next.failure; next = this.#waiting.get(questionId)) {
      const result = await write(this.#personId, questionId, next);
      if (this.#waiting.get(questionId) !== next) continue;
      this.#put(questionId, result.ok ? null : { ...next, failure: result.failure });
    }
    this.#busy.delete(questionId);
  }

  #put(questionId: string, change: WaitingChange | null): void {
    const waiting = new Map(this.#waiting);
    if (change) waiting.set(questionId, change);
    else waiting.delete(questionId);
    this.#waiting = waiting;
    for (const listener of this.#listeners) listener();
  }
}

const keepers = new Map<string, MarkKeeper>();

/** The one keeper of a person. It outlives its screens: whoever leaves while the disk refuses loses nothing. */
export function keeperOf(personId: string): MarkKeeper {
  const keeper = keepers.get(personId) ?? new MarkKeeper(personId);
  keepers.set(personId, keeper);
  return keeper;
}

/** A bug below must not leave "saving" standing for ever: it is reported, and the change counts as unsaved. */
async function write(personId: string, questionId: string, { change, at }: WaitingChange): Promise<Result<null>> {
  try {
    const before = await readMark(personId, questionId);
    const empty = { id: markId(personId, questionId), personId, questionId, favourite: false, note: '' };
    return await saveMark({ ...empty, ...before, ...change, at });
  } catch (error) {
    console.error(error);
    return fail('journal-failed');
  }
}
