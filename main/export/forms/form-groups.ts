import type { Form, FormRow } from '@shared/model/form.ts';
import { isListHead, pageHeight, rowHeight, staysWhole } from './form-layout.ts';

/** Rows of a form that stand on one page together where a page holds them. */
export interface RowGroup {
  readonly rows: readonly FormRow[];
  /** Not to be parted; a group that is higher than a page is. */
  readonly whole: boolean;
}

/** Of a page: what it holds with its title. */
const mostOfPage = 0.8;

/**
 * The rows below the head of a list, group by group: a line of labels stands with the row below it, and the places to sign at the
 * end of a form stand together, so that nobody signs a page apart from the opinions before.
 */
export function rowGroups(form: Form): RowGroup[] {
  const groups: FormRow[][] = [];
  for (const [place, row] of form.rows.entries()) {
    if (isListHead(row, place)) continue;
    const before = groups.at(-1);
    if (before && keepsWithNext(form, place - 1)) before.push(row);
    else groups.push([row]);
  }
  return groups.map((rows) => ({ rows, whole: isWhole(form, rows) }));
}

/** Whether a row stands on the page of the one below it. */
export function keepsWithNext({ rows }: Form, place: number): boolean {
  const [row, next] = [rows[place], rows[place + 1]];
  if (!row || !next) return false;
  return isHeading(row, place) || (hasSignature(row) && hasSignature(next));
}

const isHeading = ({ cells }: FormRow, place: number): boolean => place > 0 && cells.every(({ kind }) => kind === 'label');
const hasSignature = ({ cells }: FormRow): boolean => cells.some(({ kind }) => kind === 'signature');

function isWhole(form: Form, rows: readonly FormRow[]): boolean {
  const height = rows.reduce((sum, row) => sum + rowHeight(form, row), 0);
  return height <= mostOfPage * pageHeight(form) && rows.every((row) => staysWhole(form, row));
}
