import {
  AlignmentType,
  convertMillimetersToTwip as twips,
  Table,
  TableCell,
  TableLayoutType,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
  type Paragraph,
} from 'docx';
import type { PrintedPaper, PrintedPart } from '@shared/exam/printed/paper.ts';
import { titleLines } from '@shared/exam/printed/title.ts';
import { fonts, line, sizes } from '../../docx-text.ts';
import { partBox, scoreRows, titleCapacity } from '../page-layout.ts';
import { cell, cellText, noBorder, noBorders, plainTable, tableRow } from './table.ts';

/** A title in one line or two. `width` is that of the column in millimetres. */
export const titleParagraphs = (title: string, width: number): Paragraph[] =>
  titleLines(title, titleCapacity(width)).map((text) =>
    line(text, { alignment: AlignmentType.CENTER, keepNext: true }, { font: fonts.title, size: sizes.title, bold: true }),
  );

/** Title, time and full score, score table, 注意事项. `width` is that of the column in millimetres. */
export function paperHead(paper: PrintedPaper, mark: string, width: number): (Paragraph | Table)[] {
  const subtitles = [paper.subtitle, mark].filter((text) => text !== '');
  return [
    ...titleParagraphs(paper.title, width),
    ...subtitles.map((text) => line(text, { alignment: AlignmentType.CENTER, spacing: { after: 80 } }, { font: fonts.subtitle })),
    scoreTable(paper.scoreColumns, width),
    line('注意事项', { spacing: { before: 120 } }, { font: fonts.heading, size: sizes.small }),
    ...paper.notes.map((note, n) => line(`${n + 1}. ${note}`, {}, { size: sizes.small })),
  ];
}

function scoreTable(columns: readonly string[], width: number): Table {
  const rows = [['题号', ...columns], ...scoreRows.map((name) => [name, ...columns.map(() => '')])];
  return plainTable({ rows, widths: Array.from({ length: columns.length + 1 }, () => width / (columns.length + 1)), rowHeight: 7.5 });
}

const boxWidth = 15;

/** 得分 and 评卷人 before the heading of a part, which is kept with its first question. */
export function partHead({ heading }: PrintedPart, width: number): (Paragraph | Table)[] {
  const headingWidth = width - partBox.length * boxWidth;
  const headingCell = (verticalMerge: (typeof VerticalMergeType)[keyof typeof VerticalMergeType]): TableCell =>
    new TableCell({
      verticalMerge,
      verticalAlign: VerticalAlignTable.CENTER,
      width: { size: twips(headingWidth), type: WidthType.DXA },
      borders: { top: noBorder, bottom: noBorder, right: noBorder },
      margins: { left: twips(3) },
      children: [line(verticalMerge === VerticalMergeType.RESTART ? heading : '', { keepNext: true }, { font: fonts.heading })],
    });
  const box = new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: [...partBox.map(() => twips(boxWidth)), twips(headingWidth)],
    width: { size: twips(width), type: WidthType.DXA },
    borders: { ...noBorders, ...thin },
    rows: [
      tableRow([...partBox.map((name) => cell([cellText(name)], boxWidth)), headingCell(VerticalMergeType.RESTART)], 7),
      tableRow([...partBox.map(() => cell([cellText('')], boxWidth)), headingCell(VerticalMergeType.CONTINUE)], 7),
    ],
  });
  return [line('', { keepNext: true, spacing: { before: 60 } }, { size: sizes.small }), box];
}

const side = { style: 'single', size: 6, color: '000000' } as const;
const thin = { top: side, bottom: side, left: side, insideHorizontal: side, insideVertical: side } as const;
