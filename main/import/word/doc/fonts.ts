import { places, type WordFile } from './file.ts';

/** Bytes of a font's description before its name (FFN, MS-DOC 2.9.75). */
const beforeName = 39;

/** Names of the fonts by their number (SttbfFfn, 2.9.286). */
export function readFonts(file: WordFile): readonly string[] {
  const table = file.structure(places.fonts);
  const names: string[] = [];
  if (table.length < 4) return names;
  let at = 4;
  for (let left = table.u16(0); left > 0 && at < table.length; left -= 1) {
    const length = table.u8(at);
    const characters = Math.max(0, Math.floor((length - beforeName) / 2));
    names.push(characters > 0 && at + 1 + length <= table.length ? (table.wide(at + 1 + beforeName, characters).split('\0')[0] ?? '') : '');
    at += 1 + length;
  }
  return names;
}
