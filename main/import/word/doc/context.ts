import { ListCounter, type NumberedList } from '../list-counter.ts';
import { effectiveLook, type RunLook } from '../look.ts';
import { symbolFontOf } from '../symbols.ts';
import { readBoxes, type Box } from './boxes.ts';
import type { WordFile } from './file.ts';
import { readFonts } from './fonts.ts';
import { readLists } from './lists.ts';
import { lookOf } from './look.ts';
import { characterRuns, paragraphRuns, runFinder, type PropertyRun } from './runs.ts';
import { codes, type Modification } from './sprms.ts';
import { readStyles, type Style } from './styles.ts';
import { readText, type Stretch } from './text.ts';

/** A run of characters as it is shown. */
export interface CharacterRun {
  /** Byte of the main stream behind its last character. */
  readonly to: number;
  readonly look: RunLook;
  /** Whether it is taken back under 修订, and whether its control characters stand for pictures. */
  readonly isDeleted: boolean;
  readonly isSpecial: boolean;
  /** A character of a symbol font that each of its characters stands for, or null. */
  readonly symbol: { readonly font: string; readonly code: number } | null;
}

export interface ParagraphRun {
  readonly to: number;
  readonly inTable: boolean;
  readonly isRowEnd: boolean;
  /** Automatic number, asked once a paragraph and in order. */
  readonly label: () => string;
}

/** What the places of a document mean. */
export interface Context {
  readonly text: (from: number, to: number) => Stretch[];
  readonly characters: (place: number) => CharacterRun;
  readonly paragraph: (place: number) => ParagraphRun;
  /** Text boxes in the order of their anchors. */
  readonly boxes: readonly Box[];
}

export function readContext(file: WordFile): Context {
  const styles = readStyles(file);
  const fonts = readFonts(file);
  const lists = readLists(file);
  const counter = new ListCounter();
  const characters = runFinder(characterRuns(file));
  const paragraphs = runFinder(paragraphRuns(file));
  return {
    text: readText(file),
    characters: (place) => characterRun(characters(place), styles(paragraphs(place).style), styles, fonts),
    paragraph: (place) => paragraphRun(paragraphs(place), styles, lists, counter),
    boxes: readBoxes(file).toSorted((one, other) => one.anchor - other.anchor),
  };
}

function characterRun(
  { to, modifications }: PropertyRun,
  paragraph: Style,
  styles: (number: number) => Style,
  fonts: readonly string[],
): CharacterRun {
  const number = (code: number): number | null => lastOf(modifications, code)?.operand.u16(0) ?? null;
  const style = number(codes.characterStyle);
  const look = lookOf(modifications, effectiveLook({}, style === null ? {} : styles(style).look, paragraph.look));
  const symbol = lastOf(modifications, codes.symbol)?.operand;
  return {
    to,
    look: { ...look, symbolFont: symbolFontOf(fonts[number(codes.font) ?? -1] ?? '') },
    isDeleted: isOn(modifications, codes.deleted),
    isSpecial: isOn(modifications, codes.special),
    symbol: symbol ? { font: fonts[symbol.u16(0)] ?? '', code: symbol.u16(2) } : null,
  };
}

function paragraphRun(
  { to, style, modifications: own }: PropertyRun,
  styles: (number: number) => Style,
  lists: ReadonlyMap<number, NumberedList>,
  counter: ListCounter,
): ParagraphRun {
  const modifications = [...styles(style).modifications, ...own];
  const label = (): string => {
    const list = lists.get(lastOf(modifications, codes.listUse)?.operand.u16(0) ?? 0);
    return list ? counter.next(list, lastOf(modifications, codes.listLevel)?.operand.u8(0) ?? 0) : '';
  };
  return {
    to,
    inTable: isOn(modifications, codes.inTable),
    isRowEnd: isOn(modifications, codes.rowEnd) || isOn(modifications, codes.innerRowEnd),
    label,
  };
}

const lastOf = (modifications: readonly Modification[], code: number): Modification | undefined =>
  modifications.findLast((modification) => modification.code === code);
const isOn = (modifications: readonly Modification[], code: number): boolean =>
  ((lastOf(modifications, code)?.operand.u8(0) ?? 0) & 1) === 1;
