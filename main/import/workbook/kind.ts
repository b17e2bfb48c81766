import { isCompound, rootStreams } from '../archive/compound.ts';

/** `xls-5`: written by Excel 5 or 95, whose texts are in the code page of their country. */
export type WorkbookKind = 'xlsx' | 'xlsb' | 'ods' | 'xls' | 'xls-5' | 'spreadsheetml' | 'html' | 'encrypted';

/** How much of a text is looked at, in bytes. */
const textStart = 4_000;

/** What kind of workbook a file is, from its content; null where it is none. */
export function workbookKind(bytes: Buffer): WorkbookKind | null {
  if (isCompound(bytes)) return compoundKind(bytes);
  if (bytes.toString('latin1', 0, 2) === 'PK') return zipKind(bytes);
  // A bare stream without a compound file around it, as small scripts write: BOF of BIFF 2 to 5 ([MS-XLS] 2.4.21).
  if (bytes[0] === 0x09 && [0, 2, 4, 8].includes(bytes[1] ?? -1) && bytes[3] === 0) return 'xls-5';
  return markupKind(bytes);
}

function compoundKind(bytes: Buffer): WorkbookKind | null {
  const streams = rootStreams(bytes);
  if (!streams) return 'xls'; // damaged: reading it says so
  if (streams.has('EncryptedPackage')) return 'encrypted';
  if (streams.has('Workbook')) return 'xls';
  return streams.has('Book') ? 'xls-5' : null;
}

/** Names of the parts stand uncompressed in the directory of a zip. */
function zipKind(bytes: Buffer): WorkbookKind | null {
  if (bytes.includes('xl/workbook.bin')) return 'xlsb';
  if (bytes.includes('xl/')) return 'xlsx';
  return bytes.includes('opendocument.spreadsheet') || bytes.includes('content.xml') ? 'ods' : null;
}

function markupKind(bytes: Buffer): WorkbookKind | null {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe;
  const start = bytes
    .subarray(0, textStart)
    .toString(wide ? 'utf16le' : 'latin1')
    .toLowerCase();
  if (start.includes('urn:schemas-microsoft-com:office:spreadsheet') && /<(?:\w+:)?workbook\b/.test(start)) return 'spreadsheetml';
  return /<(?:!doctype html|html|head|meta|table|body|style)\b/.test(start) ? 'html' : null;
}
