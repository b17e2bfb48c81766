import { inflateRawSync } from 'node:zlib';

/** A part of a zip by its name, read through the local headers of a writer that gives sizes there. */
export function partOf(zip: Buffer, name: string): string {
  for (let at = 0; zip.readUInt32LE(at) === 0x04034b50;) {
    const packed = zip.readUInt32LE(at + 18);
    const start = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
    if (zip.toString('utf8', at + 30, at + 30 + name.length) === name)
      return inflateRawSync(zip.subarray(start, start + packed)).toString();
    at = start + packed;
  }
  throw new Error(`${name} not found`);
}
