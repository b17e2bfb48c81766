import {
  AlignmentType,
  convertMillimetersToTwip as twips,
  Header,
  HeightRule,
  OverlapType,
  Paragraph,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TextDirection,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { charactersOf } from '@shared/exam/printed/widths.ts';
import type { SealField } from '@shared/exam/printed/paper.ts';
import { fonts, line, sizes } from '../../docx-text.ts';
import { layouts, margins, pointMm, sealCharacters, sealWarning } from '../page-layout.ts';
import { noBorders } from './table.ts';

const { height } = layouts.A4; // an A3 sheet lies on its side: it is as high
const length = height - 2 * margins.plain;
/** Millimetres: from the edge of the paper, and of the three rows of text. */
const edge = 10;
const rows = { fields: 9, warning: 5, line: 6 } as const;
/** Of 小四 and of 小五 in millimetres. */
const character = 12 * pointMm;

/**
 * A header that holds the seal line: a table that floats in the left margin, its texts running from the foot to the head.
 * Word, WPS and LibreOffice all turn the text of a cell; text boxes they each show in their own way.
 */
export function sealHeader(fields: readonly SealField[]): Header {
  const cells = [
    turned(rows.fields, fieldsText(fields), sizes.body),
    turned(rows.warning, `${sealWarning}${'　'.repeat(12)}${sealWarning}`, 18),
    turned(rows.line, sealText(), sizes.body),
  ];
  const table = new Table({
    float: {
      horizontalAnchor: TableAnchorType.PAGE,
      verticalAnchor: TableAnchorType.PAGE,
      absoluteHorizontalPosition: twips(edge),
      absoluteVerticalPosition: twips(margins.plain),
      overlap: OverlapType.OVERLAP,
    },
    layout: TableLayoutType.FIXED,
    columnWidths: Object.values(rows).map((width) => twips(width)),
    width: { size: twips(margins.sealBand), type: WidthType.DXA },
    borders: noBorders,
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    rows: [new TableRow({ cantSplit: true, height: { value: twips(length), rule: HeightRule.EXACT }, children: cells })],
  });
  return new Header({ children: [table, new Paragraph('')] });
}

const turned = (width: number, text: string, size: number): TableCell =>
  new TableCell({
    textDirection: TextDirection.BOTTOM_TO_TOP_LEFT_TO_RIGHT,
    verticalAlign: VerticalAlignTable.CENTER,
    width: { size: twips(width), type: WidthType.DXA },
    children: [line(text, { alignment: AlignmentType.CENTER }, { size, font: fonts.body })],
  });

/** Two underscores are as wide as a character; spaces between the fields fill the length. */
function fieldsText(fields: readonly SealField[]): string {
  const used = fields.reduce((sum, { name, width }) => sum + charactersOf(name) + width, 0);
  const spaces = Math.floor((length / character - used - 2) / (fields.length - 1));
  return fields.map(({ name, width }) => name + '_'.repeat(width * 2)).join('　'.repeat(Math.max(1, spaces)));
}

/** ……密……封……线…… over the whole length. */
function sealText(): string {
  const dots = '…'.repeat(Math.floor((length / character - sealCharacters.length - 2) / (sealCharacters.length + 1)));
  return dots + sealCharacters.map((each) => each + dots).join('');
}
