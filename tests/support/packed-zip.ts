import { crc32, deflateRawSync } from 'node:zlib';

export interface PackedPart {
  readonly content: string | Uint8Array;
  /** What the directory says of its length; the truth unless a test lies. */
  readonly declared?: number;
}

interface Placed {
  readonly local: Buffer;
  readonly directory: (offset: number) => Buffer;
}

/** A zip of these parts by name, packed, without anything that is not needed to read it (APPNOTE 4.3). */
export function packedZipOf(parts: Readonly<Record<string, string | Uint8Array | PackedPart>>): Buffer {
  const placed = Object.entries(parts).map(([name, part]) => place(name, isPart(part) ? part : { content: part }));
  let offset = 0;
  const directory = placed.map((part) => {
    const entry = part.directory(offset);
    offset += part.local.length;
    return entry;
  });
  const entries = Buffer.concat(directory);
  return Buffer.concat([...placed.map(({ local }) => local), entries, endOf(placed.length, entries.length, offset)]);
}

const isPart = (part: string | Uint8Array | PackedPart): part is PackedPart => typeof part === 'object' && 'content' in part;

function place(name: string, { content, declared }: PackedPart): Placed {
  const bytes = Buffer.from(content);
  const packed = deflateRawSync(bytes);
  const title = Buffer.from(name);
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0); // version
  common.writeUInt16LE(0x0800, 2); // the name is UTF-8
  common.writeUInt16LE(8, 4); // deflated
  common.writeUInt32LE(crc32(bytes), 10);
  common.writeUInt32LE(packed.length, 14);
  common.writeUInt32LE(declared ?? bytes.length, 18);
  common.writeUInt16LE(title.length, 22);
  return {
    local: Buffer.concat([Buffer.from('504b0304', 'hex'), common, title, packed]),
    directory: (offset) => {
      const tail = Buffer.alloc(14);
      tail.writeUInt32LE(offset, 10);
      return Buffer.concat([Buffer.from('504b01021400', 'hex'), common, tail, title]);
    },
  };
}

function endOf(count: number, length: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
