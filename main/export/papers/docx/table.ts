import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip as twips,
  HeightRule,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
  type Paragraph,
} from 'docx';
import { line, sizes } from '../../docx-text.ts';

const side = { style: BorderStyle.SINGLE, size: 6, color: '000000' } as const;
export const noBorder = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const grid = { top: side, bottom: side, left: side, right: side, insideHorizontal: side, insideVertical: side } as const;
export const noBorders = {
  top: noBorder,
  bottom: noBorder,
  left: noBorder,
  right: noBorder,
  insideHorizontal: noBorder,
  insideVertical: noBorder,
} as const;

/** A text in the middle of its cell, kept with what follows the table. */
export const cellText = (text: string): Paragraph => line(text, { alignment: AlignmentType.CENTER, keepNext: true }, { size: sizes.small });

interface PlainTable {
  readonly rows: readonly (readonly string[])[];
  /** Millimetres. */
  readonly widths: readonly number[];
  readonly rowHeight: number;
}

/** A table with thin lines whose columns keep their widths. */
export function plainTable({ rows, widths, rowHeight }: PlainTable): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: widths.map(twips),
    borders: grid,
    margins: { left: 0, right: 0 },
    width: { size: twips(widths.reduce((sum, width) => sum + width, 0)), type: WidthType.DXA },
    rows: rows.map((texts) =>
      tableRow(
        texts.map((text, place) => cell([cellText(text)], widths[place] ?? 0)),
        rowHeight,
      ),
    ),
  });
}

export const tableRow = (children: readonly TableCell[], rowHeight: number): TableRow =>
  new TableRow({ cantSplit: true, height: { value: twips(rowHeight), rule: HeightRule.ATLEAST }, children });

export const cell = (children: readonly (Paragraph | Table)[], width: number): TableCell =>
  new TableCell({ verticalAlign: VerticalAlignTable.CENTER, width: { size: twips(width), type: WidthType.DXA }, children });
