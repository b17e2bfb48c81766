// An independent writer of LevelDB's log format, after leveldb/doc/log_format.md, to test the reader against.

const block = 32_768;
const header = 7;

/** CRC-32C bit by bit: slow, and plainly the definition. */
export function slowCrc32c(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0x82f63b78 : crc >>> 1;
  }
  return ~crc >>> 0;
}

/** A log with the given data, and the offset behind each of them. */
export function writeLog(entries: readonly Uint8Array[]): { readonly bytes: Buffer; readonly ends: readonly number[] } {
  const parts: Buffer[] = [];
  const ends: number[] = [];
  let length = 0;
  const push = (part: Buffer): void => {
    parts.push(part);
    length += part.length;
  };
  for (const entry of entries) {
    let from = 0;
    let isFirst = true; // also behind a first part without data, which fills a block that has room for a header only
    do {
      const left = block - (length % block);
      if (left < header) push(Buffer.alloc(left));
      const space = block - (length % block) - header;
      const data = entry.subarray(from, from + space);
      from += data.length;
      const isLast = from === entry.length;
      push(record(isFirst ? (isLast ? 1 : 2) : isLast ? 4 : 3, data));
      isFirst = false;
    } while (from < entry.length);
    ends.push(length);
  }
  return { bytes: Buffer.concat(parts), ends };
}

function record(type: number, data: Uint8Array): Buffer {
  const typed = Buffer.concat([Buffer.from([type]), data]);
  const crc = BigInt(slowCrc32c(typed));
  const head = Buffer.alloc(6);
  head.writeUInt32LE(Number((((crc >> 15n) | (crc << 17n)) + 0xa282ead8n) & 0xffffffffn), 0);
  head.writeUInt16LE(data.length, 4);
  return Buffer.concat([head, typed]);
}
