import { listedIn } from './listed-options.ts';

/** An option with the place (0 = A) that its letter or column gave it. */
export interface PlacedOption {
  readonly place: number;
  readonly text: string;
}

export const letterOf = (place: number): string => String.fromCharCode('A'.charCodeAt(0) + place);

/** Texts of options by their places, '' where there is none: what the source calls D stays D. Where two have one place, as they follow. */
export function textsByPlace(options: readonly PlacedOption[]): string[] {
  const texts = new Map(options.map(({ place, text }) => [place, text]));
  if (texts.size < options.length) return options.map(({ text }) => text);
  return Array.from({ length: Math.max(-1, ...texts.keys()) + 1 }, (_, at) => texts.get(at) ?? '');
}

const letterMark = (place: number): string => `[（(]?${letterOf(place)}\\s*[)）.、．:：-]`;

/** Texts that begin otherwise begin with no letter of any width. */
const beginning = /^[（(]?\s*[A-La-lＡ-Ｌａ-ｌ]/;
/** For each place, a text that begins with its letter. */
const ownLetter = Array.from({ length: 12 }, (_, place) => new RegExp(`^${letterMark(place)}\\s*\\S`, 'i'));

/** For each place, its letter where something separates it from what stands before. */
const separatedLetter = Array.from({ length: 12 }, (_, place) => new RegExp(`(?:^|[\\s,，;；|｜。])${letterMark(place)}`, 'g'));

/** Splits a cell that holds all options: 甲$;$乙 · A. 甲,B. 乙 · A-甲|B-乙 · 甲|乙 · one a line · 甲；乙. */
export function splitOptions(cell: string): PlacedOption[] {
  const text = cell.trim();
  const listed = listedIn(text);
  if (listed) return place(listed);
  if (text.includes('$;$')) return place(text.split('$;$'));
  const lettered = splitAtLetters(text);
  if (lettered.length > 1) return place(lettered);
  const separator = ['|', '｜', '\n', '；', ';'].find((mark) => text.includes(mark));
  return place(separator ? text.split(separator) : [text]);
}

/** Options without the letters that repeat their places; letters are only taken off where two or all options have their own. */
export function stripLetters(options: readonly PlacedOption[]): PlacedOption[] {
  const trimmed = options.map((option) => ({ ...option, text: option.text.trim() })).filter((option) => option.text !== '');
  const lettered = trimmed.filter(({ place: at, text }) => beginning.test(text) && ownLetter[at]?.test(text.normalize('NFKC')));
  if (lettered.length < Math.min(2, trimmed.length)) return trimmed;
  return trimmed.map((option) => (lettered.includes(option) ? { ...option, text: option.text.replace(anyLetter, '') } : option));
}

const anyLetter = /^\s*[（(]?\S\s*[)）.、．:：\-－]\s*/u;

/** A cell of options between commas: 甲,乙,丙. Commas also stand within options, so the answer has to be one of the texts, or a letter of four. */
export function splitAtCommas(cell: string, answer: string): PlacedOption[] | null {
  const texts = cell
    .split(/[,，]/)
    .map((text) => text.trim())
    .filter((text) => text !== '');
  const fits = texts.includes(answer.trim()) || (texts.length === 4 && /^[A-D]+$/.test(answer.trim()));
  return texts.length > 1 && fits ? place(texts) : null;
}

export interface StemWithOptions {
  readonly stem: string;
  readonly options: readonly PlacedOption[];
}

const firstLetter = /(?<=[\s)）。.？?：:])[（(]?A\s*[.、．)）:：]/g;

/** Options that stand behind the stem in its own cell, on lines of their own or, from three on, in one line; null where none do. */
export function optionsInStem(cell: string): StemWithOptions | null {
  for (const { index } of [...widthKeeping(cell).matchAll(firstLetter)].slice(-3).toReversed()) {
    const stem = cell.slice(0, index);
    const texts = splitAtLetters(cell.slice(index));
    if (stem.trim() !== '' && texts.length >= (/\n\s*$/.test(stem) ? 2 : 3)) return { stem: stem.trim(), options: place(texts) };
  }
  return null;
}

/** Options that speak of the other options lose their meaning when the order changes. */
export function speakOfOthers(options: readonly string[]): boolean {
  return options.some((option) =>
    /^(?:以上|上述|前述|前面)|都(?:对|是|不对|不是|正确)|[均皆](?:对|是|可|正确|不)|^[A-H](?:[、,，和及与\s]*[A-H])+[都均]?/.test(option),
  );
}

/** Cuts before A, then the next B, then C … wherever the letter is marked and something that separates stands before it. */
function splitAtLetters(text: string): string[] {
  const cuts: number[] = [];
  const plain = widthKeeping(text);
  for (let from = 0, next = 0; next < 12; next += 1) {
    const mark = separatedLetter[next];
    if (!mark) break;
    mark.lastIndex = from;
    const found = mark.exec(plain);
    if (!found || (next === 0 && plain.slice(0, found.index).trim() !== '')) break;
    cuts.push(found.index);
    from = found.index + found[0].length;
  }
  return cuts.map((cut, n) => text.slice(cut, cuts[n + 1]).replace(/^[\s,，;；|｜。]+|[\s,，;；|｜]+$/g, ''));
}

/** Full-width letters as plain ones, each character keeping its place. */
const widthKeeping = (text: string): string => text.replace(/[Ａ-Ｌ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0));

const place = (texts: readonly string[]): PlacedOption[] => texts.map((text, at) => ({ place: at, text }));
