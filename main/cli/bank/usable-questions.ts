import { withId } from '@shared/bank/identity.ts';
import type { ImportedFile } from '@shared/bank/imported.ts';
import type { Question } from '@shared/model/question.ts';

/** Questions by id, without those that have to be mended first. Where the source has no 题目编码, the place in it serves as id. */
export function usableQuestions(files: readonly ImportedFile[]): { questions: ReadonlyMap<string, Question>; leftOut: number } {
  const questions = new Map<string, Question>();
  let all = 0;
  for (const [n, { questions: imported, problems }] of files.entries()) {
    const wrong = new Set(problems.filter(({ severity }) => severity === 'error').map(({ sheet, row }) => `${sheet ?? ''}#${row}`));
    all += imported.length;
    for (const { sheet, row, question } of imported) {
      const place = `${sheet ?? ''}#${row}`;
      const id = question.id || `${n + 1}/${place}`;
      if (!wrong.has(place) && !questions.has(id)) questions.set(id, withId(question, id));
    }
  }
  return { questions, leftOut: all - questions.size };
}
