import type { Grid } from '@shared/bank/grid.ts';
import { textOf } from './names.ts';
import type { JsonArray, JsonNode } from './parse.ts';

/** Tables that were written as lists of rows, [["题干", "答案"], ["…", "A"]], at any depth; each is called by the key that it stands under. Rows are lines. */
export function tablesIn(node: JsonNode, name: string | null = null): Grid[] {
  if (node.kind === 'scalar') return [];
  if (node.kind === 'object') return [...node.entries].flatMap(([key, child]) => tablesIn(child, key));
  const rows = node.items.filter(isRow);
  if (rows.length < 2 || rows.length < node.items.length) return node.items.flatMap((item) => tablesIn(item, name));
  return [{ sheet: name, rows: rows.map(({ items, line }) => ({ row: line, cells: items.map(cellOf) })).filter(hasText) }];
}

const isRow = (item: JsonNode): item is JsonArray =>
  item.kind === 'array' && item.items.length > 1 && item.items.every(({ kind }) => kind === 'scalar');

const cellOf = (node: JsonNode): string =>
  node.kind === 'scalar' && typeof node.value === 'boolean' ? (node.value ? '对' : '错') : textOf(node);

const hasText = ({ cells }: { readonly cells: readonly string[] }): boolean => cells.some((cell) => cell !== '');
