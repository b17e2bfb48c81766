import { BlockWriter, pictureSign, type Block } from '../blocks.ts';
import { Fields } from '../fields.ts';
import { marksOf } from '../look.ts';
import { PieceWriter } from '../piece.ts';
import { shownText, symbolOf } from '../symbols.ts';
import { readContext, type CharacterRun, type Context, type ParagraphRun } from './context.ts';
import type { WordFile } from './file.ts';
import type { Stretch } from './text.ts';

/** Reads the body with its text boxes to blocks; the rules stand at readDoc. Throws WordRefusal. */
export function readStories(file: WordFile): readonly Block[] {
  const writer = new BlockWriter();
  const context = readContext(file);
  const boxes = [...context.boxes];
  const body = new Story(context, writer, (place) => {
    for (let box = boxes[0]; box && box.anchor < place; box = boxes[0]) {
      boxes.shift();
      new Story(context, writer, () => undefined).read(box.from, box.to);
    }
  });
  body.read(0, file.lengths.body);
  return writer.blocks;
}

/** Control characters that mark ends, fields and signs (MS-DOC 2.4.1, 2.8.25). */
const marks = { picture: '\u0001', cellEnd: '\u0007', pageBreak: '\u000c', paragraphEnd: '\r' } as const;
const fieldMarks: ReadonlyMap<string, string> = new Map([
  ['\u0013', 'begin'],
  ['\u0014', 'separate'],
  ['\u0015', 'end'],
]);
const shownMarks: ReadonlyMap<string, string> = new Map([
  ['\t', '\t'],
  ['\u000b', '\n'],
  ['\u000c', '\n'],
  ['\u000e', '\n'],
  ['\u001e', '-'],
]);

/** One run of paragraphs: the body or a text box. */
class Story {
  readonly #context: Context;
  readonly #writer: BlockWriter;
  /** Told at the end of each paragraph how far the text has been read, in characters. */
  readonly #onParagraph: (place: number) => void;
  readonly #fields = new Fields();
  #line = new PieceWriter();
  #inTable = false;
  #inCell = false;

  constructor(context: Context, writer: BlockWriter, onParagraph: (place: number) => void) {
    this.#context = context;
    this.#writer = writer;
    this.#onParagraph = onParagraph;
  }

  /** Reads the characters from `from` up to but not including `to`. */
  read(from: number, to: number): void {
    for (const stretch of this.#context.text(from, to)) this.#readStretch(stretch);
    if (!this.#line.isEmpty) this.#addLine('');
    this.#leaveTable();
    this.#onParagraph(to);
  }

  #readStretch({ text, at, width, place }: Stretch): void {
    for (let from = 0; from < text.length;) {
      const run = this.#context.characters(at + from * width);
      const to = Math.max(from + 1, Math.min(text.length, Math.ceil((run.to - at) / width)));
      this.#readRun(text.slice(from, to), run, { at: at + from * width, width, place: place + from });
      from = to;
    }
  }

  #readRun(text: string, run: CharacterRun, { at, width, place }: Omit<Stretch, 'text'>): void {
    let from = 0;
    for (const { 0: mark, index } of text.matchAll(/\p{Cc}/gu)) {
      this.#write(text.slice(from, index), run);
      from = index + 1;
      const end = at + from * width;
      const paragraph = this.#context.paragraph(end - width);
      const isEnd = mark === marks.paragraphEnd || mark === marks.cellEnd || (mark === marks.pageBreak && paragraph.to <= end);
      if (isEnd) this.#endParagraph(paragraph, { isCellEnd: mark === marks.cellEnd, isDeleted: run.isDeleted, place: place + from });
      else this.#readMark(mark, run);
    }
    this.#write(text.slice(from), run);
  }

  #readMark(mark: string, run: CharacterRun): void {
    const field = fieldMarks.get(mark);
    if (field) this.#write(this.#fields.mark(field), run);
    else if (mark === marks.picture && run.isSpecial) this.#write(pictureSign, { ...run, symbol: null });
    else this.#write(shownMarks.get(mark) ?? '', run);
  }

  #write(text: string, { look, isDeleted, symbol }: CharacterRun): void {
    if (text === '' || isDeleted) return;
    if (!this.#fields.isShown) this.#fields.instruct(text);
    else if (look.hidden) return;
    else if (symbol) this.#line.add(symbolOf(symbol.font, symbol.code).repeat(text.length), marksOf(look));
    else this.#line.add(shownText(text, look.symbolFont ?? ''), marksOf(look));
  }

  #endParagraph(paragraph: ParagraphRun, { isCellEnd, isDeleted, place }: { isCellEnd: boolean; isDeleted: boolean; place: number }): void {
    this.#fields.settle();
    const isInTable = paragraph.inTable || isCellEnd;
    if (!isInTable) this.#leaveTable();
    if (paragraph.isRowEnd && this.#line.isEmpty) return this.#endRow(isCellEnd);
    if (isInTable) this.#enterCell();
    if (!isDeleted || !this.#line.isEmpty) this.#addLine(paragraph.label());
    this.#onParagraph(place);
    if (isCellEnd) this.#leaveCell();
  }

  #addLine(label: string): void {
    this.#writer.add({ kind: 'paragraph', label, piece: this.#line.piece() });
    this.#line = new PieceWriter();
  }

  #enterCell(): void {
    if (!this.#inTable) this.#writer.openTable();
    if (!this.#inCell) this.#writer.openCell();
    this.#inTable = true;
    this.#inCell = true;
  }

  #leaveCell(): void {
    if (this.#inCell) this.#writer.closeCell();
    this.#inCell = false;
  }

  /** The row of a table within a cell ends with a paragraph end: its cells stay lines of the outer cell. */
  #endRow(isOuter: boolean): void {
    if (!isOuter) return;
    this.#leaveCell();
    this.#writer.closeRow();
  }

  #leaveTable(): void {
    this.#leaveCell();
    if (this.#inTable) this.#writer.closeTable();
    this.#inTable = false;
  }
}
