import type { Encoding } from '@shared/bank/encodings.ts';
import type { FileRefusal } from '@shared/bank/imported.ts';
import type { SourceText } from '@shared/bank/source-text.ts';
import { decodeText } from '../encoding.ts';
import { readableText } from './blocks.ts';
import { readPage } from './html/page.ts';
import { refusalOr, WordRefusal } from './refusal.ts';

/** One part of a MIME message: its header fields by their lower-case names, and its body with one byte a character. */
interface MimePart {
  readonly fields: ReadonlyMap<string, string>;
  readonly body: string;
}

const depthOfParts = 5;

/** Reads a web page in one file (.mht, which Word and WPS also name .doc): the first page of the message, by the rules of readHtml. */
export function readMhtml(bytes: Buffer): Promise<SourceText | FileRefusal> {
  return refusalOr(() => readableText(readPage(mhtmlText(bytes))));
}

/** The page of a web archive as text. Throws WordRefusal where it holds none. */
export function mhtmlText(bytes: Buffer): string {
  const page = pageOf(partOf(bytes.toString('latin1')), 0);
  if (!page) throw new WordRefusal('file-unreadable', '网页归档中没有网页，请用 Word 或 WPS 打开后另存为 .docx 再导入。');
  const content = unpacked(page);
  return decodeText(content, encodingOf(parameter(page.fields.get('content-type') ?? '', 'charset'))).text;
}

function pageOf(part: MimePart, depth: number): MimePart | null {
  const type = part.fields.get('content-type') ?? '';
  if (/^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(type)) return part;
  const boundary = parameter(type, 'boundary');
  if (!/^\s*multipart\//i.test(type) || boundary === '' || depth > depthOfParts) return null;
  for (const text of part.body.split(`--${boundary}`).slice(1)) {
    const page = pageOf(partOf(text.replace(/^[ \t]*\r?\n/, '')), depth + 1);
    if (page) return page;
  }
  return null;
}

/** Header and body are parted by an empty line; a field goes on where a line begins with white space (RFC 5322, 2.2). */
function partOf(text: string): MimePart {
  const end = /\r?\n\r?\n/.exec(text);
  const head = end ? text.slice(0, end.index) : text;
  const fields = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  const named = fields.map((field): [string, string] => {
    const colon = field.indexOf(':');
    return [field.slice(0, Math.max(colon, 0)).trim().toLowerCase(), field.slice(colon + 1).trim()];
  });
  return { fields: new Map(named), body: end ? text.slice(end.index + end[0].length) : '' };
}

function parameter(field: string, name: string): string {
  const [, quoted, bare] = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^;\\s]*))`, 'i').exec(field) ?? [];
  return quoted ?? bare ?? '';
}

function unpacked({ fields, body }: MimePart): Buffer {
  const transfer = (fields.get('content-transfer-encoding') ?? '').toLowerCase();
  if (transfer === 'base64') return Buffer.from(body, 'base64');
  return Buffer.from(transfer === 'quoted-printable' ? quotedPrintable(body) : body, 'latin1');
}

/** RFC 2045, 6.7. */
const quotedPrintable = (text: string): string =>
  text
    .replace(/[ \t]*\r?\n/g, '\n')
    .replace(/=\n/g, '')
    .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** Null where the name is none of ours: then it is found out from the text. */
function encodingOf(charset: string): Encoding | null {
  if (/^utf-?8$/i.test(charset)) return 'utf-8';
  if (/^(?:gb2312|gbk|gb18030|x-gbk)$/i.test(charset)) return 'gb18030';
  return /^(?:utf-16(?:le)?|unicode)$/i.test(charset) ? 'utf-16le' : null;
}
