import { CFB } from '@e965/xlsx';
import { WordRefusal } from '../refusal.ts';
import { Bytes, damaged } from './bytes.ts';

/** The streams of a Word 97–2003 document, and where in the table stream what is kept (MS-DOC 2.1, 2.5). */
export interface WordFile {
  readonly main: Bytes;
  readonly table: Bytes;
  /** Large properties lie here; empty where there are none. */
  readonly data: Bytes;
  /** Characters of each story, in the order in which they follow one another in the text (FibRgLw97). */
  readonly lengths: { readonly body: number; readonly between: number; readonly boxes: number };
  /** A structure of the table stream by its place in FibRgFcLcb97. */
  readonly structure: (place: number) => Bytes;
  /** What follows a structure in the table stream. */
  readonly behind: (place: number) => Bytes;
}

/** Places in FibRgFcLcb97 (MS-DOC 2.5.6). */
export const places = {
  styles: 1,
  characterPages: 12,
  paragraphPages: 13,
  fonts: 15,
  pieces: 33,
  anchors: 40,
  boxes: 56,
  lists: 73,
  listUses: 74,
} as const;

interface CompoundFile {
  readonly FileIndex: readonly { readonly name: string; readonly content?: Uint8Array | number[] }[];
}
/** The library leaves its reader of compound files untyped. */
const compoundFiles: { readonly read: (bytes: Buffer, options: { readonly type: 'buffer' }) => CompoundFile } = CFB;

const wordMagic = 0xa5ec;
const firstOfWord97 = 0xc1;
const flagEncrypted = 0x0100;
const flagTable1 = 0x0200;

/** Opens a document. Throws WordRefusal where it is not one, older than Word 97 or encrypted. */
export function openWordFile(bytes: Buffer): WordFile {
  const streams = streamsOf(bytes);
  if (streams.has('EncryptedPackage')) throw encrypted();
  const main = streams.get('WordDocument');
  if (!main) throw new WordRefusal('file-unreadable', '这不是 Word 文档；请用能打开它的软件另存为 .docx 再导入。');
  if (main.length < 0x400 || main.u16(0) !== wordMagic || main.u16(2) < firstOfWord97)
    throw new WordRefusal('file-unreadable', '这是 Word 95 或更早的文档；请用 Word 或 WPS 打开后另存为 .docx 再导入。');
  const flags = main.u16(0x0a);
  if ((flags & flagEncrypted) !== 0) throw encrypted();
  const table = streams.get((flags & flagTable1) === 0 ? '0Table' : '1Table');
  if (!table) throw damaged('缺少表格流');
  const place = (index: number): number => main.u32(0x9a + index * 8);
  const length = (index: number): number => main.u32(0x9e + index * 8);
  return {
    main,
    table,
    data: streams.get('Data') ?? new Bytes(Buffer.alloc(0)),
    lengths: { body: main.u32(0x4c), between: [0x50, 0x54, 0x5c, 0x60].reduce((sum, at) => sum + main.u32(at), 0), boxes: main.u32(0x64) },
    structure: (index) => table.slice(length(index) === 0 ? 0 : place(index), length(index)),
    behind: (index) => table.slice(place(index) + length(index), table.length - place(index) - length(index)),
  };
}

const encrypted = (): WordRefusal => new WordRefusal('file-encrypted', '文档有打开密码，请去掉密码后再导入。');

function streamsOf(bytes: Buffer): ReadonlyMap<string, Bytes> {
  const streams = new Map<string, Bytes>();
  for (const { name, content } of filesOf(bytes)) if (content && !streams.has(name)) streams.set(name, new Bytes(Buffer.from(content)));
  return streams;
}

function filesOf(bytes: Buffer): CompoundFile['FileIndex'] {
  try {
    return compoundFiles.read(bytes, { type: 'buffer' }).FileIndex;
  } catch (error) {
    throw new WordRefusal('file-unreadable', '文档已损坏（复合文件不完整）。', { cause: error }); // the library throws on everything that is wrong with the container
  }
}
