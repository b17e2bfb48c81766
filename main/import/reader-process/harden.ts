// Imported before everything else by every process that reads foreign files.
import { Buffer } from 'node:buffer';

/** No text of a file can reach the prototype of all objects by this name. */
Reflect.deleteProperty(Object.prototype, '__proto__');

/**
 * Node 24.21 writes past its memory when an odd number of bytes is read as UTF-16 from an odd address, which damaged
 * workbooks make libraries do. Half a character is none: the last byte is left out.
 */
const plainString = Buffer.prototype.toString;
Buffer.prototype.toString = function toEvenString(this: Buffer, encoding?: BufferEncoding, start = 0, end = this.length): string {
  const isWide = encoding !== undefined && /^(?:utf-?16le|ucs-?2)$/i.test(encoding);
  const odd = isWide ? (Math.min(end, this.length) - Math.max(start, 0)) % 2 : 0;
  return plainString.call(this, encoding, start, odd === 1 ? Math.min(end, this.length) - 1 : end);
};
