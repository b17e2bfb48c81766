import { crc32 } from 'node:zlib';

export interface StoredPart {
  readonly name: string;
  readonly content: Buffer;
}

/** A zip whose parts are stored as they are (APPNOTE 4.3, method 0), for a library that only takes zips. */
export function storedZip(parts: readonly StoredPart[]): Buffer {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of parts) {
    const title = Buffer.from(name);
    const shared = sharedHeader(title, content);
    pieces.push(Buffer.from('504b0304', 'hex'), shared, title, content);
    directory.push(Buffer.from('504b01021400', 'hex'), shared, Buffer.alloc(10), int32(offset), title);
    offset += 30 + title.length + content.length;
  }
  const central = Buffer.concat(directory);
  return Buffer.concat([...pieces, central, endRecord(parts.length, central.length, offset)]);
}

/** From the version to the lengths, as both headers of a part have it; names are UTF-8. */
function sharedHeader(title: Buffer, content: Buffer): Buffer {
  const header = Buffer.alloc(26);
  header.writeUInt16LE(20, 0);
  header.writeUInt16LE(0x0800, 2);
  header.writeUInt32LE(crc32(content), 10);
  header.writeUInt32LE(content.length, 14);
  header.writeUInt32LE(content.length, 18);
  header.writeUInt16LE(title.length, 22);
  return header;
}

function endRecord(parts: number, length: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts, 8);
  end.writeUInt16LE(parts, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
