import { idFromHash, identityOf, withId } from '@shared/bank/identity.ts';
import type { Question } from '@shared/model/question.ts';
import { hashBytes } from '../../files.ts';

/**
 * Gives every question its id: the source's own, else that of the same question in the version before, else a new one
 * made from what it asks. So a corrected answer or explanation keeps its id, and with it what people have learned; and no
 * new question takes over the id of an old one that has been worded anew since.
 */
export function withIds(questions: readonly Question[], before: readonly Question[]): readonly Question[] {
  const named = new Set(questions.map(({ id }) => id).filter(Boolean));
  const taken = new Set([...named, ...before.map(({ id }) => id)]);
  const known = Map.groupBy(
    before.filter(({ id }) => !named.has(id)),
    identityOf,
  );
  return questions.map((question) => {
    if (question.id !== '') return question;
    const identity = identityOf(question);
    const id = known.get(identity)?.shift()?.id ?? idFromHash(hashBytes(identity), (made) => taken.has(made));
    taken.add(id);
    return withId(question, id);
  });
}
