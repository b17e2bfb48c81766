import path from 'node:path';
import { fail, type Result } from '@shared/model/failure.ts';
import type { ExportOutcome } from '@shared/ipc/contract.ts';
import type { Handlers } from '../ipc.ts';
import type { Safe } from '../publish/destinations.ts';
import { queue } from '../sync/queue.ts';
import type { Tasks } from '../tasks.ts';
import { exportAnswers, type AnswersExport } from './export-answers.ts';
import { installationKey } from './installation-key.ts';
import { installedExam, type ExamContent } from './installed-exam.ts';
import { asEntry, openOutbox, type Outbox } from './outbox.ts';
import { sealForBureau } from './seal.ts';
import { openTries } from './tries.ts';
import { unsealPapers } from './unseal.ts';

export interface ExamServiceOptions {
  readonly profile: string;
  readonly packages: () => Promise<ExamContent>;
  readonly tasks: Tasks;
  /** The folder behind a token, or null. */
  readonly placeOf: (token: string) => string | null;
  readonly safe: Safe | null;
  /** Wall clock, milliseconds since 1970. */
  readonly now: () => number;
  /** Milliseconds of a clock that nobody can set. */
  readonly monotonic: () => number;
  readonly log: (message: string, error: unknown) => void;
}

export type ExamService = Pick<Handlers, 'exam:unseal' | 'exam:seal-record' | 'exam:outbox' | 'exam:export-answers'>;

/** The branch's side of exams: opens papers, seals records, and gives them out. One step after the other. */
export function createExamService({ profile, packages, tasks, placeOf, safe, now, monotonic, log }: ExamServiceOptions): ExamService {
  const directory = path.join(profile, 'exam');
  const outbox = openOutbox(directory);
  const tries = openTries(directory, monotonic);
  const key = installationKey({ directory, safe, log });
  const inTurn = queue();
  return {
    'exam:unseal': (name, typed) =>
      inTurn(async () => {
        const exam = await installedExam(await packages(), name, log);
        return exam.ok ? unsealPapers({ exam: exam.value, typed, tries, now: now(), log }) : exam;
      }),
    'exam:seal-record': (record) => inTurn(() => sealForBureau({ record, outbox, key, now: now(), log })),
    'exam:outbox': () => inTurn(async () => (await outbox.list()).map(asEntry)),
    'exam:export-answers': (token, attempts, task) =>
      inTurn(async () => {
        const place = placeOf(token);
        if (!place) return fail('place-gone');
        return tasks.run(task, (signal, progress) => exportOf({ outbox, attempts, place, now: now(), signal, progress }));
      }),
  };
}

interface ExportOf extends Omit<AnswersExport, 'records'> {
  readonly outbox: Outbox;
  readonly attempts: readonly string[];
}

/** Marks records as exported only after the file was read back. */
async function exportOf({ outbox, attempts, ...request }: ExportOf): Promise<Result<ExportOutcome>> {
  const records = (await outbox.list()).filter(({ attemptId }) => attempts.includes(attemptId));
  if (records.length === 0) return fail('not-understood');
  const outcome = await exportAnswers({ ...request, records });
  if (outcome.ok) for (const record of records) await outbox.put({ ...record, exportedAt: request.now });
  return outcome;
}
