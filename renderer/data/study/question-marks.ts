import type { Result } from '@shared/model/failure.ts';
import type { Question } from '@shared/model/question.ts';
import type { QuestionMark } from '@shared/model/study.ts';
import type { WorkOp } from '@shared/model/work.ts';
import { readQuestions } from '../content.ts';
import { database } from '../database.ts';
import { keptMarks } from '../kept/rows.ts';
import { findRefs } from './study.ts';
import { commit } from '../work.ts';

export const markId = (personId: string, questionId: string): string => `${personId}:${questionId}`;

/** What one person marked on one question; null where nothing. */
export const readMark = async (personId: string, questionId: string): Promise<QuestionMark | null> =>
  (await database.questionMarks.get(markId(personId, questionId))) ?? null;

/** Everything that one person marked, the newest first. */
export async function readMarks(personId: string): Promise<QuestionMark[]> {
  const { rows } = await keptMarks(personId);
  return [...rows.values()].toSorted((one, other) => other.at - one.at || (one.id < other.id ? -1 : 1));
}

/** Ids of the questions that one person keeps as favourites, the newest first. */
export async function readFavourites(personId: string): Promise<string[]> {
  return (await readMarks(personId)).flatMap(({ favourite, questionId }) => (favourite ? [questionId] : []));
}

/** Keeps a mark; one that says nothing any more is taken out. */
export function saveMark(mark: QuestionMark): Promise<Result<null>> {
  const op: WorkOp =
    mark.favourite || mark.note !== '' ? { table: 'questionMarks', put: mark } : { table: 'questionMarks', remove: mark.id };
  return commit('study.mark', [op]);
}

/** A mark with the question that it is on. */
export interface MarkedQuestion {
  readonly mark: QuestionMark;
  readonly question: Question;
}

/** So many blocks are read between two answers. */
const blocksAtOnce = 8;

/** The questions of marks, in the order of the marks; ever more of them, as their blocks are read. Those that are not installed are left out. */
export async function* readMarked(
  marks: readonly QuestionMark[],
): AsyncGenerator<{ readonly rows: readonly MarkedQuestion[]; readonly isComplete: boolean }> {
  const refs = await findRefs(marks.map(({ questionId }) => questionId));
  const blocks = [...Map.groupBy(refs, ({ key }) => key)];
  const found = new Map<string, Question>();
  const rowsNow = (): MarkedQuestion[] =>
    marks.flatMap((mark) => {
      const question = found.get(mark.questionId);
      return question ? [{ mark, question }] : [];
    });
  for (const [place, [key, own]] of blocks.entries()) {
    const questions = await readQuestions(key);
    for (const { id, position } of own) {
      const question = questions[position];
      if (question) found.set(id, question);
    }
    if (place % blocksAtOnce === blocksAtOnce - 1) yield { rows: rowsNow(), isComplete: false };
  }
  yield { rows: rowsNow(), isComplete: true };
}
