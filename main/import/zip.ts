import { inflateRawSync } from 'node:zlib';
import { limits } from '../limits.ts';

/** Whether a workbook's zip may be opened; `rows` counts the rows of all its sheets, empty ones too. */
export type ZipCheck =
  | { readonly kind: 'fine'; readonly rows: number }
  | { readonly kind: 'too-large'; readonly reason: string }
  | { readonly kind: 'damaged'; readonly reason: string };

interface Part {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly header: number;
}

/**
 * Looks through a zip before a parser does: first what its directory declares (number, sizes, ratio), then each part,
 * unpacked under its declared size, so that a directory that lies is found out before memory is spent on it.
 */
export function checkZip(bytes: Buffer): ZipCheck {
  const parts = readDirectory(bytes);
  if (!parts) return { kind: 'damaged', reason: '压缩目录不完整' };
  const declared = total(parts.map((part) => part.unpacked));
  const packed = total(parts.map((part) => part.packed));
  if (parts.length > limits.importParts) return { kind: 'too-large', reason: `含 ${parts.length} 个部分` };
  if (declared > limits.importUnpacked) return { kind: 'too-large', reason: `解压后有 ${Math.round(declared / 1e6)} MB` };
  if (declared > packed * limits.importRatio) return { kind: 'too-large', reason: `压缩比超过 ${limits.importRatio} 倍` };
  let rows = 0;
  for (const part of parts) {
    const content = unpack(bytes, part);
    if (!content) return { kind: 'damaged', reason: `${part.name} 与压缩目录不符` };
    if (content.includes('<!DOCTYPE')) return { kind: 'damaged', reason: `${part.name} 含有不允许的声明` };
    if (part.name.startsWith('xl/worksheets/')) rows += count(content, '<row') + count(content, ':row ');
  }
  return { kind: 'fine', rows };
}

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const headerMark = 0x04034b50;

/** The central directory (APPNOTE 4.3.12), or null where it is not whole. Zip64 is not read: no workbook under our caps needs it. */
function readDirectory(bytes: Buffer): Part[] | null {
  const end = findEnd(bytes);
  if (end === null) return null;
  const parts: Part[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== entryMark) return null;
    const lengths = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field));
    parts.push({
      name: bytes.toString('utf8', at + 46, at + 46 + (lengths[0] ?? 0)),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      header: bytes.readUInt32LE(at + 42),
    });
    at += 46 + total(lengths);
  }
  return parts;
}

/** The end record stands last, with a comment of at most 65,535 bytes behind it. */
function findEnd(bytes: Buffer): number | null {
  for (let at = bytes.length - 22; at >= 0 && at >= bytes.length - 22 - 0xffff; at -= 1) if (bytes.readUInt32LE(at) === endMark) return at;
  return null;
}

/** The content of a part, or null where it is damaged or not of the declared size. */
function unpack(bytes: Buffer, part: Part): Buffer | null {
  if (part.header + 30 > bytes.length || bytes.readUInt32LE(part.header) !== headerMark) return null;
  const start = part.header + 30 + bytes.readUInt16LE(part.header + 26) + bytes.readUInt16LE(part.header + 28);
  const packed = bytes.subarray(start, start + part.packed);
  if (part.method === 0) return packed.length === part.unpacked ? packed : null;
  if (part.method !== 8) return null;
  try {
    const content = inflateRawSync(packed, { maxOutputLength: Math.max(1, part.unpacked) });
    return content.length === part.unpacked ? content : null;
  } catch {
    return null; // zlib's reasons all mean the same here: the part is not what the directory says
  }
}

function count(content: Buffer, mark: string): number {
  let found = 0;
  for (let at = content.indexOf(mark); at >= 0; at = content.indexOf(mark, at + mark.length)) found += 1;
  return found;
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);
