import type { BankEntry } from '../../model/bank.ts';
import type { Difficulty, Question } from '../../model/question.ts';
import { withId } from '../identity.ts';

/** What many questions are given at once. */
export interface Labels {
  readonly section?: string;
  readonly topic?: string;
  readonly difficulty?: Difficulty;
}

/** The entry with a question that a person wrote or mended. Its id stays, and what the importer noticed about the row is settled. */
export const withQuestion = (entry: BankEntry, question: Question): BankEntry => ({
  ...entry,
  question: withId(question, entry.id),
  draft: null,
  findings: [],
});

/** The entry under other labels; the parts of a case carry those of their case. A row that is no question yet takes them into its draft. */
export function labelled(entry: BankEntry, labels: Labels): BankEntry {
  const { question, draft } = entry;
  if (question) return { ...entry, question: labelledQuestion(question, labels) };
  const { difficulty: _difficulty, ...names } = labels;
  return draft ? { ...entry, draft: { ...draft, ...names } } : entry;
}

function labelledQuestion(question: Question, labels: Labels): Question {
  if (question.type !== 'case') return { ...question, ...labels };
  return { ...question, ...labels, parts: question.parts.map((part) => ({ ...part, ...labels })) };
}

/** Takes a question out of its bank: the next version leaves it out, its place and history stay. */
export const withdrawn = (entry: BankEntry): BankEntry => (entry.state === 'kept' ? { ...entry, state: 'withdrawn' } : entry);

export const restored = (entry: BankEntry): BankEntry => (entry.state === 'withdrawn' ? { ...entry, state: 'kept' } : entry);

/** A question that is written here and comes from no file. */
export const writtenEntry = (id: string, question: Question): BankEntry => ({
  id,
  question: withId(question, id),
  draft: null,
  state: 'kept',
  origin: null,
  findings: [],
  score: null,
  matches: null,
});
