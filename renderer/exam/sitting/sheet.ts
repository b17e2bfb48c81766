import { addInterval } from '@shared/exam/clock.ts';
import { fail, type Failure, type Result } from '@shared/model/failure.ts';
import type { AttemptAnswer } from '@shared/model/exam.ts';
import type { Happening } from '@shared/model/exam-record.ts';
import type { SittingNews } from '../../data/exam/exam.ts';
import type { Noted } from '../../data/exam/exam-events.ts';

/** Makes what is new and the time used durable; ok only when they are. */
export type WriteNews = (news: SittingNews, elapsedMs: number) => Promise<Result<null>>;

/** What is true of the answers at this moment. `unsaved` stays until a write succeeds again; `count` is how many answers wait. */
export type SaveState =
  | { readonly kind: 'saved' | 'saving' }
  | { readonly kind: 'unsaved'; readonly failure: Failure; readonly count: number };

interface SheetStart {
  readonly attemptId: string;
  readonly answers: readonly AttemptAnswer[];
  readonly elapsedMs: number;
  /** Of an exam: how often its window was left so far. Null in a mock test, of which no record is kept. */
  readonly timesAway: number | null;
  readonly write: WriteNews;
}

/**
 * The answer sheet (答题卡) of the sitting under way: what has been answered, what of it is on disk, how much time is
 * used, and of an exam what happened. One write runs at a time; what changes meanwhile goes with the next one. What could
 * not be written is kept and goes with every later write, so nothing is lost when the disk recovers.
 */
export class Sheet {
  readonly attemptId: string;
  elapsedMs: number;
  readonly #write: WriteNews;
  readonly #recorded: boolean;
  readonly #unsaved = new Map<string, AttemptAnswer>();
  readonly #listeners = new Set<() => void>();
  #noted: readonly Noted[] = [];
  /** How many of them are on their way to the disk, or may be there without our knowing. */
  #sentNotes = 0;
  #timesAway: number;
  #answers: ReadonlyMap<string, AttemptAnswer>;
  #saveState: SaveState = { kind: 'saved' };
  #writing: Promise<boolean> | null = null;
  #closed = false;
  #held = 0;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  constructor({ attemptId, answers, elapsedMs, timesAway, write }: SheetStart) {
    this.attemptId = attemptId;
    this.elapsedMs = elapsedMs;
    this.#write = write;
    this.#recorded = timesAway !== null;
    this.#timesAway = timesAway ?? 0;
    this.#answers = new Map(answers.map((answer) => [answer.questionId, answer]));
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  /** By question id; a new map at every change. */
  readonly answers = (): ReadonlyMap<string, AttemptAnswer> => this.#answers;
  readonly saveState = (): SaveState => this.#saveState;
  readonly timesAway = (): number => this.#timesAway;
  get closed(): boolean {
    return this.#closed;
  }

  /** What a write has not yet confirmed. */
  unsaved(): readonly AttemptAnswer[] {
    return [...this.#unsaved.values()];
  }
  noted(): readonly Noted[] {
    return this.#noted;
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
    if (change.answer !== undefined) this.note({ kind: 'answered', questionId, answer }, at);
    this.#tell(this.#saveState.kind === 'unsaved' ? this.#saveState : { kind: 'saving' });
    clearTimeout(this.#waiting);
    if (waitMs > 0) this.#waiting = setTimeout(() => void this.flush(), waitMs);
    else void this.flush();
  }

  /** Remembers for the record of an exam what happened; it goes with the next write. `at` is the wall clock. */
  note(happening: Happening, at: number): void {
    if (!this.#recorded || this.#closed) return;
    const noted = { at, elapsedMs: this.elapsedMs, happening };
    this.#noted = [...this.#noted.filter((other, place) => place < this.#sentNotes || !isReplaced(other, happening)), noted];
    if (happening.kind === 'left') this.#timesAway += 1;
    this.#announce();
  }

  /** Adds the time between two readings of performance.now. */
  pass(from: number, to: number): void {
    this.reach(addInterval(this.elapsedMs, from, to));
  }

  /** The time used, as a watched clock has it. */
  reach(elapsedMs: number): void {
    this.elapsedMs = elapsedMs;
    this.#announce();
  }

  /** Writes what is unsaved, and in any case the time used. False where it did not succeed. Never throws. */
  flush(): Promise<boolean> {
    clearTimeout(this.#waiting);
    if (this.#closed) return Promise.resolve(true);
    if (this.#held > 0) return Promise.resolve(false);
    this.#writing ??= this.#writeAll();
    return this.#writing;
  }

  /** Writes once more, then does something during which no other write may come between: handing in chains to the last entry. */
  async whileStill<T>(work: () => Promise<T>): Promise<T> {
    await this.flush();
    this.#held += 1;
    try {
      return await work();
    } finally {
      this.#held -= 1;
    }
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
      } while (this.#unsaved.size > 0 || this.#noted.length > 0);
    } finally {
      this.#writing = null;
    }
    this.#tell({ kind: 'saved' });
    return true;
  }

  async #writeChanges(): Promise<boolean> {
    const sent = this.unsaved();
    const noted = this.#noted;
    this.#sentNotes = noted.length;
    const result = await this.#writeOnce({ answers: sent, noted });
    if (!result.ok) {
      this.#tell({ kind: 'unsaved', failure: result.failure, count: this.#unsaved.size });
      return false;
    }
    for (const answer of sent) if (this.#unsaved.get(answer.questionId) === answer) this.#unsaved.delete(answer.questionId);
    this.#noted = this.#noted.slice(noted.length);
    this.#sentNotes = 0;
    return true;
  }

  /** A bug below must not leave "saving" standing for ever: it is reported, and the answers count as unsaved. */
  async #writeOnce(news: SittingNews): Promise<Result<null>> {
    try {
      return await this.#write(news, this.elapsedMs);
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

/** Of a text that is being typed only what was last seen of it, as long as nothing of it was sent to the disk. */
const isReplaced = ({ happening: before }: Noted, now: Happening): boolean =>
  now.kind === 'answered' && before.kind === 'answered' && before.questionId === now.questionId;
