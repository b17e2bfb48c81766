import type { FileRefusal } from '@shared/bank/imported.ts';
import type { SourceText } from '@shared/bank/source-text.ts';
import { readableText, type Block } from './blocks.ts';
import { readBody } from './docx/document.ts';
import { labelCounter } from './docx/labels.ts';
import { readStyles } from './docx/styles.ts';
import { refusalOr } from './refusal.ts';

/**
 * Reads a Word document that is one XML file: Word 2003's own XML, which web systems hand out as .doc, and the flat form of
 * .docx. Rows, text and marks are those of readDocx. Word 2003's XML carries the automatic numbers as they were shown.
 */
export const readWordXml = (bytes: Buffer): Promise<SourceText | FileRefusal> =>
  refusalOr(() => {
    const text = bytes.toString('utf8');
    const parts = partsOf(text);
    return readableText(parts.size > 0 ? flatBlocks(parts) : blocksOf(bytes, stylesIn(text), null));
  });

/** Whether the first characters of a file are those of such a document. */
export const isWordXml = (start: string): boolean =>
  /<\?mso-application\s+progid="Word\.Document"/.test(start) || /<(?:w:wordDocument|pkg:package)[\s>]/.test(start);

const part = /<pkg:part\b[^>]{0,1000}?pkg:name="([^"]{1,200})"[^>]{0,1000}>\s*<pkg:xmlData\b[^>]{0,1000}>/g;

/** The parts of a flat document by their names; none in Word 2003's XML. */
function partsOf(text: string): ReadonlyMap<string, Buffer> {
  const found = new Map<string, Buffer>();
  for (const { 0: opening, 1: name = '', index } of text.matchAll(part)) {
    const from = index + opening.length;
    const to = text.indexOf('</pkg:xmlData>', from);
    if (to > from) found.set(name, Buffer.from(text.slice(from, to)));
  }
  return found;
}

const flatBlocks = (parts: ReadonlyMap<string, Buffer>): readonly Block[] =>
  blocksOf(
    parts.get('/word/document.xml') ?? Buffer.alloc(0),
    parts.get('/word/styles.xml') ?? null,
    parts.get('/word/numbering.xml') ?? null,
  );

function stylesIn(text: string): Buffer | null {
  const from = text.indexOf('<w:styles>');
  const to = text.indexOf('</w:styles>', from);
  if (from < 0 || to < 0) return null;
  const inner = text.slice(from + '<w:styles>'.length, to);
  return Buffer.from(`<w:styles xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml">${inner}</w:styles>`);
}

function blocksOf(document: Buffer, styleBytes: Buffer | null, numbering: Buffer | null): readonly Block[] {
  const styles = readStyles(styleBytes);
  return readBody(document, { styles, labelOf: labelCounter(numbering, styles), chunk: () => [] });
}
