import { convertMillimetersToTwip as twips, TabStopType, type Paragraph } from 'docx';
import type { PrintedItem } from '@shared/exam/printed/item.ts';
import { fonts, line, sizes } from '../../docx-text.ts';
import { ruledRows, textRows, together, type Row } from './rows.ts';

export interface ItemPrint {
  /** The answer, why and the clause stand behind the question, in place of lines to write on. */
  readonly answered: boolean;
  /** Of the column, in millimetres. */
  readonly width: number;
}

const indent = 6;

/** A question is one block that does not part; of a case only the end of its material is kept with the first question. */
export function itemParagraphs(item: PrintedItem, print: ItemPrint): Paragraph[] {
  const { label, stem, parts } = item;
  if (parts.length > 0) return caseParagraphs(item, print);
  const below = print.answered ? noteRows(item) : ruledRows(item.lines, print.width);
  return together([...textRows(label + stem), ...optionRows(item, print.width), ...below]);
}

function caseParagraphs({ label, stem, parts, ...item }: PrintedItem, print: ItemPrint): Paragraph[] {
  const material = (label + stem).split('\n');
  return [
    ...material.map((each, n) => line(each, { keepNext: n + 1 === material.length })),
    ...parts.flatMap((part) => itemParagraphs(part, print)),
    ...(print.answered ? together(noteRows({ ...item, answer: '' })) : []),
  ];
}

function optionRows({ options, optionsPerLine }: PrintedItem, width: number): Row[] {
  const tabStops = Array.from({ length: optionsPerLine - 1 }, (_, stop) => ({
    type: TabStopType.LEFT,
    position: twips(indent + ((width - indent) * (stop + 1)) / optionsPerLine),
  }));
  const lines = Array.from({ length: Math.ceil(options.length / optionsPerLine) }, (_, row) =>
    options.slice(row * optionsPerLine, (row + 1) * optionsPerLine),
  );
  return lines.flatMap((row) => textRows(row.join('\t'), { indent: { left: twips(indent) }, tabStops }));
}

function noteRows({ answer, explanation, basis }: Pick<PrintedItem, 'answer' | 'explanation' | 'basis'>): Row[] {
  const told = [
    ['答案', answer],
    ['解析', explanation],
    ['依据', basis],
  ] as const;
  return told.flatMap(([name, text]) =>
    text === '' ? [] : textRows(`${name}：${text}`, { indent: { left: twips(indent) } }, { font: fonts.note, size: sizes.small }),
  );
}
