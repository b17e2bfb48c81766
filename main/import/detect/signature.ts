import { unreadDocument } from '../word/unread.ts';
import { isWordXml } from '../word/word-xml.ts';
import { workbookKind } from '../workbook/kind.ts';
import { refusedAs, type Kind } from './kind.ts';

const pdf = refusedAs(
  'format-unknown',
  '这是 PDF 文件，其中没有可靠的文字顺序；请用 WPS 或 Word 打开，另存为 Word 文档（.docx）后再导入。',
);
const picture = refusedAs('format-unknown', '这是图片；请先用文字识别软件转成 Word 文档或文本，核对后再导入。');
const packed = refusedAs('format-unknown', '这是压缩包，请先解压，再选择其中的题库文件。');
const media = refusedAs('format-unknown', '这是音频或视频文件，不是题库。');
const program = refusedAs('format-unknown', '这是程序文件，不是题库。');

/** The first bytes in hexadecimal, dots for any, of files that hold no questions that could be read. */
const signatures: readonly (readonly [string, Kind])[] = [
  ['89504e470d0a', picture], // png
  ['ffd8ff', picture], // jpeg
  ['47494638', picture], // gif
  ['424d........00000000', picture], // bmp
  ['49492a00', picture], // tiff
  ['4d4d002a', picture],
  ['52494646........57454250', picture], // webp
  ['........66747970(?:68656963|61766966|6d696631)', picture], // heic, avif
  ['526172211a07', packed], // rar
  ['377abcaf271c', packed], // 7z
  ['1f8b08', packed], // gzip
  ['fd377a585a', packed], // xz
  ['494433', media], // mp3
  ['52494646........(?:57415645|41564920)', media], // wav, avi
  ['........66747970', media], // mp4
  ['1a45dfa3', media], // mkv
  ['4d5a(?:..){58}', program],
  ['7f454c46', program],
];

/** What the first bytes of a file say it is; null where they say nothing. */
export function signedKind(bytes: Buffer): Kind | null {
  const hex = bytes.toString('hex', 0, 100);
  const signed = signatures.find(([signature]) => new RegExp(`^${signature}`).test(hex));
  if (signed) return signed[1];
  const start = bytes.toString('latin1', 0, 1_024);
  if (/%PDF-\d/.test(start)) return pdf;
  // A bare stream of an old workbook, as small programs write it.
  if (start.startsWith('\t') && workbookKind(bytes) === 'xls-5') return { kind: 'workbook', format: 'xls' };
  if (/^\s{0,20}(?:MIME-Version|From|Content-Type|Date|Subject):.{0,900}multipart\/related/is.test(start)) return { kind: 'mhtml' };
  if (isWordXml(start)) return { kind: 'word-xml' };
  const unread = unreadDocument(bytes);
  return unread && { kind: 'refused', format: 'unknown', refusal: unread };
}
