import { CFB } from '@e965/xlsx';

/** The library leaves its writer of compound files untyped. */
const compound: {
  readonly utils: { readonly cfb_new: () => object; readonly cfb_add: (file: object, name: string, content: Buffer) => void };
  readonly write: (file: object, options: { readonly type: 'buffer' }) => Buffer;
} = CFB;

export interface OldParagraph {
  /** Text and the modifications of its characters. */
  readonly runs: readonly (readonly [text: string, modifications: Buffer])[];
  /** '\r' ends a paragraph, '\u0007' a cell or a row. */
  readonly end: '\r' | '\u0007';
  readonly modifications: Buffer;
}

export interface OldDocument {
  readonly body: readonly OldParagraph[];
  readonly boxes?: readonly { readonly anchor: number; readonly text: string }[];
  readonly flags?: number;
  readonly version?: number;
}

/** A modification: its code and the bytes of its operand. */
export const sprm = (code: number, ...operand: number[]): Buffer => Buffer.from([code & 0xff, code >> 8, ...operand]);
export const none = Buffer.alloc(0);
export const old = (text: string, modifications: Buffer = none, end: OldParagraph['end'] = '\r'): OldParagraph => ({
  runs: [[text, none]],
  end,
  modifications,
});

const textStart = 0x800;
const firstPage = 0x1000;
const shape = 1025;

/** A Word 97 document with one list (A. B. …), one font ('Wingdings 2' is number 0) and all properties on one page each. */
export function oldWord({ body, boxes = [], flags = 0, version = 0xc1 }: OldDocument): Buffer {
  const story = boxes.map(({ text }) => `${text}\r`).join('');
  const bodyText = body.map(({ runs, end }) => runs.map(([text]) => text).join('') + end).join('');
  const main = Buffer.alloc(firstPage + 0x400);
  main.writeUInt16LE(0xa5ec, 0);
  main.writeUInt16LE(version, 2);
  main.writeUInt16LE(flags, 0x0a);
  main.writeUInt32LE(bodyText.length, 0x4c);
  main.writeUInt32LE(story.length, 0x64);
  main.write(bodyText + story, textStart, 'utf16le');
  characterPage(body).copy(main, firstPage);
  paragraphPage(body).copy(main, firstPage + 0x200);
  return packed(main, tableOf(main, bodyText.length + story.length, bodyText.length, boxes, story.length));
}

function packed(main: Buffer, table: Buffer): Buffer {
  const file = compound.utils.cfb_new();
  // Streams under 4,096 bytes lie elsewhere in a compound file; both kinds are met this way.
  compound.utils.cfb_add(file, '/WordDocument', main);
  compound.utils.cfb_add(file, '/0Table', table);
  return Buffer.from(compound.write(file, { type: 'buffer' }));
}

const u16 = (...numbers: number[]): Buffer => Buffer.from(Uint16Array.from(numbers).buffer);
const u32 = (...numbers: number[]): Buffer => Buffer.from(Uint32Array.from(numbers).buffer);

/** The table stream; where its structures lie is written into the head of the main stream. */
function tableOf(main: Buffer, length: number, bodyLength: number, boxes: NonNullable<OldDocument['boxes']>, boxLength: number): Buffer {
  const pieces = Buffer.concat([Buffer.from([2]), u32(16), u32(0, length), u16(0), u32(textStart), u16(0)]);
  const page = (place: number): Buffer => u32(textStart, textStart + length * 2, (firstPage + place * 0x200) / 0x200);
  const font = Buffer.concat([Buffer.alloc(39), Buffer.from('Wingdings 2\0', 'utf16le')]);
  const heads = Buffer.concat([u16(1), u32(7, 0), u16(...Array.from({ length: 9 }, () => 0xfff)), Buffer.from([1, 0])]);
  const level = Buffer.concat([u32(1), Buffer.from([3, 0]), Buffer.alloc(22), u16(2), Buffer.from('\0.', 'utf16le')]);
  const structures: readonly (readonly [place: number, content: Buffer, behind?: Buffer])[] = [
    [33, pieces],
    [12, page(0)],
    [13, page(1)],
    [15, Buffer.concat([u16(1, 0), Buffer.from([font.length]), font])],
    [73, heads, level],
    [74, Buffer.concat([u32(1, 7), Buffer.alloc(12), u32(0xffff_ffff)])],
    [
      40,
      plc(
        [...boxes.map(({ anchor }) => anchor), bodyLength],
        boxes.map((_, index) => Buffer.concat([u32(shape + index), Buffer.alloc(22)])),
      ),
    ],
    [
      56,
      plc(
        boxStarts(boxes, boxLength),
        boxes.map((_, index) => Buffer.concat([Buffer.alloc(14), u32(shape + index), Buffer.alloc(4)])),
      ),
    ],
  ];
  const table: Buffer[] = [];
  let at = 0;
  for (const [place, content, behind = none] of structures) {
    main.writeUInt32LE(at, 0x9a + place * 8);
    main.writeUInt32LE(content.length, 0x9e + place * 8);
    table.push(content, behind);
    at += content.length + behind.length;
  }
  return Buffer.concat(table);
}

const plc = (places: readonly number[], contents: readonly Buffer[]): Buffer =>
  contents.length === 0 ? none : Buffer.concat([u32(...places), ...contents]);

function boxStarts(boxes: NonNullable<OldDocument['boxes']>, length: number): number[] {
  let at = 0;
  const starts = boxes.map(({ text }) => (at += text.length + 1) - text.length - 1);
  return [...starts, length];
}

/** A page of 512 bytes: places of its runs, where their properties lie, and from its end upward the properties. */
function pageOf(lengths: readonly number[], contents: readonly Buffer[], entryLength: number): Buffer {
  const page = Buffer.alloc(512);
  let place = textStart;
  let free = 510;
  page.writeUInt8(contents.length, 511);
  page.writeUInt32LE(place, 0);
  contents.forEach((content, index) => {
    place += (lengths[index] ?? 0) * 2;
    page.writeUInt32LE(place, (index + 1) * 4);
    if (content.length === 0) return;
    free -= content.length + (content.length % 2);
    content.copy(page, free);
    page.writeUInt8(free / 2, (contents.length + 1) * 4 + index * entryLength);
  });
  return page;
}

function characterPage(body: readonly OldParagraph[]): Buffer {
  const runs = body.flatMap(({ runs: own, end }) => [...own, [end, none] as const]);
  return pageOf(
    runs.map(([text]) => text.length),
    runs.map(([, list]) => (list.length === 0 ? none : Buffer.concat([Buffer.from([list.length]), list]))),
    1,
  );
}

function paragraphPage(body: readonly OldParagraph[]): Buffer {
  const lengths = body.map(({ runs }) => runs.reduce((sum, [text]) => sum + text.length, 1));
  return pageOf(
    lengths,
    body.map(({ modifications }) => paragraphProperties(modifications)),
    13,
  );
}

/** Lists of odd length with their style say (length + 1) / 2, those of even length 0 and then half of it (MS-DOC 2.9.181). */
function paragraphProperties(list: Buffer): Buffer {
  const content = Buffer.concat([u16(0), list]);
  const length = content.length % 2 === 1 ? [(content.length + 1) / 2] : [0, content.length / 2];
  return Buffer.concat([Buffer.from(length), content]);
}
