import type { GridRow, MergedRange } from '@shared/bank/grid.ts';
import type { Archive } from '../../archive/archive.ts';
import { limits } from '../../../limits.ts';
import { numberText, type CellTexts } from '../cell-text.ts';
import { missing } from './book.ts';
import { appended, unescaped } from './shared-strings.ts';
import { TooManyRows } from './too-many-rows.ts';
import { readXml, type Attributes } from './xml.ts';

/** What cells refer to. */
export interface SheetContext extends CellTexts {
  readonly strings: readonly string[];
  readonly formats: readonly string[];
  /** How many rows may still come, those without content included. */
  readonly rowsLeft: number;
}

export interface SheetContent {
  readonly rows: readonly GridRow[];
  readonly merges: readonly MergedRange[];
  /** All rows that the part has, those without content included. */
  readonly count: number;
}

/** Reads the cells of a sheet (18.3.1) row by row; what is not a cell with a text leaves nothing behind. Throws ArchiveFault and TooManyRows. */
export async function readSheetPart(archive: Archive, part: string, context: SheetContext): Promise<SheetContent> {
  const reader = await readXml(archive, part, new SheetReader(context));
  if (!reader) throw missing(part);
  return reader;
}

/** Elements whose text is wanted: a value, or an inline text. */
type Wanted = 'v' | 't' | '';

class SheetReader implements SheetContent {
  readonly rows: GridRow[] = [];
  readonly merges: MergedRange[] = [];
  count = 0;
  readonly #context: SheetContext;
  #row = 0;
  #column = -1;
  #cells: string[] = [];
  #unvalued: number[] = [];
  #type = '';
  #style = 0;
  #value = '';
  #hasFormula = false;
  #inCell = false;
  #inReading = false;
  #wanted: Wanted = '';

  constructor(context: SheetContext) {
    this.#context = context;
  }

  readonly open = (name: string, attributes: Attributes): void => {
    if (name === 'c') this.#openCell(attributes);
    else if (this.#inCell) this.#openInCell(name);
    else if (name === 'row') this.#openRow(attributes['r']);
    else if (name === 'mergeCell') this.#merge(attributes['ref'] ?? '');
  };

  readonly text = (text: string): void => {
    if (this.#wanted !== '') this.#value = appended(this.#value, text, this.#context.longest);
  };

  readonly close = (name: string): void => {
    this.#wanted = '';
    if (name === 'c') this.#closeCell();
    else if (name === 'row') this.#closeRow();
    else if (name === 'rPh') this.#inReading = false;
  };

  #openRow(number: string | undefined): void {
    const named = Number(number);
    this.#row = Number.isInteger(named) && named > 0 ? named : this.#row + 1; // the number may be left out, or be damaged
    this.#column = -1;
    this.#cells = [];
    this.#unvalued = [];
    this.count += 1;
    if (this.count > this.#context.rowsLeft) throw new TooManyRows();
  }

  #openCell({ r, t, s }: Attributes): void {
    this.#column = r === undefined ? this.#column + 1 : columnOf(r);
    this.#type = t ?? 'n';
    this.#style = s === undefined ? 0 : Number(s);
    this.#value = '';
    this.#hasFormula = false;
    this.#inCell = true;
  }

  #openInCell(name: string): void {
    if (name === 'v') this.#wanted = 'v';
    else if (name === 't' && !this.#inReading) this.#wanted = 't';
    else if (name === 'f') this.#hasFormula = true;
    else if (name === 'rPh') this.#inReading = true;
  }

  #closeCell(): void {
    this.#inCell = false;
    if (this.#column < 0 || this.#column >= limits.importColumns) return;
    const text = this.#textOfCell();
    if (text !== '') {
      while (this.#cells.length < this.#column) this.#cells.push('');
      this.#cells[this.#column] = text;
    } else if (this.#hasFormula && this.#type !== 'str') this.#unvalued.push(this.#column);
  }

  #textOfCell(): string {
    const { strings, formats } = this.#context;
    const value = this.#value;
    switch (this.#type) {
      case 's':
        return strings[Number(value)] ?? '';
      case 'str':
      case 'inlineStr':
        return unescaped(value);
      case 'b':
        return value === '' ? '' : /^(?:1|true)$/.test(value) ? 'TRUE' : 'FALSE';
      case 'e':
        return value;
      case 'd':
        return value.replace(/T00:00:00.*$/, '').replace('T', ' ');
      default:
        return value.trim() === '' ? '' : numberText(Number(value), formats[this.#style], this.#context);
    }
  }

  #closeRow(): void {
    const unvalued = this.#unvalued;
    if (unvalued.length > 0) this.rows.push({ row: this.#row, cells: this.#cells, unvalued });
    else if (this.#cells.some((cell) => cell.trim() !== '')) this.rows.push({ row: this.#row, cells: this.#cells });
  }

  #merge(reference: string): void {
    const [, from = '', firstRow = '', to = '', lastRow = ''] = /^\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)$/i.exec(reference) ?? [];
    if (from === '' || this.merges.length >= limits.importRows) return;
    this.merges.push({ firstRow: Number(firstRow), lastRow: Number(lastRow), firstColumn: columnOf(from), lastColumn: columnOf(to) });
  }
}

/** 0-based column of a reference such as AB12; -1 where it begins with no letter. */
function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) & 0xdf; // upper case
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return column - 1;
}
