import { WordRefusal } from '../refusal.ts';

/** A stretch of a file read by offsets that the file itself names: what lies outside it refuses the file instead of failing. */
export class Bytes {
  readonly #buffer: Buffer;

  constructor(buffer: Buffer) {
    this.#buffer = buffer;
  }

  get length(): number {
    return this.#buffer.length;
  }

  u8(at: number): number {
    return this.#checked(at, 1).readUInt8(at);
  }

  u16(at: number): number {
    return this.#checked(at, 2).readUInt16LE(at);
  }

  u32(at: number): number {
    return this.#checked(at, 4).readUInt32LE(at);
  }

  i32(at: number): number {
    return this.#checked(at, 4).readInt32LE(at);
  }

  slice(at: number, length: number): Bytes {
    return new Bytes(this.#checked(at, length).subarray(at, at + length));
  }

  wide(at: number, characters: number): string {
    return this.#checked(at, characters * 2).toString('utf16le', at, at + characters * 2);
  }

  /** Text of one byte a character. */
  narrow(at: number, characters: number): string {
    return windows1252.decode(this.#checked(at, characters).subarray(at, at + characters));
  }

  #checked(at: number, length: number): Buffer {
    if (at < 0 || length < 0 || at + length > this.#buffer.length) throw damaged('内部位置超出文件');
    return this.#buffer;
  }
}

const windows1252 = new TextDecoder('windows-1252');

export const damaged = (what: string): WordRefusal =>
  new WordRefusal('file-unreadable', `文档已损坏（${what}）；请用 Word 或 WPS 打开后另存为 .docx 再导入。`);
