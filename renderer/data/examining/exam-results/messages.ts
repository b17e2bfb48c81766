import type { MarkingSheet } from './marking-sheets.ts';
import type { ExamResults } from './results.ts';

/** What can be asked about an exam, and the answer. */
export interface ExamQuestions {
  results: ExamResults | null;
  absentOrFailed: readonly string[];
  markingSheets: readonly MarkingSheet[];
}

export interface AskExam {
  readonly kind: keyof ExamQuestions;
  readonly examId: string;
}

/** From the worker; `error` says that there is a bug. */
export type FromExamResults = { readonly ok: true; readonly answer: unknown } | { readonly ok: false; readonly error: string };
