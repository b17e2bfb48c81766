import { BlockWriter, pictureSign, type Block } from '../blocks.ts';
import { shownText, symbolOf } from '../symbols.ts';
import { drawings, newParagraph, pictures, signs, takenBack, unread, type Paragraph, type Run } from './elements.ts';
import { Equations } from './equations.ts';
import { Fields } from '../fields.ts';
import { effectiveLook, marksOf, type RunLook } from '../look.ts';
import { withProperty } from './run-properties.ts';
import type { NumberingUse, Styles } from './styles.ts';
import { walkXml, type Attribute } from './xml.ts';

/** What document.xml refers to. */
export interface Surroundings {
  readonly styles: Styles;
  /** Automatic number of the next paragraph in the order of the document. */
  readonly labelOf: (own: NumberingUse, style: ReturnType<Styles['paragraph']>) => string;
  /** Blocks of a part that is taken in as a whole (w:altChunk), by the id of its relationship. */
  readonly chunk: (id: string) => readonly Block[];
}

/** Reads document.xml to its blocks; the rules stand at readDocx. Throws WordRefusal. */
export function readBody(bytes: Buffer, surroundings: Surroundings): readonly Block[] {
  const body = new Body(surroundings);
  walkXml('document.xml', bytes, body);
  return body.writer.blocks;
}

