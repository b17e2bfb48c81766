/** The bytes of base64, or null where another text stands for the same bytes: no character can be changed unseen (RFC 4648, 3.5). */
export function fromExactBase64(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : null;
}
