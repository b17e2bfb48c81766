/**
 * Cells as Excel and WPS put them on the clipboard: tabs between cells, line ends between rows, and quotes around a
 * cell that holds a tab or a line end. A CSV reader is not used here: those programs leave a cell like `"特色"党建`
 * without outer quotes, which a CSV reader takes for an open quotation and swallows the rest of the table.
 * A text that those programs would reckon as a formula goes out behind an apostrophe, and comes back without it.
 */
export function toTabText(cells: readonly (readonly string[])[]): string {
  const lines = cells.map((row) => row.map((cell) => quoted(harmless(cell))).join('\t'));
  return lines.length > 1 ? `${lines.join(lineEnd)}${lineEnd}` : (lines[0] ?? '');
}

/** Rows of cells of a text from the clipboard; the closing line end adds no row. An empty text is one empty cell. */
export function parseTabText(text: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  for (;;) {
    const cell = cellAt(text, at);
    rows.at(-1)?.push(asTyped(cell.value));
    at = cell.end;
    if (at >= text.length) return rows;
    if (text[at] === '\t') at += 1;
    else {
      at += text.startsWith('\r\n', at) ? 2 : 1;
      if (at >= text.length) return rows;
      rows.push([]);
    }
  }
}

const lineEnd = '\r\n';
const needsQuotes = /[\t\r\n]|^"/u;

const quoted = (cell: string): string => (needsQuotes.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Begins as a formula; figures with a sign are figures. Behind apostrophes, so that what begins with them comes back whole. */
const formula = /^'*(?:[=@]|[+-](?=.*[^\d.,%\s]))/su;
const harmless = (cell: string): string => (formula.test(cell) ? `'${cell}` : cell);
const asTyped = (cell: string): string => (cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell);

const quotedCell = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)/uy;
const plainCell = /[^\t\r\n]*/uy;

/** The cell that begins at a place; it is quoted only where its closing quote is followed by the end of the cell. */
function cellAt(text: string, at: number): { value: string; end: number } {
  quotedCell.lastIndex = at;
  const inQuotes = quotedCell.exec(text);
  if (inQuotes?.[1] !== undefined) return { value: inQuotes[1].replaceAll('""', '"'), end: quotedCell.lastIndex };
  plainCell.lastIndex = at;
  const value = plainCell.exec(text)?.[0] ?? '';
  return { value, end: at + value.length };
}
