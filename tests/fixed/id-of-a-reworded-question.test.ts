import { expect, test } from 'vitest';
import type { ImportedFile } from '@shared/bank/imported.ts';
import type { Question } from '@shared/model/question.ts';
import { prepareQuestions } from '../../main/publish/bank/questions.ts';

const asked = (stem: string, id: string): Question => ({
  id,
  section: '示例',
  topic: '',
  stem,
  explanation: '',
  basis: '',
  difficulty: 'medium',
  type: 'judge',
  answer: true,
});

const fileOf = (...questions: readonly Question[]): ImportedFile => ({
  file: '示例.csv',
  format: 'csv',
  questions: questions.map((question, place) => ({ sheet: null, row: place + 2, lastRow: place + 2, question, score: null })),
  refusals: [],
  problems: [],
  accounted: { source: questions.length, questions: questions.length, headings: 0, refused: 0, ignored: 0 },
});

const idsOf = (file: ImportedFile, before: readonly Question[]): string[] =>
  prepareQuestions([file], { section: null, skipErrors: false, before }).questions.map(({ id }) => id);

test('a new question never takes the id of an old one that was made from the same words', () => {
  const [made = ''] = idsOf(fileOf(asked('原来的题干', '')), []);
  const before = [asked('改写后的题干', made)];
  const ids = idsOf(fileOf(asked('原来的题干', ''), asked('改写后的题干', '')), before);
  expect(ids).toEqual([`${made}-2`, made]);
});
