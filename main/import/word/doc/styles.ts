import type { RunLook } from '../look.ts';
import { Bytes } from './bytes.ts';
import { places, type WordFile } from './file.ts';
import { lookOf } from './look.ts';
import { modificationsOf, type Modification } from './sprms.ts';

export interface Style {
  readonly look: RunLook;
  /** Paragraph properties, those of the styles that it is based on first. */
  readonly modifications: readonly Modification[];
}

interface RawStyle {
  readonly basedOn: number;
  readonly paragraph: readonly Modification[];
  readonly character: readonly Modification[];
}

const paragraphKind = 1;
const characterKind = 2;
const depthOfChains = 20;
const plain: Style = { look: {}, modifications: [] };

/** Styles by their number (STSH, MS-DOC 2.9.271), each with all it is based on. */
export function readStyles(file: WordFile): (number: number) => Style {
  const raw = rawStyles(file.structure(places.styles));
  const known = new Map<number, Style>();
  const resolve = (number: number, depth: number): Style => {
    const style = raw[number];
    if (!style || depth > depthOfChains) return plain;
    const base = resolve(style.basedOn, depth + 1);
    return { look: lookOf(style.character, base.look), modifications: [...base.modifications, ...style.paragraph] };
  };
  return (number) => {
    const style = known.get(number) ?? resolve(number, 0);
    known.set(number, style);
    return style;
  };
}

function rawStyles(sheet: Bytes): (RawStyle | null)[] {
  if (sheet.length < 6) return [];
  const baseLength = sheet.u16(4);
  const styles: (RawStyle | null)[] = [];
  let at = 2 + sheet.u16(0);
  for (let left = sheet.u16(2); left > 0 && at + 2 <= sheet.length; left -= 1) {
    const length = sheet.u16(at);
    styles.push(length === 0 ? null : rawStyle(sheet.slice(at + 2, length), baseLength));
    at += 2 + length;
  }
  return styles;
}

/** A style's description (STD, 2.9.260): fixed part, name, then its property lists. */
function rawStyle(style: Bytes, baseLength: number): RawStyle {
  const kind = style.u16(2) & 0xf;
  const lists = listsOf(style, baseLength + 2 + style.u16(baseLength) * 2 + 2);
  const [first = nothing, second = nothing] = lists;
  const isParagraph = kind === paragraphKind && first.length >= 2;
  return {
    basedOn: style.u16(2) >> 4,
    paragraph: isParagraph ? modificationsOf(first.slice(2, first.length - 2)) : [],
    character: modificationsOf(kind === characterKind ? first : isParagraph ? second : nothing),
  };
}

const nothing = new Bytes(Buffer.alloc(0));

/** Lists of properties, each with its length before it and beginning at an even byte. */
function listsOf(style: Bytes, from: number): Bytes[] {
  const lists: Bytes[] = [];
  let at = from;
  while (at + 2 <= style.length && at + 2 + style.u16(at) <= style.length) {
    const length = style.u16(at);
    lists.push(style.slice(at + 2, length));
    at += 2 + length + (length % 2);
  }
  return lists;
}
