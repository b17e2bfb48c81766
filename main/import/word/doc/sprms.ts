import type { Bytes } from './bytes.ts';

/** One property modification: what it sets, and its value (MS-DOC 2.6). */
export interface Modification {
  readonly code: number;
  readonly operand: Bytes;
}

/** Codes of the properties that are read (MS-DOC 2.6.1, 2.6.2). */
export const codes = {
  deleted: 0x0800,
  bold: 0x0835,
  hidden: 0x083c,
  special: 0x0855,
  highlight: 0x2a0c,
  dots: 0x2a34,
  underline: 0x2a3e,
  colourIndex: 0x2a42,
  characterStyle: 0x4a30,
  font: 0x4a4f,
  shadeIndex: 0x4866,
  colour: 0x6870,
  symbol: 0x6a09,
  shade: 0xca71,
  inTable: 0x2416,
  rowEnd: 0x2417,
  listLevel: 0x260a,
  listUse: 0x460b,
  innerRowEnd: 0x244c,
  elsewhere: 0x6646,
} as const;

/** Bytes of an operand by the three uppermost bits of its code; 6 says its length itself. */
const lengths = [1, 1, 2, 4, 2, 2, null, 3] as const;
const tableDefinition = 0xd608;
const tabChange = 0xc615;

/** The modifications of a list of them, in order. A list that breaks off ends there. */
export function modificationsOf(list: Bytes): Modification[] {
  const found: Modification[] = [];
  let at = 0;
  while (at + 2 < list.length) {
    const code = list.u16(at);
    const { start, length } = operandOf(list, code, at + 2);
    if (start + length > list.length) break;
    found.push({ code, operand: list.slice(start, length) });
    at = start + length;
  }
  return found;
}

function operandOf(list: Bytes, code: number, at: number): { readonly start: number; readonly length: number } {
  const length = lengths[code >> 13] ?? null;
  if (length !== null) return { start: at, length };
  if (code === tableDefinition) return { start: at + 2, length: at + 2 <= list.length ? Math.max(0, list.u16(at) - 1) : 0 };
  const said = list.u8(at);
  // A tab change of 255 bytes and more counts itself by its parts (2.6.2); nothing of interest comes behind it.
  return { start: at + 1, length: code === tabChange && said === 255 ? list.length - at - 1 : said };
}
