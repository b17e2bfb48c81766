import type { Mark } from '@shared/bank/source-text.ts';

export type Look = Mark['look'];

/** Text and the stretches of it that look different; the marks keep the promises of SourceLine.marks. */
export interface Piece {
  readonly text: string;
  readonly marks: readonly Mark[];
}

export const emptyPiece: Piece = { text: '', marks: [] };
export const plainPiece = (text: string): Piece => ({ text: visible(text), marks: [] });

/** Puts a piece together from runs, in order. Neighbouring runs of the same look become one mark. */
export class PieceWriter {
  #text = '';
  readonly #marks: Mark[] = [];
  /** Where in #marks the last mark of each look stands. */
  readonly #last = new Map<Look, number>();

  get isEmpty(): boolean {
    return this.#text === '';
  }

  /** Text as it is shown, and how it looks. */
  add(shown: string, looks: readonly Look[] = []): void {
    const text = visible(shown);
    if (text === '') return;
    for (const look of looks) this.#mark(look, this.#text.length, this.#text.length + text.length);
    this.#text += text;
  }

  addPiece({ text, marks }: Piece): void {
    for (const mark of marks) this.#mark(mark.look, this.#text.length + mark.from, this.#text.length + mark.to);
    this.#text += text;
  }

  piece(): Piece {
    return { text: this.#text, marks: this.#marks.toSorted((one, other) => one.from - other.from) };
  }

  #mark(look: Look, from: number, to: number): void {
    const at = this.#last.get(look) ?? this.#marks.length;
    const last = this.#marks[at];
    if (last?.to === from) this.#marks[at] = { ...last, to };
    else this.#last.set(look, this.#marks.push({ from, to, look }) - 1);
  }
}

/** Pieces one behind the other. */
export function joined(pieces: readonly Piece[], separator: string): Piece {
  const writer = new PieceWriter();
  pieces.forEach((piece, place) => {
    if (place > 0) writer.add(separator);
    writer.addPiece(piece);
  });
  return writer.piece();
}

/** Without what takes no room on the page (soft hyphens, zero-width and direction marks, control characters); no-break spaces become spaces. */
const visible = (text: string): string =>
  text
    .replaceAll('\u00a0', ' ')
    .replaceAll('\u2028', '\n')
    .replace(/(?![\t\n])[\p{Cc}\p{Cf}]/gu, '');
