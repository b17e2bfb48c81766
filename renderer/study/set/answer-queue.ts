import { fail, type Failure, type Result } from '@shared/model/failure.ts';
import type { Policy } from '@shared/model/policy.ts';
import type { Response } from '@shared/model/study.ts';
import { afterAnswer, saveResponse, type BeforeAnswer } from '../../data/study/responses.ts';

/** An answer on its way to the disk, with what was known of its question before, and the rule of the 错题本. */
export interface GivenAnswer {
  readonly response: Response;
  readonly before: BeforeAnswer;
  readonly rule: Policy['mistakeRule'];
}

/** With the reason where a write has failed, null while it is under way. */
export type Waiting = ReadonlyMap<GivenAnswer, Failure | null>;

/**
 * Answers that are not yet on the disk. One that could not be saved stays, through later questions and other screens too,
 * until a retry takes it.
 */
export class AnswerQueue {
  readonly #listeners = new Set<() => void>();
  #waiting: Waiting = new Map();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  /** A new map at every change. */
  readonly waiting = (): Waiting => this.#waiting;

  /** Never throws. */
  async save(answer: GivenAnswer): Promise<void> {
    this.#change((waiting) => waiting.set(answer, null));
    const result = await write(answer);
    this.#change((waiting) => (result.ok ? waiting.delete(answer) : waiting.set(answer, result.failure)));
  }

  retry(): void {
    for (const [answer, failure] of this.#waiting) if (failure) void this.save(answer);
  }

  /** What is known of a question as the last waiting answer to it leaves it; null where none waits. */
  knownOf(questionId: string): BeforeAnswer | null {
    const last = [...this.#waiting.keys()].findLast(({ response }) => response.questionId === questionId);
    return last ? afterAnswer(last.response, last.before, last.rule) : null;
  }

  #change(change: (waiting: Map<GivenAnswer, Failure | null>) => void): void {
    const waiting = new Map(this.#waiting);
    change(waiting);
    this.#waiting = waiting;
    for (const listener of this.#listeners) listener();
  }
}

const queues = new Map<string, AnswerQueue>();

/** The one queue of a person. It outlives its screens: whoever leaves while the disk refuses loses nothing. */
export function queueOf(personId: string): AnswerQueue {
  const queue = queues.get(personId) ?? new AnswerQueue();
  queues.set(personId, queue);
  return queue;
}

/** A bug below must not leave "saving" standing for ever: it is reported, and the answer counts as unsaved. */
async function write({ response, before, rule }: GivenAnswer): Promise<Result<null>> {
  try {
    return await saveResponse(response, before, rule);
  } catch (error) {
    console.error(error);
    return fail('journal-failed');
  }
}
