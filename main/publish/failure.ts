import { succeed, type Failure, type Result } from '@shared/model/failure.ts';
import { failureOf, type Log } from '../sync/refusal.ts';
import { PublishRefusal, type PublishProblem } from './problem.ts';

/** What problems of publishing mean to a person. The first reasons; the others are as good as always of the same kind. */
export function failureOfProblems(problems: readonly PublishProblem[]): Failure {
  if (problems.some(({ code }) => code === 'keys-locked')) return { kind: 'key-locked', subject: '' };
  const sentences = problems.slice(0, 3).map(({ message }) => message);
  return { kind: 'publish-refused', subject: sentences.join('') };
}

/** Runs work whose refusals, of publishing or of the place it writes to, are expected. A bug passes through. */
export async function publisherResult<T>(log: Log, what: string, work: () => Promise<T>): Promise<Result<T>> {
  try {
    return succeed(await work());
  } catch (error) {
    const failure = error instanceof PublishRefusal ? failureOfProblems(error.problems) : failureOf(error, what);
    if (!failure) throw error;
    if (failure.kind !== 'cancelled') log(what, error);
    return { ok: false, failure };
  }
}
