import { database } from '../database.ts';
import type { AskExam, ExamQuestions, FromExamResults } from './exam-results/messages.ts';

export type { AnonymousAnswer, MarkingSheet } from './exam-results/marking-sheets.ts';
export type { ExamResults, ExamYear } from './exam-results/results.ts';

/** Everything that is shown of an exam's results, counted anew from what came in; null where there is no such exam. */
export const examResults = (examId: string): Promise<ExamQuestions['results']> => ask<'results'>({ kind: 'results', examId });

/** Ids of those who were absent from an exam or did not pass it: who may sit its make-up (补考). */
export const absentOrFailed = (examId: string): Promise<readonly string[]> => ask<'absentOrFailed'>({ kind: 'absentOrFailed', examId });

/** The short answers of an exam that have to be marked, without names. */
export const markingSheets = (examId: string): Promise<ExamQuestions['markingSheets']> =>
  ask<'markingSheets'>({ kind: 'markingSheets', examId });

/** Another value after every change of work: what was counted is then counted again. */
export const readRevision = async (): Promise<number> => (await database.meta.get('applied'))?.n ?? 0;

/** A worker for one question: records of hundreds of people are read and counted beside the page, and the memory goes with it. */
async function ask<K extends keyof ExamQuestions>(asked: AskExam): Promise<ExamQuestions[K]> {
  const worker = new Worker(new URL('./exam-results/exam-results.worker.ts', import.meta.url), { type: 'module' });
  try {
    const { promise, resolve, reject } = Promise.withResolvers<FromExamResults>();
    worker.addEventListener('message', ({ data }: MessageEvent<FromExamResults>) => resolve(data));
    worker.addEventListener('error', (event) => reject(new Error(`counting an exam: ${event.message}`)));
    worker.postMessage(asked, []);
    const answer = await promise;
    if (!answer.ok) throw new Error(`counting an exam: ${answer.error}`);
    return answer.answer as ExamQuestions[K]; // answer.ts gives each kind its own
  } finally {
    worker.terminate();
  }
}
