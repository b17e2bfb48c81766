import { Parser } from 'htmlparser2';
import { limits } from '../../../limits.ts';
import { BlockWriter, pictureSign, type Block } from '../blocks.ts';
import { PieceWriter } from '../piece.ts';
import { WordRefusal } from '../refusal.ts';
import { shownText } from '../symbols.ts';
import { Lists } from './list.ts';
import { RowSpans } from './row-spans.ts';
import { classStyles, innerStyle, looksOf, plainStyle, type TextStyle } from './style.ts';

type Attributes = Readonly<Record<string, string>>;
const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Elements that begin and end a line of their own. */
const lineElements = words(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol option p pre section summary table tbody td tfoot th thead tr ul',
);
/** Elements whose content is not shown: programs, what browsers read aloud or above characters, data of office programs. */
const unread = words('script noscript template title textarea svg rt rp xml iframe object');

/** Reads a web page to its blocks; the rules stand at readHtml. Throws WordRefusal. */
export function readPage(text: string): readonly Block[] {
  const page = new Page();
  const parser = new Parser(page, { decodeEntities: true });
  parser.write(text);
  parser.end();
  return page.finish();
}

class Page {
  readonly #blocks = new BlockWriter();
  readonly #lists = new Lists();
  readonly #tables: RowSpans[] = [];
  /** Styles of the elements that are open. */
  readonly #styles: TextStyle[] = [plainStyle];
  #classes: ReadonlyMap<string, Partial<TextStyle>> = new Map();
  #sheet: string | null = null;
  /** How many unread elements are open. */
  #unread = 0;
  #line = new PieceWriter();
  #label = '';
  /** White space that is not written before it is known what follows: a line end, or other. */
  #space: '' | 'end' | 'space' = '';
  #lastCharacter = '';

  finish(): readonly Block[] {
    this.#endLine();
    return this.#blocks.blocks;
  }

  onopentag(name: string, attributes: Attributes): void {
    if (this.#styles.length > limits.htmlDepth) throw new WordRefusal('file-unreadable', '网页嵌套过深，不予打开。');
    this.#styles.push(innerStyle(this.#style, name, attributes, this.#classes));
    if (unread.has(name)) this.#unread += 1;
    if (this.#unread > 0) return;
    if (lineElements.has(name)) this.#endLine();
    if (name === 'style') this.#sheet = '';
    if (name === 'br') this.#breakLine();
    if (name === 'img') this.#write(pictureSign);
    this.#openListOrTable(name, attributes);
  }

  ontext(text: string): void {
    if (this.#sheet !== null) this.#sheet += text;
    else if (this.#unread > 0 || this.#style.isHidden) return;
    else if (this.#style.isLabel) this.#label += text;
    else if (this.#style.isKept) this.#writeKept(text);
    else this.#writeRunning(text);
  }

  onclosetag(name: string): void {
    if (this.#styles.length > 1) this.#styles.pop();
    if (unread.has(name)) this.#unread -= 1;
    if (this.#unread > 0) return;
    if (name === 'style') this.#readSheet();
    if (lineElements.has(name)) this.#endLine();
    if (name === 'li') this.#label = '';
    this.#closeListOrTable(name);
  }

  get #style(): TextStyle {
    return this.#styles.at(-1) ?? plainStyle;
  }

  #readSheet(): void {
    this.#classes = new Map([...this.#classes, ...classStyles(this.#sheet ?? '')]);
    this.#sheet = null;
  }

  #openListOrTable(name: string, attributes: Attributes): void {
    if (name === 'ol' || name === 'ul') this.#lists.open(name, attributes);
    if (name === 'li') this.#label = this.#lists.label(attributes);
    if (name === 'table') {
      this.#blocks.openTable();
      this.#tables.push(new RowSpans());
    }
    if (name === 'tr') this.#tables.at(-1)?.openRow();
    if (name === 'td' || name === 'th') this.#openCell(spanOf(attributes.colspan), spanOf(attributes.rowspan));
  }

  #closeListOrTable(name: string): void {
    if (name === 'ol' || name === 'ul') this.#lists.close();
    if (name === 'td' || name === 'th') this.#blocks.closeCell();
    if (name === 'tr') this.#blocks.closeRow();
    if (name !== 'table') return;
    this.#blocks.closeTable();
    this.#tables.pop();
  }

  /** Taken columns get empty cells, so that texts stay under their titles. */
  #openCell(columns: number, rows: number): void {
    const taken = this.#tables.at(-1)?.place(columns, rows) ?? 0;
    for (let passed = 0; passed < taken; passed += 1) {
      this.#blocks.openCell();
      this.#blocks.closeCell();
    }
    this.#blocks.openCell();
    this.#blocks.spanCell(columns);
  }

  /** <br> ends a line even if it is empty; elements only end what there is. */
  #breakLine(): void {
    if (this.#line.isEmpty) this.#addLine();
    else this.#endLine();
  }

  #endLine(): void {
    this.#space = '';
    if (!this.#line.isEmpty) this.#addLine();
  }

  #addLine(): void {
    this.#blocks.add({ kind: 'paragraph', label: this.#label.replace(/[\s\u00a0]+/g, ' ').trim(), piece: this.#line.piece() });
    this.#line = new PieceWriter();
    this.#label = '';
    this.#lastCharacter = '';
  }

  #writeKept(text: string): void {
    text.split(/\r\n?|\n/).forEach((line, place) => {
      if (place > 0) this.#breakLine();
      this.#write(line);
    });
  }

  /** White space between words is one space, at the ends of lines none; a line end between two Chinese characters none either (CSS Text 4, 4.1.3). */
  #writeRunning(text: string): void {
    for (const part of text.match(/[ \t\r\n\f]+|[^ \t\r\n\f]+/g) ?? []) {
      if (/[^ \t\r\n\f]/.test(part)) this.#write(part);
      else if (this.#space !== 'space') this.#space = /[\r\n]/.test(part) ? 'end' : 'space';
    }
  }

  #write(text: string): void {
    if (text === '') return;
    const style = this.#style;
    const isJoined = this.#space === 'end' && isWide(this.#lastCharacter) && isWide(text);
    const space = this.#space === '' || this.#line.isEmpty || isJoined ? '' : ' ';
    this.#space = '';
    this.#line.add(space + shownText(text, style.symbolFont), looksOf(style));
    this.#lastCharacter = text.slice(-1);
  }
}

/** Whether a text begins with a character of Chinese script or punctuation. */
const isWide = (text: string): boolean => /^[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef“”‘’…—]/.test(text);

const spanOf = (text: string | undefined): number => Math.max(1, Math.min(Number.parseInt(text ?? '1', 10) || 1, limits.importColumns));
