import { succeed, type Failure, type FailureKind, type Result } from '@shared/model/failure.ts';
import { codeOf, fileFailure } from '../files.ts';

/** An expected failure on its way out of nested steps. It never leaves main/sync: `asResult` turns it into a value. */
export class Refusal extends Error {
  readonly failure: Failure;
  /** `at`: an instant that belongs to it, ISO 8601, see Failure. */
  constructor(kind: FailureKind, subject: string, reason: string, cause?: unknown, at?: string) {
    super(`${kind}: ${subject}: ${reason}`, { cause });
    this.failure = { kind, subject, ...(at !== undefined && { at }) };
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
    return { ok: false, failure };
  }
}

/** What an error means to a person; null where it is a bug. `what` names the thing where the error does not. */
export function failureOf(error: unknown, what: string): Failure | null {
  if (error instanceof Refusal) return error.failure;
  if (error instanceof Error && error.name === 'AbortError') return { kind: 'cancelled', subject: what };
  // ENOSPC and its kind; ERR_… is Node's way to say that we made a mistake.
  return /^E[A-Z0-9]+$/.test(codeOf(error)) ? fileFailure(error, what) : null;
}

/** The technical reason of a refusal with its causes, on one line. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : `${error.message} ← ${reasonOf(error.cause)}`;
}

/** Stops here when the person has cancelled. */
export function stopIfCancelled(signal: AbortSignal, subject: string): void {
  if (signal.aborted) throw new Refusal('cancelled', subject, 'cancelled by the person', signal.reason);
}
