import { crc32c } from './crc32c.ts';

// The record format of LevelDB's logs and manifests (leveldb/doc/log_format.md): blocks of 32 KiB; in them records of
// checksum (4 bytes) · length (2) · type (1) · data; a record never crosses a block; what is cut into parts is put
// together again by the types first, middle, last.

const blockLength = 32_768;
const headerLength = 7;
const types = { full: 1, first: 2, middle: 3, last: 4 } as const;

/**
 * whole: every byte belongs to a complete record. torn: the last record was not finished. damaged: something that was
 * once complete can no longer be read. `end` is the offset behind the last complete record before that.
 */
export interface LogState {
  readonly state: 'whole' | 'torn' | 'damaged';
  readonly end: number;
}

/** Walks a log from its beginning and says how far it is good. */
export function inspectLog(bytes: Buffer): LogState {
  let end = 0;
  let isInside = false; // between a first part and its last
  for (let at = 0; at < bytes.length;) {
    const left = blockLength - (at % blockLength);
    if (left < headerLength) {
      at += left; // filled with zeros by the writer
      continue;
    }
    const record = recordAt(bytes, at);
    if (!record) return { state: isUnfinished(bytes, at, left) ? 'torn' : 'damaged', end };
    const isPart = record.type === types.middle || record.type === types.last;
    if (isPart !== isInside) return { state: 'damaged', end };
    isInside = record.type === types.first || record.type === types.middle;
    at = record.next;
    if (!isInside) end = at;
  }
  return { state: end === bytes.length ? 'whole' : 'torn', end };
}

/** The record that begins at an offset, or null where none does that is complete and matches its checksum. */
function recordAt(bytes: Buffer, at: number): { readonly type: number; readonly next: number } | null {
  if (at + headerLength > bytes.length) return null;
  const type = bytes.readUInt8(at + 6);
  const next = at + headerLength + bytes.readUInt16LE(at + 4);
  const isPossible = type >= types.full && type <= types.last && next <= bytes.length;
  return isPossible && hasChecksum(bytes, at, next) ? { type, next } : null;
}

/** The stored checksum covers type and data, and is masked because data may hold checksums itself. */
function hasChecksum(bytes: Buffer, at: number, next: number): boolean {
  const crc = crc32c(bytes, at + 6, next);
  const masked = (((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0;
  return masked === bytes.readUInt32LE(at);
}

/** True where a write broke off: nothing but zeros, or a record longer than the file with no other record behind its header. */
function isUnfinished(bytes: Buffer, at: number, left: number): boolean {
  const rest = bytes.subarray(at);
  if (rest.length < headerLength || rest.every((byte) => byte === 0)) return true;
  const length = headerLength + rest.readUInt16LE(4);
  if (length <= rest.length || length > left) return false;
  for (let next = at + headerLength; next < bytes.length; next++) if (recordAt(bytes, next)) return false; // the length itself is damaged
  return true;
}
