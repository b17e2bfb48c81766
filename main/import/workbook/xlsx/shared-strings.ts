import type { Archive } from '../../archive/archive.ts';
import { plainText } from '../cell-text.ts';
import { readXml } from './xml.ts';

/** The texts that cells of type `s` name by number (18.4.8), without the readings above them (rPh). */
export async function readSharedStrings(archive: Archive, part: string, longest: number): Promise<string[]> {
  const texts: string[] = [];
  let text = '';
  let isText = false;
  let inReading = false;
  await readXml(archive, part, {
    open: (name) => {
      if (name === 'si') text = '';
      else if (name === 'rPh') inReading = true;
      else isText = name === 't' && !inReading;
    },
    text: (piece) => {
      if (isText) text = appended(text, piece, longest);
    },
    close: (name) => {
      isText = false;
      if (name === 'rPh') inReading = false;
      else if (name === 'si') texts.push(unescaped(text));
    },
  });
  return texts;
}

/** Text that grows beyond the longest cell is cut: its row is refused for its length, whatever else it says. */
export const appended = (text: string, piece: string, longest: number): string =>
  text.length > longest ? text : (text + piece).slice(0, longest + 1);

/** Characters that XML does not carry stand as _xHHHH_ (ST_Xstring, 22.9.2.19). */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return plainText(text);
  return plainText(text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))));
}
