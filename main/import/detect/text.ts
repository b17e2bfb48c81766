import type { Encoding } from '@shared/bank/encodings.ts';
import { decodeText } from '../encoding.ts';
import { limits } from '../../limits.ts';
import { detectText } from '../standards/detect.ts';
import { refusedAs, type Kind, type TextFormat } from './kind.ts';
import { looksTabular } from './tabular.ts';

/** How much of a text is looked at, in characters. */
const sampleLength = 100_000;

/** Tells texts apart: what is marked up or standard by its marks, tables by their columns; everything else is running text. */
export function textKind(bytes: Buffer, name: string, named: Encoding | null): Kind {
  if (bytes.length > limits.importText) return refusedAs('file-too-large', `文本超过 ${limits.importText / 1e6} MB，请拆成几个文件。`);
  const { text, encoding } = decodeText(bytes, named);
  const start = text.slice(0, sampleLength);
  // In an encoding that a person named, wrong characters are theirs to see.
  if (named === null && isNoise(start)) return refusedAs('format-unknown', '不认识这种文件；能导入的有 Excel、Word、文本和各种题库格式。');
  if (start.trim() === '') return refusedAs('file-empty', '文件中没有文字。');
  if (isSpreadsheetMarkup(start, name)) return { kind: 'workbook', format: isHtml(start) ? 'html' : 'xls' };
  return { kind: 'text', format: formatOf(text, start, name), text, encoding };
}

function formatOf(text: string, start: string, name: string): TextFormat {
  if (isHtml(start)) return 'html';
  return detectText(text, name) ?? (looksTabular(start, name) ? 'csv' : 'text');
}

/** Bytes that are no text in any of our encodings come out as control characters and as what stands for wrong bytes. */
function isNoise(start: string): boolean {
  const noise = start.match(/(?![\t\n\v\f\r])\p{Cc}|\ufffd/gu)?.length ?? 0;
  return noise > 2 && noise > start.length * 0.02;
}

const isHtml = (start: string): boolean =>
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S]){0,2000}-->\s*)*<(?:!doctype\s+html|html|head|body|meta|table|div|p|h[1-6]|span|font)\b/i.test(
    start,
  );

/** Saved by a spreadsheet program: as XML of 2003, as a web page of its own kind, or as a table that only its name calls a workbook. */
const isSpreadsheetMarkup = (start: string, name: string): boolean =>
  /<(?:\w+:)?Workbook\b[^>]{0,2000}urn:schemas-microsoft-com:office:spreadsheet/i.test(start) ||
  (isHtml(start) && /urn:schemas-microsoft-com:office:excel/i.test(start.slice(0, 5_000))) ||
  (isHtml(start) && /\.(?:xlsx?|et)$/i.test(name) && /<table\b/i.test(start));
