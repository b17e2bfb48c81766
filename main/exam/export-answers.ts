import type { ExportOutcome, TaskProgress } from '@shared/ipc/contract.ts';
import type { Result } from '@shared/model/failure.ts';
import { exportFiles } from '../export/export-files.ts';
import { safeFileName } from '../export/file-name.ts';
import { stampOf } from '../stamp.ts';
import { answerFileEnding, encodeAnswerFile } from './answer-file.ts';
import type { KeptRecord } from './outbox.ts';

export interface AnswersExport {
  /** Absolute path of the place that the person chose. */
  readonly place: string;
  /** At least one. */
  readonly records: readonly KeptRecord[];
  /** Wall clock, milliseconds since 1970: in the file's name. */
  readonly now: number;
  readonly signal: AbortSignal;
  readonly progress: (step: Omit<TaskProgress, 'task'>) => void;
}

const folderName = '考试答卷';

/** Writes sealed records into one answer file and proves it on its medium; failures as in exportFiles. */
export function exportAnswers({ place, records, now, signal, progress }: AnswersExport): Promise<Result<ExportOutcome>> {
  const bytes = Buffer.from(encodeAnswerFile(records.map(({ sealed }) => sealed)));
  const name = `${safeFileName(titleOf(records, now))}.${answerFileEnding}`;
  return exportFiles({ folder: place, name: folderName, render: async () => [{ name, bytes }], signal, progress });
}

/** Says who sends it and when, and how many: the names of people stay inside. */
function titleOf(records: readonly KeptRecord[], now: number): string {
  const units = [...new Set(records.map(({ unitName }) => unitName))];
  const exams = [...new Set(records.map(({ examTitle }) => examTitle))];
  return [folderName, short(units), short(exams), `${records.length}份`, stampOf(now)].filter(Boolean).join(' ');
}

const short = ([first = '', ...others]: readonly string[]): string => (others.length > 0 ? `${first}等` : first);
