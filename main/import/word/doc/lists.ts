import type { Level, NumberedList } from '../list-counter.ts';
import { plainLevel } from '../list-counter.ts';
import type { Bytes } from './bytes.ts';
import { places, type WordFile } from './file.ts';

/** Number formats (MSONFC, MS-OSHARED 2.2.1.3) by the names that Word's newer format has for them; what is missing is shown in plain digits. */
const formats: Readonly<Record<number, string>> = {
  0x01: 'upperRoman',
  0x02: 'lowerRoman',
  0x03: 'upperLetter',
  0x04: 'lowerLetter',
  0x0a: 'ideographDigital',
  0x0b: 'japaneseCounting',
  0x0e: 'decimalFullWidth',
  0x12: 'decimalEnclosedCircle',
  0x13: 'decimalFullWidth2',
  0x16: 'decimalZero',
  0x17: 'bullet',
  0x1a: 'decimalEnclosedFullstop',
  0x1b: 'decimalEnclosedParen',
  0x1c: 'decimalEnclosedCircleChinese',
  0x1d: 'ideographEnclosedCircle',
  0x1e: 'ideographTraditional',
  0x1f: 'ideographZodiac',
  0x21: 'taiwaneseCounting',
  0x22: 'ideographLegalTraditional',
  0x23: 'taiwaneseCountingThousand',
  0x24: 'taiwaneseDigital',
  0x25: 'chineseCounting',
  0x26: 'chineseLegalSimplified',
  0x27: 'chineseCountingThousand',
  0xff: 'none',
};

/** Lists by the number that paragraphs use (PlfLfo; MS-DOC 2.9.186), counted from 1. */
export function readLists(file: WordFile): ReadonlyMap<number, NumberedList> {
  const abstracts = abstractLists(file);
  const uses = file.structure(places.listUses);
  const lists = new Map<number, NumberedList>();
  if (uses.length < 4) return lists;
  const count = uses.u32(0);
  let at = 4 + count * 16;
  for (let index = 0; index < count; index += 1) {
    const id = uses.i32(4 + index * 16);
    const overrides = readOverrides(uses, at, uses.u8(4 + index * 16 + 12));
    at = overrides.end;
    const levels = new Map([...(abstracts.get(id) ?? []), ...overrides.levels]);
    lists.set(index + 1, { id: String(index + 1), abstract: String(id), levels, starts: overrides.starts });
  }
  return lists;
}

interface Overrides {
  readonly levels: ReadonlyMap<number, Level>;
  readonly starts: ReadonlyMap<number, number>;
  readonly end: number;
}

/** What a list changes of its abstract one (LFOData and LFOLVL, 2.9.132, 2.9.133). */
function readOverrides(uses: Bytes, from: number, count: number): Overrides {
  const levels = new Map<number, Level>();
  const starts = new Map<number, number>();
  let at = from + 4;
  for (let left = count; left > 0; left -= 1) {
    const flags = uses.u32(at + 4);
    const place = flags & 0xf;
    if ((flags & 0x10) !== 0 && (flags & 0x20) === 0) starts.set(place, uses.i32(at));
    at += 8;
    if ((flags & 0x20) === 0) continue;
    const { level, end } = readLevel(uses, at);
    levels.set(place, level);
    if ((flags & 0x10) !== 0) starts.set(place, level.start);
    at = end;
  }
  return { levels, starts, end: at };
}

/** Abstract lists (PlfLst and LSTF, 2.9.189, 2.9.149): their heads stand in the structure, their levels behind it. */
function abstractLists(file: WordFile): ReadonlyMap<number, ReadonlyMap<number, Level>> {
  const heads = file.structure(places.lists);
  const lists = new Map<number, ReadonlyMap<number, Level>>();
  if (heads.length < 2) return lists;
  const bodies = file.behind(places.lists);
  let at = 0;
  for (let index = 0; index < heads.u16(0); index += 1) {
    const head = 2 + index * 28;
    const levels = new Map<number, Level>();
    const count = (heads.u8(head + 26) & 1) === 1 ? 1 : 9;
    for (let place = 0; place < count; place += 1) {
      const { level, end } = readLevel(bodies, at);
      levels.set(place, level);
      at = end;
    }
    lists.set(heads.i32(head), levels);
  }
  return lists;
}

/** A level (LVL, 2.9.150); in its text the characters 0 to 8 stand for the numbers of the levels. */
function readLevel(bytes: Bytes, at: number): { readonly level: Level; readonly end: number } {
  const flags = bytes.u8(at + 5);
  const text = at + 28 + bytes.u8(at + 24) + bytes.u8(at + 25);
  const length = bytes.u16(text);
  const written = Array.from(bytes.wide(text + 2, length), (sign) => (sign < '\u0009' ? `%${sign.charCodeAt(0) + 1}` : sign)).join('');
  const level: Level = {
    ...plainLevel,
    start: bytes.i32(at),
    format: formats[bytes.u8(at + 4)] ?? 'decimal',
    text: written,
    isLegal: (flags & 0x04) !== 0,
    restartsAfter: (flags & 0x08) !== 0 ? bytes.u8(at + 26) : null,
  };
  return { level, end: text + 2 + length * 2 };
}
