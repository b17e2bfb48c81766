import { difficulties, type Question } from '@shared/model/question.ts';
import { oneLine } from '@shared/model/schemas/content.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * The questions of an unpacked bank block where every one of them is plainly as the schema says, their keys sorted as in
 * canonical JSON; null where the schema itself has to be asked. It takes a tenth of the schema's time and must never
 * accept what the schema refuses: the tests compare the two.
 */
export function readQuickly(block: unknown): readonly Question[] | null {
  if (!isFields(block) || !Array.isArray(block['questions'])) return null;
  const questions: Question[] = [];
  for (const value of block['questions'] as readonly unknown[]) {
    const question = isFields(value) ? questionOf(value) : null;
    if (!question) return null;
    questions.push(question);
  }
  return questions;
}

/** Fields that are checked stand before those that are not named, in the order of the alphabet. */
function questionOf(fields: Fields): Question | null {
  const { basis, difficulty, explanation, id, section, stem, topic } = fields;
  const isGood = isId(id) && isLine(section, 1) && isLine(topic, 0) && isText(stem, 1) && isText(explanation, 0) && isText(basis, 0);
  if (!isGood || !isDifficulty(difficulty)) return null;
  switch (fields['type']) {
    case 'single':
    case 'multiple': {
      const { type, answer, options, shuffle } = fields;
      if (!isListOf(answer, 1, mostAnswers, isPlace) || !isListOf(options, 2, 12, isAnswerText) || typeof shuffle !== 'boolean')
        return null;
      return { answer, basis, difficulty, explanation, id, options, section, shuffle, stem, topic, type };
    }
    case 'judge': {
      const { type, answer } = fields;
      return typeof answer === 'boolean' ? { answer, basis, difficulty, explanation, id, section, stem, topic, type } : null;
    }
    case 'short': {
      const { type, answer } = fields;
      return isAnswerText(answer) ? { answer, basis, difficulty, explanation, id, section, stem, topic, type } : null;
    }
    case 'blank': {
      const { type, answer, unordered } = fields;
      if (!isListOf(answer, 1, mostAnswers, isAlternatives) || (unordered !== undefined && unordered !== true)) return null;
      const always = { answer, basis, difficulty, explanation, id, section, stem, topic, type } as const;
      return unordered ? { ...always, unordered } : always;
    }
    default:
      return null; // a case is for the schema: its parts are questions themselves
  }
}

/** The schema sets no limit; a longer list is for the schema. */
const mostAnswers = 12;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value: unknown, least: number): value is string =>
  typeof value === 'string' && value.length >= least && value.length <= 32_767;

const isAnswerText = (value: unknown): value is string => isText(value, 1);

const isAlternatives = (value: unknown): value is readonly string[] => isListOf(value, 1, mostAnswers, isAnswerText);

const isLine = (value: unknown, least: number): value is string => isText(value, least) && value.length <= 500 && oneLine.test(value);

const isId = (value: unknown): value is string => isLine(value, 1) && value.length <= 100;

const isDifficulty = (value: unknown): value is Question['difficulty'] => difficulties.some((known) => known === value);

const isPlace = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 11;

const isListOf = <T>(value: unknown, least: number, most: number, isItem: (item: unknown) => item is T): value is readonly T[] =>
  Array.isArray(value) && value.length >= least && value.length <= most && value.every(isItem);
