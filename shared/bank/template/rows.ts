import type { MappedColumn } from '../../model/bank.ts';
import type { Difficulty, Question, QuestionType, SimpleQuestion } from '../../model/question.ts';
import { never } from '../../never.ts';
import { lettersOf } from '../answer.ts';
import type { Draft } from '../imported.ts';

/** What a row of the template shows, by what its columns hold. Columns that are empty are missing. */
export type TemplateRow = ReadonlyMap<MappedColumn, string>;

export const typeNames = {
  single: '单选题',
  multiple: '多选题',
  judge: '判断题',
  blank: '填空题',
  short: '简答题',
  case: '案例题',
} satisfies Record<QuestionType, string>;

const difficultyNames = { easy: '易', medium: '中', hard: '难' } satisfies Record<Difficulty, string>;

/** A question as people write it into the template: one row, or for a case its text and one row a part. */
export function templateRows(question: Question, score: number | null): readonly TemplateRow[] {
  const own = filled([...common(question), ...answerOf(question), ['id', question.id], ['score', score === null ? '' : `${score}`]]);
  if (question.type !== 'case') return [own];
  return [own, ...question.parts.map((part, place) => partRow(part, question.id, question.weights[place] ?? 1))];
}

/** Parts repeat the section of their case, so that the list can be sorted and filtered; the rest they have from it. */
const partRow = (part: SimpleQuestion, parent: string, weight: number): TemplateRow =>
  filled([...common(part), ...answerOf(part), ['parent', parent], ['score', `${weight}`]]);

function common(question: Question): [MappedColumn, string][] {
  return [
    ['section', question.section],
    ['type', typeNames[question.type]],
    ['stem', question.stem],
    ['explanation', question.explanation],
    ['basis', question.basis],
    ['topic', question.topic],
    ['difficulty', difficultyNames[question.difficulty]],
  ];
}

function answerOf(question: Question): [MappedColumn, string][] {
  switch (question.type) {
    case 'single':
    case 'multiple':
      return [
        ...question.options.map((option, place): [MappedColumn, string] => [`option:${place}`, option]),
        ['answer', lettersOf(question.answer)],
        ['shuffle', question.shuffle ? '是' : '否'],
      ];
    case 'judge':
      return [['answer', question.answer ? '正确' : '错误']];
    case 'blank':
      return [
        ['answer', question.answer.map((accepted) => accepted.join('|')).join('；')],
        ['blankOrder', question.unordered ? '无序' : ''],
      ];
    case 'short':
      return [['answer', question.answer]];
    case 'case':
      return [];
    default:
      return never(question);
  }
}

/** A row that is no question yet, as far as it was understood; options beyond the twelfth are left in its source. */
export function draftRow({ type, stem, options, answer, explanation, basis, section, topic, difficulty }: Draft): TemplateRow {
  return filled([
    ['section', section],
    ['type', type === null ? '' : typeNames[type]],
    ['stem', stem],
    ...options.slice(0, 12).map((option, place): [MappedColumn, string] => [`option:${place}`, option]),
    ['answer', answer],
    ['explanation', explanation],
    ['basis', basis],
    ['topic', topic],
    ['difficulty', difficulty ? difficultyNames[difficulty] : ''],
  ]);
}

const filled = (cells: readonly (readonly [MappedColumn, string])[]): TemplateRow => new Map(cells.filter(([, text]) => text !== ''));