class Body {
  readonly writer = new BlockWriter();
  readonly #surroundings: Surroundings;
  readonly #fields = new Fields();
  readonly #equations = new Equations();
  /** Paragraphs and runs that are open: those of a text box stand within those of its anchor. */
  readonly #paragraphs: Paragraph[] = [];
  readonly #runs: Run[] = [];
  /** Of each mc:AlternateContent that is open: whether one of its versions has shown something. */
  readonly #versions: { readonly before: number; isRead: boolean }[] = [];
  /** Of each drawing that is open: whether its picture has its sign already. */
  readonly #drawings: boolean[] = [];
  /** How many texts and boxes have been written. */
  #written = 0;
  #inParagraphProperties = false;
  /** The element of text that is open, or ''. */
  #text = '';

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
  }

  readonly open = (name: string, attribute: Attribute): boolean => {
    if (this.#inParagraphProperties) return this.#readParagraphProperty(name, attribute);
    if (unread.has(name) || (name === 'aml:annotation' && takenBack.test(attribute('w:type')))) return false;
    if (name === 'mc:Choice' || name === 'mc:Fallback') return !this.#versions.at(-1)?.isRead;
    if (name.startsWith('m:')) this.#equations.open(name, attribute);
    if (pictures.has(name)) this.#addPicture();
    if (drawings.has(name)) this.#drawings.push(false);
    this.#write(signs.get(name) ?? '');
    this.#openers[name]?.(attribute);
    this.#readRunProperty(name, attribute);
    return true;
  };

  readonly text = (text: string): void => {
    if (this.#text === 'w:instrText') this.#fields.instruct(text);
    else if (this.#text === 'm:t') this.#write(this.#equations.text(text));
    else if (this.#text === 'w:t') this.#write(text.replace(/\s*\n\s*/g, ' '));
  };

  readonly close = (name: string): void => {
    if (name.startsWith('m:')) this.#write(this.#equations.close(name));
    if (drawings.has(name)) this.#drawings.pop();
    if (name === this.#text) this.#text = '';
    this.#closers[name]?.();
  };

  readonly #openers: Readonly<Record<string, (attribute: Attribute) => void>> = {
    'w:p': () => this.#paragraphs.push(newParagraph()),
    'w:pPr': () => (this.#inParagraphProperties = this.#paragraphs.length > 0),
    'w:r': () => this.#runs.push({ look: {}, style: '' }),
    'w:t': () => (this.#text = 'w:t'),
    'm:t': () => (this.#text = 'm:t'),
    'w:instrText': () => (this.#text = 'w:instrText'),
    'w:fldChar': (attribute) => this.#write(this.#fields.mark(attribute('w:fldCharType'))),
    'w:sym': (attribute) => this.#write(symbolOf(attribute('w:font'), Number.parseInt(attribute('w:char'), 16) || 0x20)),
    'v:textpath': (attribute) => this.#write(attribute('string')),
    'w:txbxContent': () => this.writer.openBox(),
    'w:tbl': () => this.writer.openTable(),
    'w:tc': () => this.writer.openCell(),
    'w:gridSpan': (attribute) => this.writer.spanCell(Number.parseInt(attribute('w:val'), 10) || 1),
    'w:altChunk': (attribute) => this.#addAll(this.#surroundings.chunk(attribute('r:id'))),
    'mc:AlternateContent': () => this.#versions.push({ before: this.#written, isRead: false }),
  };

  readonly #closers: Readonly<Record<string, () => void>> = {
    'w:p': () => this.#closeParagraph(),
    'w:pPr': () => this.#closeParagraphProperties(),
    'w:r': () => this.#runs.pop(),
    'w:txbxContent': () => this.#closeBox(),
    'w:tbl': () => this.writer.closeTable(),
    'w:tr': () => this.writer.closeRow(),
    'w:tc': () => this.writer.closeCell(),
    'mc:Choice': () => this.#closeVersion(),
    'mc:AlternateContent': () => this.#versions.pop(),
  };

  #readParagraphProperty(name: string, attribute: Attribute): boolean {
    const paragraph = this.#paragraphs.at(-1);
    if (!paragraph) return false;
    if (name === 'w:pStyle') paragraph.style = attribute('w:val');
    if (name === 'w:numId') paragraph.numbering = { ...paragraph.numbering, list: attribute('w:val') };
    if (name === 'w:ilvl') paragraph.numbering = { ...paragraph.numbering, level: Number.parseInt(attribute('w:val'), 10) || 0 };
    if (name === 'wx:t') paragraph.label = attribute('wx:val');
    if (name === 'w:del' || name === 'w:moveFrom') paragraph.isDeleted = true;
    return name === 'w:numPr' || name === 'w:rPr' || name === 'w:listPr';
  }

  #closeParagraphProperties(): void {
    this.#inParagraphProperties = false;
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph && !paragraph.isDeleted) paragraph.label ??= this.#labelOf(paragraph);
  }

  #labelOf({ numbering, style }: Paragraph): string {
    return this.#surroundings.labelOf(numbering, this.#surroundings.styles.paragraph(style));
  }

  #closeParagraph(): void {
    const paragraph = this.#paragraphs.pop();
    if (!paragraph) return;
    this.#fields.settle();
    const piece = paragraph.writer.piece();
    const isGone = paragraph.isDeleted && piece.text === '';
    if (!isGone) this.writer.add({ kind: 'paragraph', label: paragraph.label ?? this.#labelOf(paragraph), piece });
    for (const block of paragraph.boxed) this.writer.add(block);
  }

  #readRunProperty(name: string, attribute: Attribute): void {
    const run = this.#runs.at(-1);
    if (!run) return;
    if (name === 'w:rStyle') run.style = attribute('w:val');
    else run.look = withProperty(run.look, name, attribute);
  }

  #write(text: string): void {
    const paragraph = this.#paragraphs.at(-1);
    if (text === '' || !paragraph || !this.#fields.isShown) return;
    const look = this.#lookOf(paragraph);
    if (look.hidden) return;
    this.#written += 1;
    paragraph.writer.add(shownText(text, look.symbolFont ?? ''), marksOf(look));
  }

  #lookOf(paragraph: Paragraph): RunLook {
    const { styles } = this.#surroundings;
    const run = this.#runs.at(-1);
    return effectiveLook(run?.look ?? {}, styles.character(run?.style ?? ''), styles.paragraph(paragraph.style).look);
  }

  #addPicture(): void {
    const place = this.#drawings.length - 1;
    if (this.#drawings[place]) return;
    if (place >= 0) this.#drawings[place] = true;
    this.#write(pictureSign);
  }

  #closeBox(): void {
    const blocks = this.writer.closeBox();
    const anchor = this.#paragraphs.at(-1);
    this.#written += blocks.length;
    if (!anchor) this.#addAll(blocks);
    else for (const block of blocks) anchor.boxed.push(block);
  }

  #closeVersion(): void {
    const version = this.#versions.at(-1);
    if (version) version.isRead = this.#written > version.before;
  }

  #addAll(blocks: readonly Block[]): void {
    for (const block of blocks) this.writer.add(block);
  }
}
