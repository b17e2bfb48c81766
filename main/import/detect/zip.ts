import { ArchiveFault, openArchive, type Archive } from '../archive/archive.ts';
import { refusedAs, type Kind } from './kind.ts';

/** A part or, in an empty one, the end record stands first (APPNOTE 4.3.7, 4.3.16). */
export const isZip = (bytes: Buffer): boolean => ['504b0304', '504b0506'].includes(bytes.toString('hex', 0, 4));

/** Tells zips apart by their parts. One that cannot be opened goes to the reader of what its parts are called like, whose sentence fits best. */
export async function zipKind(bytes: Buffer): Promise<Kind> {
  try {
    return await kindOf(await openArchive(bytes));
  } catch (error) {
    if (!(error instanceof ArchiveFault)) throw error;
    return guess(bytes) ?? faulty(error);
  }
}

type Sign = readonly [RegExp, Kind];

/** Parts that only one kind of file has; the first that is found decides. */
const signs: readonly Sign[] = [
  [/^xl\/workbook\.bin$/i, { kind: 'workbook', format: 'xlsb' }],
  [/^xl\/workbook\d*\.xml$/i, { kind: 'workbook', format: 'xlsx' }],
  [/^word\/document\d*\.xml$/i, { kind: 'docx' }],
  [/^collection\.anki2(?:1b?)?$/, { kind: 'apkg' }],
  [/(?:^|\/)imsmanifest\.xml$/i, { kind: 'qti-package' }],
  [/^ppt\//i, refusedAs('format-unknown', '这是演示文稿，请把其中的试题另存为 .docx 或 .xlsx 后再导入。')],
];

async function kindOf(archive: Archive): Promise<Kind> {
  const known = signs.find(([sign]) => archive.names.some((name) => sign.test(name)));
  if (known) return known[1];
  const type = (await archive.read('mimetype'))?.toString('latin1') ?? '';
  if (type.includes('opendocument.spreadsheet')) return { kind: 'workbook', format: 'ods' };
  if (type.includes('opendocument.text')) return refusedAs('format-unknown', '这是 OpenDocument 文档，请另存为 .docx 后再导入。');
  if (archive.names.length > 0 && archive.names.every((name) => withItems.test(name))) return { kind: 'qti-package' };
  // Some programs write Office files whose main part has another name.
  if (archive.names.some((name) => /^xl\//i.test(name))) return { kind: 'workbook', format: 'xlsx' };
  if (archive.names.some((name) => /^word\//i.test(name))) return { kind: 'docx' };
  return refusedAs('format-unknown', '这是压缩包，请先解压，再选择其中的题库文件。');
}

/** Parts of a package of questions whose manifest was left out. */
const withItems = /(?:\.(?:xml|xsd|css|png|jpe?g|gif|svg)|\/)$/i;

/** The names of the parts also stand before each of them, so that a cut-off file still shows some. */
function guess(bytes: Buffer): Kind | null {
  if (bytes.includes('word/')) return { kind: 'docx' };
  if (bytes.includes('xl/')) return { kind: 'workbook', format: 'xlsx' };
  if (bytes.includes('collection.anki2')) return { kind: 'apkg' };
  return bytes.includes('imsmanifest.xml') ? { kind: 'qti-package' } : null;
}

const faulty = ({ kind, message }: ArchiveFault): Kind =>
  kind === 'too-large'
    ? refusedAs('file-too-large', `压缩包${message}，不予打开。`)
    : refusedAs(kind === 'encrypted' ? 'file-encrypted' : 'file-unreadable', `压缩包已损坏或有密码（${message}）。`);
