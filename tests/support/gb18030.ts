const table = new Map<string, readonly number[]>();

/** Text as GB18030; only its two-byte part. TextEncoder writes nothing but UTF-8, so the decoder's table is turned around. */
export function gb18030(text: string): Buffer {
  if (table.size === 0) fillTable();
  return Buffer.from(Array.from(text, (character) => table.get(character) ?? [character.charCodeAt(0)]).flat());
}

function fillTable(): void {
  const decoder = new TextDecoder('gb18030');
  for (let high = 0x81; high <= 0xfe; high += 1) {
    for (let low = 0x40; low <= 0xfe; low += 1) if (low !== 0x7f) table.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
  }
}
