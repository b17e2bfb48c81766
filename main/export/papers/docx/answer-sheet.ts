import { convertMillimetersToTwip as twips, Table, TableLayoutType, TabStopType, WidthType, type Paragraph } from 'docx';
import { answerSheet, type AnswerPlace, type AnswerSheet, type SheetPart } from '@shared/exam/printed/answer-sheet.ts';
import { charactersOf } from '@shared/exam/printed/widths.ts';
import type { PrintedPaper } from '@shared/exam/printed/paper.ts';
import { fonts, line, sizes } from '../../docx-text.ts';
import { pointMm } from '../page-layout.ts';
import { titleParagraphs } from './head.ts';
import { ruledRows, together, type Row } from './rows.ts';
import { cell, noBorders, plainTable, tableRow } from './table.ts';

/** Millimetres: a column of the grid, and the air that a cell leaves on both sides of it. */
const digitWidth = 7;
const cellAir = 5;
const small = { size: sizes.small } as const;

/** 答题卡. `width` is that of the column in millimetres. */
export function sheetBlocks(paper: PrintedPaper, width: number): (Paragraph | Table)[] {
  const sheet = answerSheet(paper);
  return [
    ...titleParagraphs(sheet.title, width),
    ...identity(sheet, width),
    ...sheet.rules.map((rule, n) => line(`${n + 1}. ${rule}`, {}, small)),
    ...sheet.parts.flatMap((part) => partBlocks(part, width)),
  ];
}

/** Fields on the left, the grid of the staff number on the right. */
function identity({ fields, digits }: AnswerSheet, width: number): (Paragraph | Table)[] {
  const right = digits * digitWidth + cellAir;
  const left = width - right - 6;
  const lines = together([
    ...fields.map((field): Row => ruled(field, left - 4)),
    { text: '缺考标记（监考人填涂）［　］', options: { spacing: { before: 160 } } },
  ]);
  const grid = plainTable({
    rows: digitRows(digits),
    widths: Array.from({ length: digits }, () => digitWidth),
    rowHeight: 5.2,
  });
  const beside = new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: [twips(width - right), twips(right)],
    width: { size: twips(width), type: WidthType.DXA },
    borders: noBorders,
    rows: [tableRow([cell(lines, width - right), cell([line('工号', {}, small), grid, line('', {}, { size: 2 })], right)], 60)],
  });
  return [beside, line('', {}, small)];
}

/** A row to write into, then the digits. */
const digitRows = (digits: number): string[][] =>
  ['', ...Array.from({ length: 10 }, (_, digit) => `[${digit}]`)].map((text) => Array.from({ length: digits }, () => text));

/** A name and a line behind it, up to `width` millimetres. */
function ruled(name: string, width: number): Row {
  const underscores = Math.floor((width / (12 * pointMm) - charactersOf(name)) * 2) - 2;
  return { text: `${name} ${'_'.repeat(Math.max(4, underscores))}`, options: { spacing: { before: 160 } } };
}

function partBlocks({ title, places }: SheetPart, width: number): (Paragraph | Table)[] {
  const bubbles = places.filter((place) => place.kind === 'bubbles');
  const heading = line(title, { keepNext: true, spacing: { before: 160, after: 60 } }, { font: fonts.heading });
  return [heading, ...bubbleRows(bubbles, width), ...places.flatMap((place) => writtenPlace(place, width))];
}

type Bubbles = Extract<AnswerPlace, { kind: 'bubbles' }>;

/** Blocks of five questions, as many beside each other as the line holds; each block counts downwards. */
function bubbleRows(bubbles: readonly Bubbles[], width: number): Paragraph[] {
  const first = bubbles[0];
  if (!first) return [];
  const blockWidth = 9 + first.choices.length * 7;
  const across = Math.max(1, Math.floor(width / blockWidth));
  const tabStops = Array.from({ length: across - 1 }, (_, stop) => ({
    type: TabStopType.LEFT,
    position: twips(((stop + 1) * width) / across),
  }));
  const bands = Array.from({ length: Math.ceil(bubbles.length / (across * 5)) }, (_, n) =>
    bubbles.slice(n * across * 5, (n + 1) * across * 5),
  );
  return bands.flatMap((band) =>
    together(
      Array.from({ length: Math.min(5, band.length) }, (_, row) => ({
        text: band
          .filter((_one, place) => place % 5 === row)
          .map(bubbleText)
          .join('\t'),
        options: { tabStops, spacing: { line: 320, after: row === 4 ? 120 : 0 } },
        run: small,
      })),
    ),
  );
}

/** Figure spaces before short numbers, so that the brackets stand under each other. */
const bubbleText = ({ label, choices }: Bubbles): string =>
  `${label.padStart(3, '\u2007')} ${choices.map((choice) => `[${choice}]`).join(' ')}`;

function writtenPlace(place: AnswerPlace, width: number): Paragraph[] {
  if (place.kind === 'bubbles') return [];
  if (place.kind === 'lines') return together([{ text: place.label }, ...ruledRows(place.lines, width)]);
  const blanks = place.widths.map((length) => '_'.repeat(length)).join('　');
  return together([{ text: `${place.label} ${blanks}`, options: { spacing: { before: 160 } } }]);
}
