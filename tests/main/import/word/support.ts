import type { FileRefusal } from '@shared/bank/imported.ts';
import type { SourceLine, SourceText } from '@shared/bank/source-text.ts';
import { readDocx } from '../../../../main/import/word/docx.ts';
import { zipOf } from '../../../support/zip.ts';

const main = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const others =
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"';

/** Parts of a Word document around the content of its body, styles and numbering; names of parts may be given anew. */
export const wordParts = (
  body: string,
  { styles = '', numbering = '' }: { styles?: string; numbering?: string } = {},
): Record<string, string> => ({
  'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document ${main} ${others}><w:body>${body}</w:body></w:document>`,
  'word/styles.xml': `<w:styles ${main}>${styles}</w:styles>`,
  'word/numbering.xml': `<w:numbering ${main} ${others}>${numbering}</w:numbering>`,
});

/** A paragraph of runs; `properties` are those of the paragraph. */
export const paragraph = (runs: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;
export const run = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
export const plain = (text: string): string => paragraph(run(text));
export const numbered = (text: string, list: number, level = 0): string =>
  paragraph(run(text), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);

export async function linesOf(body: string, more: { styles?: string; numbering?: string } = {}): Promise<readonly SourceLine[]> {
  return textOf(await readDocx(zipOf(wordParts(body, more)))).lines;
}

/** What was read; a refusal fails the test. */
export function textOf(read: SourceText | FileRefusal): SourceText {
  if ('code' in read) throw new Error(`refused: ${read.code} ${read.message}`);
  return read;
}

/** Lines as 'label|text'. */
export const shown = (lines: readonly SourceLine[]): string[] => lines.map(({ label, text }) => `${label}|${text}`);

/** The marked stretches of a line as 'look:text'. */
export const marked = ({ text, marks }: SourceLine): string[] => marks.map(({ look, from, to }) => `${look}:${text.slice(from, to)}`);
