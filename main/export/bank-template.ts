import type { Question } from '@shared/model/question.ts';
import { templateColumns, usualOptions, type TemplateColumn } from '@shared/bank/template/columns.ts';
import { exactTexts } from '@shared/bank/template/exact.ts';
import { templateRows, type TemplateRow } from '@shared/bank/template/rows.ts';
import { templateWorkbook } from '../import/workbook/template.ts';
import { xmlText } from './xml-text.ts';

/** Longest text of the hidden column in one cell, in characters; a cell holds 32,767. */
const exactLength = 30_000;
export const exactTitle = '三训原文';

/** Questions on their way into a workbook. */
export interface BankItem {
  readonly question: Question;
  readonly score: number | null;
}

/**
 * Questions in our template. Read back they are the same, ids and parts of cases included: what the visible cells alone
 * would not give back (a stem that begins with a number, an answer with | in it) also stands in a hidden column, which
 * counts as long as nobody edits the cells.
 */
export async function bankWorkbook(items: readonly BankItem[]): Promise<Uint8Array> {
  const columns = templateColumns(optionsOf(items));
  const rows = items.flatMap(({ question, score }) => {
    const exact = exactTexts(question, score);
    return templateRows(question, score).map((row, place) => ({ row, exact: pieces(exact[place] ?? '') }));
  });
  const hidden = rows.reduce((most, { exact }) => Math.max(most, exact.length), 0);
  return templateWorkbook(
    {
      columns,
      hidden: Array.from({ length: hidden }, () => exactTitle),
      rows: rows.map(({ row, exact }, place) => [...cellsOf(row, columns, place + 1), ...exact]),
    },
    '题库',
  );
}

/** How many option columns are needed. */
function optionsOf(items: readonly BankItem[]): number {
  const count = (question: Question): number => {
    if (question.type === 'case') return question.parts.reduce((most, part) => Math.max(most, count(part)), 0);
    return 'options' in question ? question.options.length : 0;
  };
  return items.reduce((most, { question }) => Math.max(most, count(question)), usualOptions);
}

/** A row by the columns of the template. Scores are numbers, so that people can add them up. */
export const cellsOf = (row: TemplateRow, columns: readonly TemplateColumn[], number: number): (string | number)[] =>
  columns.map(({ holds }) => {
    if (holds === 'number') return number;
    const text = xmlText(row.get(holds) ?? '');
    return holds === 'score' && text !== '' ? Number(text) : text;
  });

const pieces = (text: string): string[] =>
  Array.from({ length: Math.ceil(text.length / exactLength) }, (_, place) => text.slice(place * exactLength, (place + 1) * exactLength));
