import type { FileRefusal } from '@shared/bank/imported.ts';
import type { SourceText } from '@shared/bank/source-text.ts';
import { readableText } from './blocks.ts';
import { readStories } from './doc/document.ts';
import { openWordFile } from './doc/file.ts';
import { refusalOr } from './refusal.ts';

/**
 * Reads a Word 97–2003 document (.doc, also those of WPS) by the rules of readDocx: the same rows, text, labels and marks.
 * What differs: cells of a table within a cell are lines of the outer cell; cells over several columns are one column,
 * because the file only knows their widths; formulas and floating pictures are drawings that leave nothing, pictures in the
 * line leave `［图］`.
 */
export function readDoc(bytes: Buffer): Promise<SourceText | FileRefusal> {
  return refusalOr(() => readableText(readStories(openWordFile(bytes))));
}
