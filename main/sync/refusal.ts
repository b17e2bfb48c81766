import { fail, succeed, type Failure, type FailureKind, type Result } from '@shared/model/failure.ts';
import { codeOf, fileFailure } from '../files.ts';

/** An expected failure on its way out of nested steps. It never leaves main/sync: `asResult` turns it into a value. */
export class Refusal extends Error {
  readonly failure: Failure;
  constructor(kind: FailureKind, subject: string, reason: string, cause?: unknown) {
    super(`${kind}: ${subject}: ${reason}`, { cause });
    this.failure = { kind, subject };
  }
}

/** Logs a technical reason; see main/log.ts. */
export type Log = (message: string, error: unknown) => void;

/** Runs work whose refusals are expected. System errors on files count as such; anything else is a bug and passes through. */
export async function asResult<T>(log: Log, what: string, work: () => Promise<T>): Promise<Result<T>> {
  try {
    return succeed(await work());
  } catch (error) {
    const failure = failureOf(error, what);
    if (!failure) throw error;
    if (failure.kind !== 'cancelled') log(what, error);
    return fail(failure.kind, failure.subject);
  }
}

function failureOf(error: unknown, what: string): Failure | null {
  if (error instanceof Refusal) return error.failure;
  if (error instanceof Error && error.name === 'AbortError') return { kind: 'cancelled', subject: what };
  // ENOSPC and its kind; ERR_… is Node's way to say that we made a mistake.
  return /^E[A-Z0-9]+$/.test(codeOf(error)) ? fileFailure(error, what) : null;
}

/** Stops here when the person has cancelled. */
export function stopIfCancelled(signal: AbortSignal, subject: string): void {
  if (signal.aborted) throw new Refusal('cancelled', subject, 'cancelled by the person', signal.reason);
}
