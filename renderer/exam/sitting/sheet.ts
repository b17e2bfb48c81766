import { addInterval } from '@shared/exam/clock.ts';
import { fail, type Failure, type Result } from '@shared/model/failure.ts';
import type { AttemptAnswer } from '@shared/model/exam.ts';

/** Makes answers and the time used durable; ok only when they are. */
export type WriteAnswers = (answers: readonly AttemptAnswer[], elapsedMs: number) => Promise<Result<null>>;

/** What is true of the answers at this moment. `unsaved` stays until a write succeeds again; `count` is how many answers wait. */
export type SaveState =
  | { readonly kind: 'saved' | 'saving' }
  | { readonly kind: 'unsaved'; readonly failure: Failure; readonly count: number };

interface SheetStart {
  readonly attemptId: string;
  readonly answers: readonly AttemptAnswer[];
  readonly elapsedMs: number;
  readonly write: WriteAnswers;
}

/**
 * The answer sheet (答题卡) of the sitting under way: what has been answered, what of it is on disk, how much time is
 * used. One write runs at a time; what changes meanwhile goes with the next one. An answer that could not be written is
 * kept and goes with every later write, so nothing is lost when the disk recovers.
 */
export class Sheet {
  readonly attemptId: string;
  elapsedMs: number;
  readonly #write: WriteAnswers;
  readonly #unsaved = new Map<string, AttemptAnswer>();
  readonly #listeners = new Set<() => void>();
  #answers: ReadonlyMap<string, AttemptAnswer>;
  #saveState: SaveState = { kind: 'saved' };
  #writing: Promise<boolean> | null = null;
  #closed = false;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  constructor({ attemptId, answers, elapsedMs, write }: SheetStart) {
    this.attemptId = attemptId;
    this.elapsedMs = elapsedMs;
    this.#write = write;
    this.#answers = new Map(answers.map((answer) => [answer.questionId, answer]));
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  /** By question id; a new map at every change. */
  readonly answers = (): ReadonlyMap<string, AttemptAnswer> => this.#answers;
  readonly saveState = (): SaveState => this.#saveState;

  /** What a write has not yet confirmed. */
  unsaved(): readonly AttemptAnswer[] {
    return [...this.#unsaved.values()];
  }

  /** Changes the state of one question and saves it, after `waitMs` of no further change where typing goes on. */
  change(
    questionId: string,
    change: Partial<Pick<AttemptAnswer, 'answer' | 'flagged'>>,
    { at, waitMs }: { at: number; waitMs: number },
  ): void {
    const before = this.#answers.get(questionId);
    const { answer = null, flagged = false } = { ...before, ...change };
    const now = { id: `${this.attemptId}:${questionId}`, attemptId: this.attemptId, questionId, answer, flagged, at };
    this.#answers = new Map(this.#answers).set(questionId, now);
    this.#unsaved.set(questionId, now);
    this.#tell(this.#saveState.kind === 'unsaved' ? this.#saveState : { kind: 'saving' });
    clearTimeout(this.#waiting);
    if (waitMs > 0) this.#waiting = setTimeout(() => void this.flush(), waitMs);
    else void this.flush();
  }

  /** Adds the time between two readings of performance.now. */
  pass(from: number, to: number): void {
    this.elapsedMs = addInterval(this.elapsedMs, from, to);
    this.#announce();
  }

  /** Writes what is unsaved, and in any case the time used. False where it did not succeed. Never throws. */
  flush(): Promise<boolean> {
    clearTimeout(this.#waiting);
    if (this.#closed) return Promise.resolve(true);
    this.#writing ??= this.#writeAll();
    return this.#writing;
  }

  /** After the paper is handed in: nothing is written any more. */
  close(): void {
    this.#closed = true;
    clearTimeout(this.#waiting);
  }

  async #writeAll(): Promise<boolean> {
    try {
      do {
        if (!(await this.#writeChanges())) return false;
      } while (this.#unsaved.size > 0);
    } finally {
      this.#writing = null;
    }
    this.#tell({ kind: 'saved' });
    return true;
  }

  async #writeChanges(): Promise<boolean> {
    const sent = this.unsaved();
    const result = await this.#writeOnce(sent);
    if (!result.ok) this.#tell({ kind: 'unsaved', failure: result.failure, count: this.#unsaved.size });
    else for (const answer of sent) if (this.#unsaved.get(answer.questionId) === answer) this.#unsaved.delete(answer.questionId);
    return result.ok;
  }

  /** A bug below must not leave "saving" standing for ever: it is reported, and the answers count as unsaved. */
  async #writeOnce(answers: readonly AttemptAnswer[]): Promise<Result<null>> {
    try {
      return await this.#write(answers, this.elapsedMs);
    } catch (error) {
      console.error(error);
      return fail('journal-failed');
    }
  }

  #tell(state: SaveState): void {
    this.#saveState = state.kind === this.#saveState.kind && state.kind !== 'unsaved' ? this.#saveState : state;
    this.#announce();
  }

  #announce(): void {
    for (const listener of this.#listeners) listener();
  }
}
