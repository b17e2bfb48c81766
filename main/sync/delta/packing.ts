import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { gzip as gzipExactly } from 'pako';

const zip = promisify(gzip);
const unzip = promisify(gunzip);

/**
 * Packs the text of a block or manifest so that equal texts give equal bytes on every machine: plain zlib at level 9, no
 * time in the header and no system named in it. Node's own zlib is tuned to the processor and promises no such thing.
 */
export const pack = (text: Uint8Array): Buffer => withoutSystem(Buffer.from(gzipExactly(text, { level: 9 })));

/** The same three times as fast and off the main thread; on most machines, not on all, with the same bytes. */
export const packQuickly = async (text: Uint8Array): Promise<Buffer> => withoutSystem(await zip(text, { level: 9 }));

/** Unpacks up to a cap, in bytes. Throws zlib's error where it is damaged or would become longer. */
export const unpack = async (bytes: Uint8Array, cap: number): Promise<Buffer> => unzip(bytes, { maxOutputLength: cap });

/** Byte 9 of a gzip header names the system; 255 stands for unknown (RFC 1952, 2.3.1). */
function withoutSystem(bytes: Buffer): Buffer {
  bytes[9] = 255;
  return bytes;
}
