import { charactersOf } from '@shared/exam/printed/widths.ts';
import type { Form, FormCell, FormRow } from '@shared/model/form.ts';

/** Millimetres: A4, bound on the left upright and at the top lying; what the margins leave is the table's. */
export const formMargins = {
  portrait: { top: 18, right: 16, bottom: 18, left: 24 },
  landscape: { top: 24, right: 15, bottom: 16, left: 15 },
} as const;
export const formWidth = { portrait: 210 - 40, landscape: 297 - 30 } as const;
export const pageHeight = ({ orientation }: Form): number => ({ portrait: 297 - 36, landscape: 210 - 40 })[orientation];

/** A character of 小四, and the distance of its lines, in millimetres. */
const character = 4.24;
const lineHeight = 6.4;
/** Left and right of a text together. */
export const cellAir = 4;

/** Widths of the columns in millimetres. */
export function columnWidths({ columns, orientation }: Form): number[] {
  const whole = columns.reduce((sum, share) => sum + share, 0);
  return columns.map((share) => (formWidth[orientation] * share) / whole);
}

/** Cells with the width of each in millimetres. */
export function cellsOf(form: Form, { cells }: FormRow): (FormCell & { readonly width: number })[] {
  const widths = columnWidths(form);
  let place = 0;
  return cells.map((cell) => {
    const width = widths.slice(place, place + cell.span).reduce((sum, each) => sum + each, 0);
    place += cell.span;
    return { ...cell, width };
  });
}

/** A first row of labels alone heads a list: it stands on every page. */
export const isListHead = ({ cells }: FormRow, place: number): boolean => place === 0 && cells.every(({ kind }) => kind === 'label');

/** Share of a page: a row that is higher may be parted, else it would leave so much of the page before it empty. */
const tallFrom = 0.5;

/** A row to sign stays on one page, and so does every row that is not tall. */
export const staysWhole = (form: Form, row: FormRow): boolean =>
  row.cells.some(({ kind }) => kind === 'signature') || rowHeight(form, row) <= tallFrom * pageHeight(form);

/** About how high a row becomes, in millimetres. */
export function rowHeight(form: Form, row: FormRow): number {
  const heights = cellsOf(form, row).map(({ text, width }) => linesOf(text.split('\n'), width) * lineHeight + 2.5);
  return Math.max(row.height, leastHeight, ...heights);
}

/** Of every row, in millimetres. */
export const leastHeight = 8;

/** The opinion of a cell to sign, and the line to sign, which stands at its foot. */
export function signatureParts(text: string): { opinion: readonly string[]; sign: string } {
  const lines = text.split('\n');
  return { opinion: lines.slice(0, -1), sign: lines.at(-1) ?? '' };
}

/** How far the line to sign stands below the opinion, in millimetres, so that it stands at the foot of a row of this height. */
export function gapBeforeSign(opinion: readonly string[], width: number, height: number): number {
  return Math.max(3, height - (linesOf(opinion, width) + 1) * lineHeight - 3);
}

function linesOf(texts: readonly string[], width: number): number {
  const capacity = Math.max(1, Math.floor((width - cellAir) / character));
  return texts.reduce((sum, text) => sum + Math.max(1, Math.ceil(charactersOf(text) / capacity)), 0);
}
