import type { Encoding } from '@shared/bank/encodings.ts';

/** How much text is looked at to tell encodings apart, in bytes. */
const sampleLength = 200_000;

/** Text of a file in the encoding that was named, or else in the likeliest. The byte order mark is no part of it. */
export function decodeText(bytes: Uint8Array, named: Encoding | null = null): { text: string; encoding: Encoding } {
  const encoding = named ?? markedEncoding(bytes) ?? wideEncoding(bytes) ?? likelierEncoding(bytes);
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

function markedEncoding(bytes: Uint8Array): Encoding | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

/**
 * UTF-16 without a mark: its commas, digits and line ends carry a zero byte, which other text does not have. A few stray
 * zeros in another encoding are no proof, so the wide reading also has to look like text.
 */
function wideEncoding(bytes: Uint8Array): Encoding | null {
  const sample = bytes.subarray(0, sampleLength);
  const zeros = [0, 0];
  for (const [place, byte] of sample.entries()) if (byte === 0) zeros[place % 2]! += 1;
  const [even = 0, odd = 0] = zeros;
  if (even + odd === 0) return null;
  const encoding = odd >= even ? 'utf-16le' : 'utf-16be';
  return plainShare(new TextDecoder(encoding).decode(sample, { stream: true })) > 0.9 ? encoding : null;
}

/** Share of the characters that Chinese office text has: ASCII without control characters, common Chinese. */
function plainShare(text: string): number {
  let plain = 0;
  let all = 0;
  for (const character of text) {
    all += 1;
    if (/[\t\r\n\u0020-\u007e\u3000-\u303f\u4e00-\u9fff\uff00-\uffef\u2000-\u22ff]/.test(character)) plain += 1;
  }
  return plain / all;
}

/**
 * UTF-8 or GB18030. Being valid UTF-8 is no proof: the GBK bytes of 学习 are also valid UTF-8 for "ѧϰ". So both
 * readings are compared by how much they look like Chinese text.
 */
function likelierEncoding(bytes: Uint8Array): Encoding {
  const start = bytes.findIndex((byte) => byte >= 0x80);
  if (start < 0) return 'utf-8';
  const sample = bytes.subarray(start, start + sampleLength);
  const [unicode, national] = (['utf-8', 'gb18030'] as const).map((encoding) =>
    likeness(new TextDecoder(encoding).decode(sample, { stream: true })),
  );
  return (national ?? 0) > (unicode ?? 0) ? 'gb18030' : 'utf-8';
}

/** Share of the characters beyond ASCII that Chinese office text uses, less those that only a wrong reading gives. */
function likeness(text: string): number {
  let good = 0;
  let bad = 0;
  let all = 0;
  for (const character of text) {
    if (character <= '\u007f') continue;
    all += 1;
    if (common.has(character)) good += 1;
    else if (strange.test(character)) bad += 1;
  }
  return (good - 2 * bad) / all;
}

const strange =
  /[\u0080-\u00a0\u00a2-\u00a6\u00a8-\u00af\u00b8-\u00d6\u00d8-\u024f\u0370-\u03ff\u0400-\u052f\u0530-\u07ff\ue000-\uf8ff\ufffd]/;

/** The 3,755 everyday characters of GB 2312 level 1, and the punctuation of Chinese text. */
const common = new Set([...levelOne(), ...'，。、；：？！“”‘’（）《》〈〉【】—…·√×　％／＿①②③④⑤⑥⑦⑧⑨⑩ＡＢＣＤＥＦ０１２３４５６７８９']);

function levelOne(): string {
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xd7; row += 1) for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell += 1) bytes.push(row, cell);
  return new TextDecoder('gb18030').decode(Uint8Array.from(bytes));
}
