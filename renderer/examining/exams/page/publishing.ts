import { publishedExam } from '@shared/exam/bureau/published-exam.ts';
import type { BankPublication } from '@shared/ipc/contract.ts';
import type { Exam, SealedExam } from '@shared/model/examining.ts';
import type { Result } from '@shared/model/failure.ts';
import { request } from '../../../bridge.ts';
import { addPublication, archiveExam, papersOf, readExams } from '../../../data/examining/exams.ts';
import { packageNameOf } from '../form/form-state.ts';

/** `publish` the sealed exam · `release` the answers with it · `withdraw` it. */
export type Publishing = 'publish' | 'release' | 'withdraw';

export type SealedBureauExam = Exam & { readonly sealed: SealedExam };

export interface PublishingOrder {
  /** Token of the repository's folder. */
  readonly place: string;
  /** A person has looked at the date. */
  readonly clockOk: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Has main sign and write one version, and remembers it. */
export async function publishAs(
  what: Publishing,
  exam: SealedBureauExam,
  { place, clockOk, now }: PublishingOrder,
): Promise<Result<BankPublication>> {
  const name = packageNameOf(exam, await readExams());
  const task = crypto.randomUUID();
  const withKey = what === 'release';
  const published =
    what === 'withdraw'
      ? await request('exam:withdraw', { place, name, clockOk }, task)
      : await request('exam:publish', { place, name, exam: publishedExam(exam, await papersOf(exam), withKey), clockOk }, task);
  if (!published.ok) return published;
  const saved =
    what === 'withdraw'
      ? await archiveExam(exam, true)
      : await addPublication(exam, { package: name, version: published.value.version, at: now, withKey });
  return saved.ok ? published : saved;
}
