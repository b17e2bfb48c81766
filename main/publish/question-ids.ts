import { foldText } from '@shared/bank/text.ts';
import type { Question } from '@shared/model/question.ts';
import { hashBytes } from '../files.ts';

/**
 * Gives every question its id: the source's own, else that of the same question in the version before, else a new one
 * made from what it asks. So a corrected answer or explanation keeps its id, and with it what people have learned.
 */
export function withIds(questions: readonly Question[], before: readonly Question[]): readonly Question[] {
  const taken = new Set(questions.map(({ id }) => id).filter(Boolean));
  const known = Map.groupBy(
    before.filter(({ id }) => !taken.has(id)),
    identityOf,
  );
  return questions.map((question) => {
    if (question.id !== '') return question;
    const id = known.get(identityOf(question))?.shift()?.id ?? newId(question, taken);
    taken.add(id);
    return { ...question, id };
  });
}

function newId(question: Question, taken: ReadonlySet<string>): string {
  const base = `q-${hashBytes(identityOf(question)).slice(0, 16)}`;
  for (let copy = 1; ; copy++) {
    const id = copy === 1 ? base : `${base}-${copy}`;
    if (!taken.has(id)) return id;
  }
}

/** What a question asks: its type, stem and options, however they are spaced, punctuated or ordered. */
function identityOf(question: Question): string {
  const options = 'options' in question ? question.options.map(foldText).toSorted() : [];
  return [question.type, foldText(question.stem), ...options].join('\n');
}
