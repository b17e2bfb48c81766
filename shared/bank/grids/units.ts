import { textOf } from '../grid.ts';
import { namedType } from '../question-type.ts';
import { oneLine } from '../read-row.ts';
import type { Item } from './walk.ts';

/** Rows that are read together: one question in a row, or a case with its parts. */
export type Unit =
  | { readonly kind: 'row'; readonly item: Item }
  /** `head` is the row of the case's text; null where each part repeats the text in a column of its own. */
  | { readonly kind: 'case'; readonly head: Item | null; readonly parts: readonly Item[] }
  /** A part whose case is not there. */
  | { readonly kind: 'orphan'; readonly item: Item; readonly parent: string };

/** Joins rows to cases: by the code of the parent, by the text they share, or because they follow a row 案例 and are counted below it. */
export function unitsOf(items: readonly Item[]): readonly Unit[] {
  const units = byParent(items);
  return items.some(isCase) || items.some((item) => said(item, 'material') !== '') ? joinRows(units) : units;
}

const said = ({ row, columns }: Item, field: Parameters<typeof textOf>[2]): string => textOf(row, columns, field);
const isCase = (item: Item): boolean => (namedType(said(item, 'type')) ?? (said(item, 'type') === '' ? item.type : null)) === 'case';

function byParent(items: readonly Item[]): Unit[] {
  const parents = items.map((item) => oneLine(said(item, 'parent')));
  if (parents.every((parent) => parent === '')) return items.map((item) => ({ kind: 'row', item }));
  const children = Map.groupBy(
    items.filter((_, place) => parents[place] !== ''),
    (item) => oneLine(said(item, 'parent')),
  );
  const heads = new Set<string>();
  const units = items.flatMap((item, place): Unit[] => {
    if (parents[place] !== '') return [];
    const id = oneLine(said(item, 'id'));
    const parts = id === '' || heads.has(id) ? undefined : children.get(id);
    if (!parts) return [{ kind: 'row', item }];
    heads.add(id);
    return [{ kind: 'case', head: item, parts: inOrder(parts) }];
  });
  const orphans = items.flatMap((item, place): Unit[] => {
    const parent = parents[place] ?? '';
    return parent === '' || heads.has(parent) ? [] : [{ kind: 'orphan', item, parent }];
  });
  return orphans.length === 0 ? units : [...units, ...orphans].toSorted((one, other) => firstRow(one) - firstRow(other));
}

/** By 子题顺序 where it is given, else as the rows stand. */
function inOrder(parts: readonly Item[]): readonly Item[] {
  const order = (item: Item): number => Number(said(item, 'order').normalize('NFKC')) || 0;
  return parts.toSorted((one, other) => order(one) - order(other));
}

const firstRow = (unit: Unit): number => (unit.kind === 'case' ? (unit.head ?? unit.parts[0])?.row.row : unit.item.row.row) ?? 0;

interface Open {
  readonly head: Item | null;
  readonly material: string;
  readonly parts: readonly Item[];
}

/** Rows that follow each other: under the same text in a column of its own, or under a row 案例. */
function joinRows(units: readonly Unit[]): readonly Unit[] {
  const joined: Unit[] = [];
  let open: Open | null = null;
  for (const unit of units) {
    const item = unit.kind === 'row' ? unit.item : null;
    const taken: Open | null = extended(open, item);
    if (!taken) joined.push(...closed(open));
    open = taken ?? (item && opened(item));
    if (!open) joined.push(unit);
  }
  return [...joined, ...closed(open)];
}

function extended(open: Open | null, item: Item | null): Open | null {
  return open && item && belongs(item, open) ? { ...open, parts: [...open.parts, item] } : null;
}

function belongs(item: Item, { head, material, parts }: Open): boolean {
  if (parts.length >= mostRows) return false;
  return head === null ? said(item, 'material') === material : said(item, 'material') === '' && !isHead(item) && isBelow(item, head);
}

/** A case has at most 20 parts; a hundred thousand rows under one text are not put together one by one. */
const mostRows = 100;

function opened(item: Item): Open | null {
  const material = said(item, 'material');
  if (material !== '') return { head: null, material, parts: [item] };
  return isHead(item) ? { head: item, material: '', parts: [] } : null;
}

function closed(open: Open | null): Unit[] {
  if (open?.head && open.parts.length === 0) return [{ kind: 'row', item: open.head }];
  return open ? [{ kind: 'case', head: open.head, parts: open.parts }] : [];
}

/** The text of a case: neither options nor an answer of its own. */
const isHead = (item: Item): boolean => isCase(item) && !isAnswerable(item);

const isAnswerable = (item: Item): boolean =>
  said(item, 'answer') !== '' ||
  said(item, 'options') !== '' ||
  [...item.columns.options, ...item.columns.answers].some(({ column }) => (item.row.cells[column] ?? '').trim() !== '');

const partNumber = /^\s*(?:[（(]\s*\d+\s*[)）]|[①-⑳]|\d+\s*[-－.]\s*\d+(?!\d)|(?:问题|小题|第)\s*[\d一二三四五六七八九十]+\s*[问、:：.])/;

/** A row below a case counts as its part where it says so: 案例 in its type too, no type, no number, or a number such as (1) or 3-1. */
function isBelow(item: Item, head: Item): boolean {
  if (isCase(item) || (said(head, 'type') !== '' && said(item, 'type') === '')) return true;
  const number = said(item, 'number');
  if (said(head, 'number') !== '' && number === '') return true;
  return partNumber.test(number) || partNumber.test(said(item, 'stem'));
}
