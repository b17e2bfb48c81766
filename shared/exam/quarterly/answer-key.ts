import type { Paper } from '../../model/exam.ts';
import type { Question, SimpleQuestion } from '../../model/question.ts';

/**
 * A paper that gives no answer away: what is right is replaced by the same placeholder in every question of a kind, and
 * explanation and clause, which would say it too, are empty. How many blanks there are stays: the candidate sees them.
 */
export const withoutKey = (paper: Paper): Paper => ({
  ...paper,
  items: paper.items.map((item) => ({ ...item, question: hidden(item.question) })),
});

/** The questions of papers with their answers, each once: what the bureau publishes when it releases the answers. */
export function keyOf(papers: readonly Paper[]): Question[] {
  const questions = papers.flatMap(({ items }) => items.map(({ question }) => question));
  return [...new Map(questions.map((question) => [question.id, question])).values()];
}

/**
 * A paper that was sat without its answers, with the answers of a published key. What the candidate saw stays as it was.
 * Throws where the key has no such question of that type: the bureau makes it out of the same papers.
 */
export function withKey(paper: Paper, key: readonly Question[]): Paper {
  const questions = new Map(key.map((question) => [question.id, question]));
  const items = paper.items.map((item) => ({ ...item, question: revealed(item.question, questions.get(item.question.id)) }));
  return { ...paper, items };
}

/** Whether a published key has an answer to every question of a paper, of its type and with as many parts and blanks. */
export function fitsKey(paper: Paper, key: readonly Question[]): boolean {
  const questions = new Map(key.map((question) => [question.id, question]));
  return paper.items.every(({ question }) => fits(question, questions.get(question.id)));
}

function fits(question: Question, key: Question | undefined): boolean {
  if (key?.type !== question.type) return false;
  if (question.type === 'blank' && key.type === 'blank') return question.answer.length === key.answer.length;
  if (question.type !== 'case' || key.type !== 'case') return true;
  return question.parts.length === key.parts.length && question.parts.every((part, place) => fits(part, key.parts[place]));
}

const placeholder = '—';

function hidden(question: Question): Question {
  if (question.type !== 'case') return hiddenPart(question);
  return { ...question, explanation: '', basis: '', parts: question.parts.map(hiddenPart) };
}

function hiddenPart(question: SimpleQuestion): SimpleQuestion {
  const without = { explanation: '', basis: '' };
  switch (question.type) {
    case 'single':
    case 'multiple':
      return { ...question, ...without, answer: [0] };
    case 'judge':
      return { ...question, ...without, answer: true };
    case 'blank':
      return { ...question, ...without, answer: question.answer.map(() => [placeholder]) };
    case 'short':
      return { ...question, ...without, answer: placeholder };
  }
}

function revealed(question: Question, key: Question | undefined): Question {
  if (question.type !== 'case') return revealedPart(question, key);
  if (key?.type !== 'case') throw missing(question);
  const { explanation, basis } = key;
  return { ...question, explanation, basis, parts: question.parts.map((part, place) => revealedPart(part, key.parts[place])) };
}

/** Both are of one type, so the answer fits the question. */
function revealedPart(question: SimpleQuestion, key: Question | undefined): SimpleQuestion {
  if (key?.type !== question.type) throw missing(question);
  const { explanation, basis, answer } = key;
  return { ...question, explanation, basis, answer } as SimpleQuestion; // the types were compared
}

const missing = ({ id }: Question): Error => new Error(`the key has no answer to question ${id}`);
