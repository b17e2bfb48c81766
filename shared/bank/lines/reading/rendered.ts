import { emphasised } from '../../emphasis.ts';
import type { Mark } from '../../source-text.ts';
import { plainOf, type Stretch } from '../block.ts';

/** How the looks of a text are shown: `plain` not at all, `emphasised` strong words between stars, `blanked` underlined words taken out as well. */
export type Rendering = 'plain' | 'emphasised' | 'blanked';

export interface Rendered {
  readonly text: string;
  /** What stood underlined where blanks are now. */
  readonly underlined: readonly string[];
}

/** The text of the stretches. A line that was only broken to fit the page is joined with the next. */
export function render(stretches: readonly Stretch[], rendering: Rendering): Rendered {
  const underlined: string[] = [];
  const how = rendering === 'plain' || mostlyStrong(stretches) ? { strong: false } : { strong: true };
  const texts = stretches.map((stretch) => renderOne(stretch, how.strong, rendering === 'blanked', underlined).trim());
  return { text: joined(texts.filter((text) => text !== '')), underlined };
}

export const textOf = (stretches: readonly Stretch[]): string => render(stretches, 'plain').text;

/** Each line for itself: key points, code. */
export const linesOfStretches = (stretches: readonly Stretch[]): string =>
  stretches
    .map(({ line, from, to }) => line.text.slice(from, to).trim())
    .filter((text) => text !== '')
    .join('\n');

function renderOne({ line, from, to }: Stretch, strong: boolean, blanked: boolean, underlined: string[]): string {
  const marks = line.marks.filter((mark) => mark.from < to && mark.to > from && shows(mark, line.text, strong, blanked));
  let text = '';
  let at = from;
  for (const mark of marks.toSorted((one, other) => one.from - other.from)) {
    if (mark.from < at) continue;
    const inner = line.text.slice(mark.from, Math.min(mark.to, to));
    text += line.text.slice(at, mark.from) + shown(inner, mark, underlined);
    at = mark.from + inner.length;
  }
  return text + line.text.slice(at, to);
}

/** Underlined spaces are a blank everywhere. */
function shows(mark: Mark, text: string, strong: boolean, blanked: boolean): boolean {
  if (mark.look === 'underline') return blanked || text.slice(mark.from, mark.to).trim() === '';
  const inner = text.slice(mark.from, mark.to);
  return mark.look === 'strong' && strong && /[\p{L}\p{N}]/u.test(inner) && !/^[\s()（）]*[A-L]{1,8}[\s()（）]*$/.test(inner);
}

function shown(inner: string, mark: Mark, underlined: string[]): string {
  if (mark.look === 'strong') return emphasised(inner);
  if (/[\p{L}\p{N}\p{S}]/u.test(inner)) underlined.push(inner.trim());
  return '____';
}

/** Where all of it is strong, nothing is emphasised. */
function mostlyStrong(stretches: readonly Stretch[]): boolean {
  let whole = 0;
  let strong = 0;
  for (const { line, from, to } of stretches) {
    whole += line.plain.slice(from, to).trim().length;
    for (const mark of line.marks) if (mark.look === 'strong') strong += Math.max(0, Math.min(mark.to, to) - Math.max(mark.from, from));
  }
  return strong * 2 > whole;
}

const ends = /[。？！：；?!:;.）)”]$/;
const openBlank = /[（(]\s*[）)]$/;
const goesOn = /^[\u4e00-\u9fff，、；]/;
const listItem = /^(?:[（(]\d{1,2}[）)]|[①-⑳]|\d{1,2}[.、．）)]\D)/;
const wide = /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef“”‘’]/;

function joined(texts: readonly string[]): string {
  let text = '';
  for (const next of texts) text += text === '' ? next : between(text.slice(-12), next.slice(0, 5)) + next;
  return text;
}

function between(last: string, first: string): string {
  if (openBlank.test(last) && goesOn.test(first)) return '';
  if (ends.test(last) || listItem.test(first)) return '\n';
  return wide.test(last.slice(-1)) || wide.test(first.slice(0, 1)) ? '' : ' ';
}

/** How many of the characters that can be seen have the look. */
export function shareOf(stretches: readonly Stretch[], look: Mark['look']): number {
  const whole = stretches.reduce((sum, stretch) => sum + plainOf(stretch).replace(/\s/g, '').length, 0);
  const marked = stretches.reduce((sum, { line, from, to }) => sum + markedIn(line.text, line.marks, look, from, to), 0);
  return whole === 0 ? 0 : marked / whole;
}

const markedIn = (text: string, marks: readonly Mark[], look: Mark['look'], from: number, to: number): number =>
  marks
    .filter((mark) => mark.look === look && mark.from < to && mark.to > from)
    .reduce((sum, mark) => sum + text.slice(Math.max(mark.from, from), Math.min(mark.to, to)).replace(/\s/g, '').length, 0);
