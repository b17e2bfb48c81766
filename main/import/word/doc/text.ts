import { damaged } from './bytes.ts';
import { places, type WordFile } from './file.ts';

/** Characters of the text that lie together in the main stream. */
interface Piece {
  /** Counted in characters of the text. */
  readonly from: number;
  readonly to: number;
  /** Byte of the main stream at which it begins, and bytes a character. */
  readonly at: number;
  readonly width: 1 | 2;
}

/** A stretch of one piece: its text, and where its first character lies. */
export interface Stretch {
  readonly text: string;
  readonly at: number;
  readonly width: 1 | 2;
  /** Place of its first character in the text. */
  readonly place: number;
}

const markOfProperties = 1;
const markOfPieces = 2;
const flagNarrow = 0x4000_0000;

/** The text of a document, which lies in pieces (Clx and PlcPcd, MS-DOC 2.9.38, 2.8.35). */
export function readText(file: WordFile): (from: number, to: number) => Stretch[] {
  const pieces = piecesOf(file);
  return (from, to) =>
    pieces.flatMap((piece) => {
      const start = Math.max(from, piece.from);
      const length = Math.min(to, piece.to) - start;
      if (length <= 0) return [];
      const at = piece.at + (start - piece.from) * piece.width;
      return [
        { text: piece.width === 1 ? file.main.narrow(at, length) : file.main.wide(at, length), at, width: piece.width, place: start },
      ];
    });
}

function piecesOf(file: WordFile): Piece[] {
  const clx = file.structure(places.pieces);
  let at = 0;
  while (at < clx.length && clx.u8(at) === markOfProperties) at += 3 + clx.u16(at + 1);
  if (at >= clx.length || clx.u8(at) !== markOfPieces) throw damaged('缺少正文位置表');
  const plc = clx.slice(at + 5, clx.u32(at + 1));
  const count = Math.floor((plc.length - 4) / 12);
  return Array.from({ length: count }, (_, index) => {
    const place = plc.u32((count + 1) * 4 + index * 8 + 2);
    const isNarrow = (place & flagNarrow) !== 0;
    const start = place & ~flagNarrow & 0x7fff_ffff;
    return { from: plc.u32(index * 4), to: plc.u32(index * 4 + 4), at: isNarrow ? start / 2 : start, width: isNarrow ? 1 : 2 };
  });
}
