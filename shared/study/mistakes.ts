import type { Policy } from '../model/policy.ts';
import type { Mistake, Response } from '../model/study.ts';

/**
 * The 错题本 after one response. A wrong answer puts the question in, or back in; each right one counts, and
 * `rule.rightInARow` of them without a wrong one between move it to "overcome". Null: the question is not in the book.
 * @param at wall clock of the response, milliseconds since 1970
 */
export function afterResponse(
  mistake: Mistake | null,
  correct: boolean,
  rule: Policy['mistakeRule'],
  at: number,
  ids: Pick<Mistake, 'personId' | 'questionId' | 'section'>,
): Mistake | null {
  if (!correct) return afterWrong(mistake, at, ids);
  if (!mistake || mistake.state === 'overcome') return mistake;
  const rightInARow = mistake.rightInARow + 1;
  return { ...mistake, rightInARow, state: rightInARow >= rule.rightInARow ? 'overcome' : 'open', lastAt: at };
}

/**
 * The entry of one question as all of one person's answers to it make it, in whatever order they are given here. Null:
 * none of them was wrong. A changed rule counts from the first answer on.
 */
export function judgeAnew(responses: readonly Response[], rule: Policy['mistakeRule']): Mistake | null {
  const inOrder = responses.toSorted((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1));
  return inOrder.reduce<Mistake | null>((mistake, response) => afterResponse(mistake, response.correct, rule, response.at, response), null);
}

/** How many right answers in a row an open entry still lacks; 0 for one that is overcome. */
export const lacking = ({ state, rightInARow }: Mistake, rule: Policy['mistakeRule']): number =>
  state === 'overcome' ? 0 : Math.max(1, rule.rightInARow - rightInARow);

function afterWrong(mistake: Mistake | null, at: number, ids: Pick<Mistake, 'personId' | 'questionId' | 'section'>): Mistake {
  const { personId, questionId, section } = ids;
  const wrongCount = (mistake?.wrongCount ?? 0) + 1;
  return { id: `${personId}:${questionId}`, personId, questionId, section, wrongCount, rightInARow: 0, state: 'open', lastAt: at };
}
