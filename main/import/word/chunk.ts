import { decodeText } from '../encoding.ts';
import type { Block } from './blocks.ts';
import { readPage } from './html/page.ts';
import { mhtmlText } from './mhtml.ts';
import { plainPiece } from './piece.ts';
import { WordRefusal } from './refusal.ts';

/** Blocks of a part that a document takes in as a whole (w:altChunk): web pages, archived ones and plain text, as programs that make documents from web pages write them. */
export function chunkBlocks(part: Buffer | undefined): readonly Block[] {
  if (!part) return [];
  const start = part.toString('latin1', 0, 2_000);
  if (/^PK|^\{\\rtf|^\xd0\xcf/.test(start))
    throw new WordRefusal('file-unreadable', '文档中嵌有另一份文档；请用 Word 打开后另存为 .docx 再导入。');
  if (/^\s*(?:mime-version|from|content-type|subject):/i.test(start)) return readPage(mhtmlText(part));
  const { text } = decodeText(part);
  if (/<[a-z!]/i.test(start)) return readPage(text);
  return text.split(/\r\n?|\n/).map((line) => ({ kind: 'paragraph', label: '', piece: plainPiece(line) }));
}
