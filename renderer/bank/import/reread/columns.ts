import type { Field } from '@shared/bank/columns.ts';
import { letterOf } from '@shared/bank/options.ts';
import type { Messages } from '@shared/messages/index.ts';
import type { MappedColumn } from '@shared/model/bank.ts';

/** What a column can be said to hold, in the order in which it is offered. */
const fields = {
  stem: true,
  type: true,
  options: true,
  answer: true,
  explanation: true,
  basis: true,
  section: true,
  chapter: true,
  topic: true,
  difficulty: true,
  score: true,
  shuffle: true,
  blankOrder: true,
  number: true,
  id: true,
  material: true,
  parent: true,
  order: true,
  weight: true,
  entry: true,
  exact: true,
} as const satisfies Record<Field, true>;

const places = (count: number): number[] => Array.from({ length: count }, (_, place) => place);

export const mappedColumns: readonly MappedColumn[] = [
  '',
  ...(Object.keys(fields) as Field[]), // the keys of the table above
  ...places(12).map((place): MappedColumn => `option:${place}`),
  ...places(12).map((place): MappedColumn => `answer:${place}`),
];

export const isMapped = (text: string): text is MappedColumn => (mappedColumns as readonly string[]).includes(text);

/** What a column holds, in words. */
export function columnName(column: MappedColumn, words: Messages['bankImport']): string {
  if (column.startsWith('option:')) return words.optionColumn(letterOf(Number(column.slice(7))));
  if (column.startsWith('answer:')) return words.answerColumn(Number(column.slice(7)) + 1);
  return words.columns[column as Field | '']; // what is neither an option nor an answer
}
