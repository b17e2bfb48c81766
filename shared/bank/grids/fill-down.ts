import type { Columns, Field } from '../columns.ts';
import type { Grid, GridRow, MergedRange } from '../grid.ts';

/** What one cell may say for the rows below it. */
const shared: readonly Field[] = ['section', 'chapter', 'topic', 'type', 'material', 'basis', 'difficulty'];
/** What a first column may group, where only the first row of a group names it. */
const grouping: readonly Field[] = ['section', 'chapter', 'topic', 'type', 'material'];

/** The rows from place `from` up to `end`, cells of vertically merged ranges and of a plainly grouped first column repeated downwards. */
export function filledDown({ rows: all, merges = [] }: Grid, columns: Columns, from: number, end: number): readonly GridRow[] {
  const rows = all.slice(from, end);
  const texts = mergedTexts(rows, merges, columns);
  const grouped = groupedColumn(rows, columns);
  if (texts.size === 0 && grouped === null) return rows;
  let group = '';
  return rows.map((row) => {
    const added = new Map(texts.get(row.row));
    if (grouped !== null) {
      group = row.cells[grouped]?.trim() ? (row.cells[grouped] ?? '') : group;
      added.set(grouped, group);
    }
    return added.size === 0 ? row : { ...row, cells: withCells(row.cells, added) };
  });
}

/** Texts to be put in, by row and column. Ranges that overlap, which no spreadsheet program makes, cost no more than others. */
function mergedTexts(rows: readonly GridRow[], merges: readonly MergedRange[], columns: Columns): Map<number, Map<number, string>> {
  const found = new Map<number, Map<number, string>>();
  const tall = merges.filter(({ firstRow, lastRow }) => lastRow > firstRow);
  if (tall.length === 0) return found;
  const places = new Map(rows.map(({ row }, place) => [row, place]));
  for (const column of shared.flatMap((field) => columns.named.get(field) ?? [])) {
    let reached = 0;
    const ranges = tall.filter(({ firstColumn, lastColumn }) => firstColumn <= column && column <= lastColumn);
    for (const { firstRow, lastRow, firstColumn } of ranges.toSorted((one, other) => one.firstRow - other.firstRow)) {
      const place = places.get(firstRow);
      const text = place === undefined ? '' : (rows[place]?.cells[firstColumn] ?? '');
      if (text === '' || place === undefined) continue;
      for (reached = Math.max(reached, place + 1); (rows[reached]?.row ?? Infinity) <= lastRow; reached += 1) {
        const { row, cells } = rows[reached] ?? { row: 0, cells: [] };
        if ((cells[column] ?? '').trim() === '') found.set(row, (found.get(row) ?? new Map<number, string>()).set(column, text));
      }
    }
  }
  return found;
}

/** The first column of the table where it names a group in the first of its rows only: half the rows at most, and never the same name twice running. */
function groupedColumn(rows: readonly GridRow[], { named }: Columns): number | null {
  const first = Math.min(...[...named].flatMap(([field, columns]) => (field === 'number' ? [] : columns)));
  const field = [...named].find(([, columns]) => columns[0] === first)?.[0];
  const stem = named.get('stem')?.[0];
  if (field === undefined || stem === undefined || !grouping.includes(field)) return null;
  const filled = rows.filter(({ cells }) => (cells[stem] ?? '').trim() !== '');
  const names = filled.map(({ cells }) => (cells[first] ?? '').trim());
  const given = names.filter((name) => name !== '').length;
  const repeats = names.some((name, place) => name !== '' && name === names[place + 1]);
  return names[0] && given * 2 <= names.length && !repeats ? first : null;
}

function withCells(cells: readonly string[], added: ReadonlyMap<number, string>): string[] {
  const width = Math.max(cells.length, ...[...added.keys()].map((column) => column + 1));
  return Array.from({ length: width }, (_, column) => added.get(column) ?? cells[column] ?? '');
}
