import { lettersOf } from '@shared/bank/answer.ts';
import { linesOf } from '@shared/bank/lines/lines-of.ts';
import { readLines } from '@shared/bank/lines/read-lines.ts';
import type { Reading } from '@shared/bank/reading.ts';
import type { SourceLine, SourceText } from '@shared/bank/source-text.ts';
import type { Question, SimpleQuestion } from '@shared/model/question.ts';

export const options = { section: '', longestCell: 32_767 };

export const readText = (text: string): Reading => readLines(linesOf(text), options);

/** Lines of a Word document, numbered from 1. */
export const wordText = (...lines: readonly Partial<SourceLine>[]): SourceText => ({
  lines: lines.map((line, place) => ({ row: place + 1, text: '', label: '', cells: null, table: 0, marks: [], ...line })),
});

/** A row of a table. */
export const tableRow = (table: number, ...cells: readonly string[]): Partial<SourceLine> => ({ table, cells, text: cells.join('\t') });

/** What a test compares: 单选 stem | 甲 / 乙 | B. */
export const shown = ({ questions }: Reading): string[] => questions.map(({ question }) => show(question));

export const show = (question: Question): string =>
  question.type === 'case' ? `case ${question.stem} [${question.parts.map(showSimple).join(' ; ')}]` : showSimple(question);

function showSimple(question: SimpleQuestion): string {
  const parts = [`${question.type} ${question.stem}`];
  if ('options' in question) parts.push(question.options.join(' / '), lettersOf(question.answer));
  else if (question.type === 'judge') parts.push(question.answer ? '对' : '错');
  else if (question.type === 'blank') parts.push(question.answer.map((accepted) => accepted.join('|')).join('；'));
  else parts.push(question.answer);
  return parts.join(' | ');
}

/** Rows and codes of what was refused. */
export const refused = ({ refusals, problems }: Reading): string[] =>
  refusals.map(
    ({ row, lastRow }) =>
      `${row}-${lastRow} ${problems.find((problem) => problem.row === row && problem.severity === 'error')?.code ?? ''}`,
  );
