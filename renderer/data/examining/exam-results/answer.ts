import { never } from '@shared/never.ts';
import type { AskExam, ExamQuestions, FromExamResults } from './messages.ts';
import { readMarkingSheets } from './marking-sheets.ts';
import { countAbsentOrFailed, countExam } from './results.ts';

/** The side of the worker: reads, counts, answers. Never throws. */
export async function answerExam(asked: AskExam): Promise<FromExamResults> {
  try {
    return { ok: true, answer: await read(asked) };
  } catch (error) {
    return { ok: false, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

function read({ kind, examId }: AskExam): Promise<ExamQuestions[keyof ExamQuestions]> {
  switch (kind) {
    case 'results':
      return countExam(examId);
    case 'absentOrFailed':
      return countAbsentOrFailed(examId);
    case 'markingSheets':
      return readMarkingSheets(examId);
    default:
      return never(kind);
  }
}
