import type { FileRefusal } from '@shared/bank/imported.ts';
import type { SourceText } from '@shared/bank/source-text.ts';
import { readableText } from './blocks.ts';
import { readPage } from './html/page.ts';
import { refusalOr } from './refusal.ts';

/**
 * Reads a web page, also the one that Word saves; which characters its bytes mean is the caller's matter.
 *
 * Rows, counted from 1: each line as the page shows it — paragraphs, items, headings, what <br> parts — with content or
 * empty by a <br>; each table row, in which a cell is one text with line breaks. A row of one cell is a frame: its lines count as lines.
 * Numbers of lists and those that Word writes before a paragraph become labels. Pictures leave `［图］`.
 * Marks come from elements, style attributes and rules of a bare class; links make none. What a page hides until it is
 * clicked on is read, since often it is the answer.
 */
export const readHtml = (text: string): Promise<SourceText | FileRefusal> => refusalOr(() => readableText(readPage(text)));
