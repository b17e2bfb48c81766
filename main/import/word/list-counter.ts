import { numberText, type NumberFormat } from './number-text.ts';

/** One level of a list. */
export interface Level {
  readonly start: number;
  readonly format: NumberFormat;
  /** '%1.%2' */
  readonly text: string;
  /** All numbers of the label in plain digits. */
  readonly isLegal: boolean;
  /** Level (counted from 1) whose next number starts this one again; 0 never; null: any level above. */
  readonly restartsAfter: number | null;
  /** Paragraph style that this level belongs to, or ''. */
  readonly style: string;
}
/** By level, counted from 0. */
export type Levels = ReadonlyMap<number, Level>;

export const plainLevel: Level = { start: 1, format: 'decimal', text: '', isLegal: false, restartsAfter: null, style: '' };

/** A list as a paragraph uses it. */
export interface NumberedList {
  readonly id: string;
  /** The abstract list that it counts with. */
  readonly abstract: string;
  readonly levels: Levels;
  /** By level: the number at which this list begins, whatever was counted before. */
  readonly starts: ReadonlyMap<number, number>;
}

/** Number that each level of an abstract list has reached; levels that have not begun are missing. */
type Counter = Map<number, number>;

/**
 * Counts lists in the order of the document. Lists made from one abstract list count on together; a list that sets its own
 * start begins there when it is first met; a number starts the levels below it again (ECMA-376 part 1, 17.9).
 */
export class ListCounter {
  readonly #counters = new Map<string, Counter>();
  readonly #begun = new Set<string>();

  /** The text that Word shows before the next paragraph on this level; '' for bullets. */
  next({ id, abstract, levels, starts }: NumberedList, level: number): string {
    const counter: Counter = this.#counters.get(abstract) ?? new Map<number, number>();
    this.#counters.set(abstract, counter);
    if (!this.#begun.has(id)) for (const place of starts.keys()) counter.delete(place);
    this.#begun.add(id);
    count(counter, level, levels, starts);
    return labelOf(counter, level, levels);
  }
}

function count(counter: Counter, level: number, levels: Levels, starts: ReadonlyMap<number, number>): void {
  const last = counter.get(level);
  counter.set(level, last === undefined ? (starts.get(level) ?? levels.get(level)?.start ?? 1) : last + 1);
  for (const below of counter.keys()) {
    const after = levels.get(below)?.restartsAfter ?? null;
    if (below > level && (after === null || level < after)) counter.delete(below);
  }
}

function labelOf(counter: Counter, level: number, levels: Levels): string {
  const { text, format, isLegal } = levels.get(level) ?? plainLevel;
  if (format === 'bullet') return '';
  const label = text.replace(/%([1-9])/g, (_, digit: string) => {
    const place = Number(digit) - 1;
    const shown = levels.get(place) ?? plainLevel;
    return numberText(isLegal ? 'decimal' : shown.format, counter.get(place) ?? shown.start);
  });
  return label.trim();
}
