import type { FileRefusal } from '@shared/bank/imported.ts';
import type { SourceText } from '@shared/bank/source-text.ts';
import { ArchiveFault, openArchive, type Archive } from '../archive/archive.ts';
import { isCompound } from '../archive/compound.ts';
import { readableText, type Block } from './blocks.ts';
import { chunkBlocks } from './chunk.ts';
import { readBody } from './docx/document.ts';
import { labelCounter } from './docx/labels.ts';
import { readPackage } from './docx/package.ts';
import { readStyles } from './docx/styles.ts';
import { refusalOr, WordRefusal } from './refusal.ts';

/**
 * Reads a Word document (.docx, transitional or strict) without evaluating anything in it.
 *
 * Rows, counted from 1 in reading order: each paragraph of the body, empty ones too; each table row; each paragraph of a
 * text box, behind the paragraph that it hangs on. A row of one cell is a frame: its paragraphs count as paragraphs. What
 * stands in a cell (several paragraphs, a table within it) is one text with line breaks, automatic numbers written out.
 *
 * Text: what Word shows when all changes under 修订 are accepted. Left out are hidden text, headers, footers, comments,
 * foot- and endnotes. Of fields the result, of formulas their signs in one line, of text boxes that are kept in two versions
 * one. Pictures and charts leave `［图］`. Signs of symbol fonts (√ of Wingdings) become characters.
 *
 * Marks: own properties before character style before paragraph style; document defaults, table styles and the style
 * of links make none. Nearly black fonts and nearly white grounds look like none and make none.
 */
export function readDocx(bytes: Buffer): Promise<SourceText | FileRefusal> {
  return refusalOr(async () => {
    checkKind(bytes);
    const { document, styles: styleBytes, numbering, chunks } = await readPackage(await openWord(bytes));
    const styles = readStyles(styleBytes);
    const chunk = (id: string): readonly Block[] => chunkBlocks(chunks.get(id));
    return readableText(readBody(document, { styles, labelOf: labelCounter(numbering, styles), chunk }));
  });
}

const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le');

/** A document with a password to open is no zip but a compound file with the zip sealed in it (MS-OFFCRYPTO 2.3). */
function checkKind(bytes: Buffer): void {
  if (!isCompound(bytes)) return;
  if (bytes.includes(encryptedPackage)) throw new WordRefusal('file-encrypted', '文档有打开密码，请去掉密码后再导入。');
  throw new WordRefusal('file-unreadable', '这不是 .docx 文件；请用 Word 或 WPS 打开后另存为 .docx 再导入。');
}

/** The archive of a document; what is wrong with it becomes a sentence. */
async function openWord(bytes: Buffer): Promise<Archive> {
  const archive = await orRefusal(() => openArchive(bytes));
  return { ...archive, read: (name) => orRefusal(() => archive.read(name)) };
}

const faults = {
  'too-large': { code: 'file-too-large', sentence: (reason: string) => `文档${reason}，不予打开。` },
  damaged: { code: 'file-unreadable', sentence: (reason: string) => `文档已损坏（${reason}）。` },
  encrypted: { code: 'file-encrypted', sentence: () => '文档已加密，请去掉密码后再导入。' },
} as const satisfies Record<ArchiveFault['kind'], { readonly code: FileRefusal['code']; readonly sentence: (reason: string) => string }>;

async function orRefusal<Result>(step: () => Promise<Result>): Promise<Result> {
  try {
    return await step();
  } catch (error) {
    if (!(error instanceof ArchiveFault)) throw error;
    const { code, sentence } = faults[error.kind];
    throw new WordRefusal(code, sentence(error.message), { cause: error });
  }
}
