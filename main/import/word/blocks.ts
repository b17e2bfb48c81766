import type { SourceLine, SourceText } from '@shared/bank/source-text.ts';
import { limits } from '../../limits.ts';
import { emptyPiece, joined, plainPiece, type Piece } from './piece.ts';
import { WordRefusal } from './refusal.ts';

/** Stands where a picture, a chart or a drawn formula was, so that it is not missed without a word. */
export const pictureSign = '［图］';

/** What a document consists of, in reading order. */
export type Block =
  | { readonly kind: 'paragraph'; readonly label: string; readonly piece: Piece }
  | { readonly kind: 'row'; readonly table: number; readonly cells: readonly Piece[] };

interface Cell {
  /** How many columns it takes. */
  span: number;
  readonly blocks: Block[];
}
interface Table {
  readonly id: number;
  cells: Cell[];
}

/**
 * Collects the blocks of a document while it is read from its beginning to its end. A cell holds one text: its paragraphs
 * and the rows of a table within it become lines of that text, with their automatic numbers. A row of a single cell is a
 * frame around paragraphs and not a row: its blocks stand for themselves.
 */
export class BlockWriter {
  readonly #blocks: Block[] = [];
  readonly #tables: Table[] = [];
  /** Where paragraphs go now: the document, a cell or a text box. */
  readonly #places: Block[][] = [this.#blocks];
  #tableCount = 0;
  #blockCount = 0;

  add(block: Block): void {
    this.#blockCount += 1;
    if (this.#blockCount > limits.wordParagraphs)
      throw new WordRefusal('too-many-rows', `文档超过 ${limits.wordParagraphs} 段，请拆成几个文件。`);
    (this.#places.at(-1) ?? this.#blocks).push(block);
  }

  openTable(): void {
    this.#tableCount += 1;
    this.#tables.push({ id: this.#tableCount, cells: [] });
  }

  closeTable(): void {
    this.closeRow();
    this.#tables.pop();
  }

  openCell(): void {
    const cell: Cell = { span: 1, blocks: [] };
    this.#tables.at(-1)?.cells.push(cell);
    this.#places.push(cell.blocks);
  }

  /** The last cell of the row takes several columns. */
  spanCell(columns: number): void {
    const cell = this.#tables.at(-1)?.cells.at(-1);
    if (cell) cell.span = Math.max(1, Math.min(columns, limits.importColumns));
  }

  closeCell(): void {
    if (this.#places.length > 1) this.#places.pop();
  }

  closeRow(): void {
    const table = this.#tables.at(-1);
    if (!table) return;
    const { cells } = table;
    table.cells = [];
    const [only] = cells;
    if (only && cells.length === 1 && only.span === 1) this.#moveHere(only.blocks);
    else if (cells.length > 0) this.add({ kind: 'row', table: table.id, cells: columnsOf(cells) });
  }

  #moveHere(blocks: readonly Block[]): void {
    this.#blockCount -= blocks.length;
    for (const block of blocks) this.add(block);
  }

  /** What is added until it is closed is kept apart. */
  openBox(): void {
    this.#places.push([]);
  }

  closeBox(): readonly Block[] {
    const blocks = this.#places.length > 1 ? (this.#places.pop() ?? []) : [];
    this.#blockCount -= blocks.length;
    return blocks;
  }

  get blocks(): readonly Block[] {
    return this.#blocks;
  }
}

/** A cell over several columns is followed by empty ones, so that texts stay under their titles. */
function columnsOf(cells: readonly Cell[]): Piece[] {
  const columns: Piece[] = [];
  for (const { span, blocks } of cells) {
    columns.push(cellText(blocks));
    for (let more = 1; more < span && columns.length < limits.importColumns; more += 1) columns.push(emptyPiece);
  }
  return columns;
}

function cellText(blocks: readonly Block[]): Piece {
  return joined(
    blocks.map((block) => (block.kind === 'row' ? joined(block.cells, '\t') : labelled(block.label, block.piece))),
    '\n',
  );
}

function labelled(label: string, piece: Piece): Piece {
  if (label === '') return piece;
  return joined([plainPiece(label), piece], piece.text === '' ? '' : ' ');
}

/**
 * Blocks as the splitter gets them: each is one row of the source, counted from 1; tables are counted as they come. A
 * scan put into a document has nothing to read and must not look like an empty one: it is refused.
 */
export function readableText(blocks: readonly Block[]): SourceText {
  const text = sourceTextOf(blocks);
  const whole = text.lines.map((line) => line.text).join('');
  if (whole.includes(pictureSign) && whole.replaceAll(pictureSign, '').trim() === '')
    throw new WordRefusal('no-questions', '文件里只有图片，没有可以读取的文字；请先把图片识别成文字（OCR），再导入。');
  return text;
}

function sourceTextOf(blocks: readonly Block[]): SourceText {
  const tables = new Map<number, number>();
  const lines = blocks.map((block, index): SourceLine => {
    const row = index + 1;
    if (block.kind === 'paragraph') return { row, label: block.label, cells: null, table: 0, ...block.piece };
    const table = tables.get(block.table) ?? tables.size + 1;
    tables.set(block.table, table);
    return { row, label: '', cells: block.cells.map(({ text }) => text), table, ...joined(block.cells, '\t') };
  });
  return { lines };
}
