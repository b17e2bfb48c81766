import { readStartCode } from '@shared/exam/quarterly/start-code.ts';
import type { PublishedExam, SealedPapers } from '@shared/model/examining.ts';
import { fail, succeed, type Failure, type Result } from '@shared/model/failure.ts';
import { sealedPapersSchema } from '@shared/model/schemas/examining.ts';
import { tryPassphrase } from '../age-files.ts';
import { fileFailure } from '../files.ts';
import type { Tries } from './tries.ts';

export interface Unsealing {
  readonly exam: PublishedExam;
  readonly typed: string;
  readonly tries: Tries;
  /** Wall clock, milliseconds since 1970: only to say when the next try is allowed. */
  readonly now: number;
  readonly log: (message: string, error: unknown) => void;
}

/**
 * Opens the papers of an exam by the start code (启封码), whatever the clock says: the code is the gate, and a wrong clock
 * must lock nobody out. What cannot be a code at all costs no try. Failures: wrong-code (subject: tries left), too-many-tries
 * (both with `at`, where the next try has to wait), not-understood, and those of the disk.
 */
export async function unsealPapers({ exam, typed, tries, now, log }: Unsealing): Promise<Result<SealedPapers>> {
  const wait = await tries.waitFor(exam.id);
  if (wait > 0) return { ok: false, failure: { kind: 'too-many-tries', subject: exam.title, at: after(now, wait) } };
  const code = readStartCode(typed);
  if (code === null) return fail('wrong-code');
  try {
    const left = await tries.count(exam.id);
    const opened = await tryPassphrase(Buffer.from(exam.sealed, 'base64'), code);
    if (!opened.ok && opened.kind === 'not-for-us') return { ok: false, failure: wrongCode(left, now, await tries.waitFor(exam.id)) };
    await tries.forget(exam.id); // the code was right, or no code can be
    return opened.ok ? papersIn(opened.bytes, exam) : fail('not-understood', exam.title);
  } catch (error) {
    log('opening an exam', error);
    return { ok: false, failure: fileFailure(error, exam.title) };
  }
}

function papersIn(bytes: Uint8Array, exam: PublishedExam): Result<SealedPapers> {
  const parsed = sealedPapersSchema.safeParse(asJson(Buffer.from(bytes).toString('utf8')));
  return parsed.success && parsed.data.examId === exam.id ? succeed(parsed.data) : fail('not-understood', exam.title);
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

const wrongCode = (left: number, now: number, wait: number): Failure => ({
  kind: 'wrong-code',
  subject: String(left),
  ...(wait > 0 && { at: after(now, wait) }),
});

const after = (now: number, wait: number): string => new Date(now + wait).toISOString();
