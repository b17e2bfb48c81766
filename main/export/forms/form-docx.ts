import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip as twips,
  Document,
  HeightRule,
  Packer,
  PageOrientation,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
  type Paragraph,
} from 'docx';
import { titleLines } from '@shared/exam/printed/title.ts';
import type { Form, FormCell, FormRow } from '@shared/model/form.ts';
import { fonts, line, pageFoot, sizes } from '../docx-text.ts';
import { fontTable } from '../papers/docx/font-table.ts';
import { pointMm } from '../papers/page-layout.ts';
import { keepsWithNext } from './form-groups.ts';
import {
  cellAir,
  cellsOf,
  columnWidths,
  formMargins,
  formWidth,
  gapBeforeSign,
  isListHead,
  leastHeight,
  signatureParts,
  staysWhole,
} from './form-layout.ts';

/** A form as a Word file: A4, columns of fixed widths, rows to sign that do not part, page numbers. */
export async function formDocx(form: Form): Promise<Uint8Array> {
  const document = new Document({
    title: form.title,
    creator: '三训',
    styles: { default: { document: { run: { font: fonts.subtitle, size: sizes.body } } } },
    sections: [
      {
        properties: { page: pageOf(form) },
        footers: { default: pageFoot() },
        children: [
          ...title(form),
          ...form.head.map((text) => line(text, { spacing: { after: 60 } })),
          table(form),
          ...form.foot.map(footLine),
        ],
      },
    ],
  });
  return Packer.toBuffer(document, undefined, [fontTable]);
}

/** Word turns width and height of a page that lies on its side. */
function pageOf({ orientation }: Form) {
  const { top, right, bottom, left } = formMargins[orientation];
  return {
    size: {
      width: twips(210),
      height: twips(297),
      orientation: orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
    },
    margin: { top: twips(top), right: twips(right), bottom: twips(bottom), left: twips(left), footer: twips(8) },
  };
}

const title = ({ title: text, orientation }: Form): Paragraph[] =>
  titleLines(text, Math.floor(formWidth[orientation] / (22 * pointMm))).map((each, n, lines) =>
    line(
      each,
      { alignment: AlignmentType.CENTER, keepNext: true, spacing: { after: n + 1 === lines.length ? 160 : 0 } },
      { font: fonts.title, size: sizes.title, bold: true },
    ),
  );

const footLine = (text: string): Paragraph => line(text, { spacing: { before: 160 } });

function table(form: Form): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: columnWidths(form).map((width) => twips(width)),
    width: { size: twips(formWidth[form.orientation]), type: WidthType.DXA },
    borders: grid,
    margins: { left: twips(cellAir / 2), right: twips(cellAir / 2), top: 40, bottom: 40 },
    rows: form.rows.map((row, place) => tableRow(form, row, place)),
  });
}

const side = { style: BorderStyle.SINGLE, size: 6, color: '000000' } as const;
const grid = { top: side, bottom: side, left: side, right: side, insideHorizontal: side, insideVertical: side } as const;

function tableRow(form: Form, row: FormRow, place: number): TableRow {
  const isLast = place + 1 === form.rows.length;
  const keepNext = keepsWithNext(form, place) || (isLast && form.foot.length > 0);
  return new TableRow({
    cantSplit: staysWhole(form, row),
    tableHeader: isListHead(row, place),
    height: { value: twips(Math.max(row.height, leastHeight)), rule: HeightRule.ATLEAST },
    children: cellsOf(form, row).map((cell) => tableCell(cell, { height: row.height, keepNext })),
  });
}

interface RowLayout {
  /** Millimetres. */
  readonly height: number;
  /** Its paragraphs stand on the page of what follows: so Word keeps rows together. */
  readonly keepNext: boolean;
}

type PlacedCell = FormCell & { readonly width: number };

function tableCell(cell: PlacedCell, layout: RowLayout): TableCell {
  return new TableCell({
    columnSpan: cell.span,
    verticalAlign: cell.kind === 'signature' ? VerticalAlignTable.TOP : VerticalAlignTable.CENTER,
    width: { size: twips(cell.width), type: WidthType.DXA },
    children: paragraphs[cell.kind](cell, layout),
  });
}

const paragraphs = {
  label: ({ text }, { keepNext }) =>
    text.split('\n').map((each) => line(each, { alignment: AlignmentType.CENTER, keepNext }, { font: fonts.heading })),
  value: ({ text }, { keepNext }) => text.split('\n').map((each) => line(each, { keepNext })),
  signature: ({ text, width }, { height, keepNext }) => {
    const { opinion, sign } = signatureParts(text);
    const before = twips(gapBeforeSign(opinion, width, height));
    return [
      ...opinion.map((each) => line(each, { keepNext })),
      line(sign, { alignment: AlignmentType.RIGHT, spacing: { before }, keepNext }),
    ];
  },
} as const satisfies Record<FormCell['kind'], (cell: PlacedCell, layout: RowLayout) => Paragraph[]>;
