import { TextDecoder } from 'node:util';

/** The text of an XML file by its byte order mark or its declaration, else as UTF-8 (XML 1.0, appendix F); null where it begins like none. */
export function xmlText(bytes: Buffer): string | null {
  const encoding = markedEncoding(bytes) ?? declaredEncoding(bytes);
  const start = new TextDecoder(encoding).decode(bytes.subarray(0, 400)).trimStart();
  return start.startsWith('<') ? new TextDecoder(encoding).decode(bytes) : null;
}

function markedEncoding(bytes: Buffer): string | null {
  const start = bytes.toString('hex', 0, 4);
  if (start.startsWith('efbbbf')) return 'utf-8';
  if (start.startsWith('fffe') || start === '3c003f00') return 'utf-16le';
  return start.startsWith('feff') || start === '003c003f' ? 'utf-16be' : null;
}

function declaredEncoding(bytes: Buffer): string {
  const [, name = 'utf-8'] = /^\s*<\?xml[^>]{0,200}encoding\s*=\s*["']([\w.-]+)["']/.exec(bytes.toString('latin1', 0, 300)) ?? [];
  try {
    // Without wide characters in front, a declaration of UTF-16 is wrong.
    return /utf-?16/i.test(name) ? 'utf-8' : new TextDecoder(name).encoding;
  } catch {
    return 'utf-8'; // a name that nobody knows
  }
}
