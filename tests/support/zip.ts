import { crc32 } from 'node:zlib';

/** A zip of these parts, unpacked as they are. */
export function zipOf(parts: Readonly<Record<string, string | Buffer>>): Buffer {
  const files = Object.entries(parts).map(([name, content]) => ({ name: Buffer.from(name), content: Buffer.from(content) }));
  let at = 0;
  const directory: Buffer[] = [];
  const bodies = files.map(({ name, content }) => {
    const shared = sharedFields(name, content);
    const place = Buffer.alloc(4);
    place.writeUInt32LE(at);
    directory.push(Buffer.concat([Buffer.from('504b01021400', 'hex'), shared, Buffer.alloc(10), place, name]));
    const body = Buffer.concat([Buffer.from('504b0304', 'hex'), shared, name, content]);
    at += body.length;
    return body;
  });
  return Buffer.concat([...bodies, ...directory, endRecord(files.length, Buffer.concat(directory).length, at)]);
}

/** What the head of a part and its entry in the directory have in common (APPNOTE 4.3.7). */
function sharedFields(name: Buffer, content: Buffer): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(0x0800, 2); // names are UTF-8
  fields.writeUInt32LE(crc32(content), 10);
  fields.writeUInt32LE(content.length, 14);
  fields.writeUInt32LE(content.length, 18);
  fields.writeUInt16LE(name.length, 22);
  return fields;
}

function endRecord(count: number, length: number, at: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(at, 16);
  return end;
}
