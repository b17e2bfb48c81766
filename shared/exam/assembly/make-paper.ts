import type { Paper, PaperItem } from '../../model/exam.ts';
import type { Blueprint } from '../../model/policy.ts';
import type { Question } from '../../model/question.ts';
import { orderItem, type ItemOrder } from '../option-order.ts';
import { seedFrom } from '../random.ts';
import type { Pick } from './assemble.ts';

interface PaperFacts {
  readonly id: string;
  readonly blueprint: Blueprint;
  readonly seed: number;
}

/**
 * The paper of an assembly, complete with its questions. Options stand in an order that the seed decides, except where
 * their order carries meaning; the answers stay indexes into the question's own options. Throws where a picked question is missing.
 */
export function makePaper(picks: readonly Pick[], questions: ReadonlyMap<string, Question>, facts: PaperFacts): Paper {
  const dice = seedFrom(facts.seed, optionStream);
  return paperOf(
    facts,
    picks.map((picked) => itemOf(picked, questions, (question) => orderItem(question, dice))),
  );
}

/** Two papers: a question that stands on both shows its options in another order, where it has more than one. */
export function makePair(
  [a, b]: readonly [readonly Pick[], readonly Pick[]],
  questions: ReadonlyMap<string, Question>,
  { ids, blueprint, seed }: Omit<PaperFacts, 'id'> & { readonly ids: readonly [string, string] },
): readonly [Paper, Paper] {
  const first = makePaper(a, questions, { id: ids[0], blueprint, seed });
  const orders = new Map(first.items.map((item) => [item.question.id, orderKey(item)]));
  const dice = seedFrom(seed, secondStream);
  const order = (question: Question): ItemOrder => {
    let rolled = orderItem(question, dice);
    while (canTurn(question) && orderKey(rolled) === orders.get(question.id)) rolled = orderItem(question, dice);
    return rolled;
  };
  const items = b.map((picked) => itemOf(picked, questions, order));
  return [first, paperOf({ id: ids[1], blueprint, seed }, items)];
}

/** Options are ordered by dice of their own, so that they do not depend on how many rolls the picking took. */
const optionStream = 1;
const secondStream = 2;

const paperOf = ({ id, blueprint, seed }: PaperFacts, items: readonly PaperItem[]): Paper => ({
  id,
  title: blueprint.title,
  blueprintId: blueprint.id,
  seed,
  minutes: blueprint.minutes,
  items,
});

function itemOf(
  { id, score, scoring }: Pick,
  questions: ReadonlyMap<string, Question>,
  order: (question: Question) => ItemOrder,
): PaperItem {
  const question = questions.get(id);
  if (!question) throw new Error(`question ${id} was picked but not fetched`);
  return { question, ...order(question), score, ...(scoring ? { scoring } : {}) };
}

const orderKey = ({ optionOrder, partOrders }: ItemOrder): string => JSON.stringify([optionOrder, partOrders]);

/** Whether its options can stand in more than one order. */
function canTurn(question: Question): boolean {
  if (question.type === 'case') return question.parts.some(canTurn);
  return 'options' in question && question.shuffle && question.options.length > 1;
}
