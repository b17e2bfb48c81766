import type { Encoding } from '@shared/bank/encodings.ts';
import type { Grid } from '@shared/bank/grid.ts';
import type { FileRefusal, ImportFormat, Problem } from '@shared/bank/imported.ts';
import type { Reading, ReadOptions } from '@shared/bank/reading.ts';
import { linesOf } from '@shared/bank/lines/lines-of.ts';
import type { SourceText } from '@shared/bank/source-text.ts';
import { never } from '@shared/never.ts';
import { limits } from '../limits.ts';
import { detect } from './detect/index.ts';
import type { DecodedText, Kind } from './detect/kind.ts';
import { readAiken } from './standards/aiken.ts';
import { readAnki } from './standards/anki/read-anki.ts';
import { readApkg } from './standards/anki/read-apkg.ts';
import { readGift } from './standards/gift/read-gift.ts';
import { readJson } from './standards/json/read-json.ts';
import { readMoodle } from './standards/moodle/read-moodle.ts';
import { readQti, readQtiZip } from './standards/qti/read-qti.ts';
import { readDoc } from './word/doc.ts';
import { readDocx } from './word/docx.ts';
import { readHtml } from './word/html.ts';
import { readMhtml } from './word/mhtml.ts';
import { readWordXml } from './word/word-xml.ts';
import { readCsvGrid } from './workbook/csv.ts';
import { readWorkbook } from './workbook/workbook.ts';

/** The content of a file as far as it is the same for reading its questions and for showing its source. */
export type Content = Opened | Refused;

interface Opened {
  readonly format: ImportFormat;
  /** Of texts, else null. */
  readonly encoding: Encoding | null;
  readonly body: Body;
}

interface Refused {
  readonly format: ImportFormat;
  readonly refusal: FileRefusal;
}

export type Body =
  | { readonly kind: 'grids'; readonly grids: readonly Grid[]; readonly problems: readonly Problem[] }
  | { readonly kind: 'lines'; readonly text: SourceText }
  /** A standard format, which has its own reader; `text` is null in packages of several files. */
  | { readonly kind: 'standard'; readonly text: string | null; readonly read: (options: ReadOptions) => Promise<Reading | FileRefusal> };

/** Opens a file by what it is. */
export async function openContent(bytes: Buffer, name: string, encoding: Encoding | null): Promise<Content> {
  const kind = await detect(bytes, name, encoding);
  const format = formatOf(kind);
  const body = await bodyOf(kind, bytes);
  if ('code' in body) return { format, refusal: body };
  const refusal = tooManyRows(body);
  return refusal ? { format, refusal } : { format, encoding: kind.kind === 'text' ? kind.encoding : null, body };
}

/** The name of a kind among the formats. */
function formatOf(kind: Kind): ImportFormat {
  switch (kind.kind) {
    case 'workbook':
    case 'text':
    case 'refused':
      return kind.format;
    case 'docx':
    case 'doc':
      return kind.kind;
    case 'word-xml':
      return 'doc';
    case 'mhtml':
      return 'html';
    case 'qti-package':
      return 'qti';
    case 'apkg':
      return 'anki';
    default:
      return never(kind);
  }
}

async function bodyOf(kind: Kind, bytes: Buffer): Promise<Body | FileRefusal> {
  switch (kind.kind) {
    case 'refused':
      return kind.refusal;
    case 'workbook':
      return asGrids(await readWorkbook(bytes));
    case 'docx':
      return asLines(await readDocx(bytes));
    case 'doc':
      return asLines(await readDoc(bytes));
    case 'word-xml':
      return asLines(await readWordXml(bytes));
    case 'mhtml':
      return asLines(await readMhtml(bytes));
    case 'qti-package':
      return { kind: 'standard', text: null, read: async (options) => readQtiZip(bytes, options) };
    case 'apkg':
      return { kind: 'standard', text: null, read: async (options) => readApkg(bytes, options) };
    case 'text':
      return textBody(kind);
    default:
      return never(kind);
  }
}

async function textBody({ format, text }: DecodedText): Promise<Body | FileRefusal> {
  switch (format) {
    case 'csv': {
      const { grid, problems } = readCsvGrid(text);
      return { kind: 'grids', grids: [grid], problems };
    }
    case 'html':
      return asLines(await readHtml(text));
    case 'text':
      return { kind: 'lines', text: linesOf(text) };
    case 'json':
    case 'gift':
    case 'aiken':
    case 'moodle':
    case 'qti':
    case 'anki':
      return { kind: 'standard', text, read: async (options) => standardReaders[format](text, options) };
    default:
      return never(format);
  }
}

const standardReaders = {
  json: readJson,
  gift: readGift,
  aiken: readAiken,
  moodle: readMoodle,
  qti: readQti,
  anki: readAnki,
} satisfies Partial<Record<DecodedText['format'], unknown>>;

const asGrids = (grids: readonly Grid[] | FileRefusal): Body | FileRefusal =>
  'code' in grids ? grids : { kind: 'grids', grids, problems: [] };
const asLines = (text: SourceText | FileRefusal): Body | FileRefusal => ('code' in text ? text : { kind: 'lines', text });

/** Formulas and pictures aside, no office has a bank of so many rows: such a file is filled with empty ones, or made to do harm. */
function tooManyRows(body: Body): FileRefusal | null {
  const [rows, most] =
    body.kind === 'grids'
      ? [body.grids.reduce((sum, grid) => sum + grid.rows.length, 0), limits.importRows]
      : [body.kind === 'lines' ? body.text.lines.length : 0, limits.wordParagraphs];
  if (rows <= most) return null;
  return { code: 'too-many-rows', message: `有 ${rows} 行，最多 ${most} 行；请拆成几个文件。` };
}
