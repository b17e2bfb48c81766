import { Parser } from 'htmlparser2';
import { emphasised } from '@shared/bank/emphasis.ts';
import { limits } from '../../limits.ts';

/** What is left of HTML when it is read as text. */
export interface PlainText {
  readonly text: string;
  /** Whether pictures, sounds or formulas were left out. */
  readonly media: boolean;
}

/** Turns a run of elements and texts into plain text. Names are lower case. */
export interface TextWriter {
  readonly open: (name: string) => void;
  readonly close: (name: string) => void;
  /** White space in it is as good as one space. */
  readonly text: (text: string) => void;
  /** Text that stands as it is. */
  readonly exact: (text: string) => void;
  readonly done: () => PlainText;
}

const blocks = new Set([
  'p',
  'div',
  'li',
  'ul',
  'ol',
  'tr',
  'table',
  'pre',
  'blockquote',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'section',
  'prompt',
]);
const media = new Set(['img', 'audio', 'video', 'object', 'embed', 'iframe', 'math', 'svg', 'canvas']);
const hidden = new Set(['script', 'style', 'title', 'head']);
const strong = new Set(['b', 'strong']);

/** Strong words come out between ** where `emphasis` is kept. */
export function textWriter(emphasis: 'kept' | 'dropped'): TextWriter {
  const ranges: { from: number; to: number }[] = [];
  const levels = { strong: 0, hidden: 0, from: 0, raised: '' as '' | 'sup' | 'sub' };
  let out = '';
  // What `out` ends with stands apart: asking the growing string each time would copy it each time.
  let last = '';
  let space = false;
  let found = false;
  const append = (text: string): void => {
    if (text === '' || levels.hidden > 0) return;
    if (space && last !== '' && last !== '\n') out += ' ';
    out += levels.raised === '' ? text : moved(text, levels.raised);
    [last, space] = [text.at(-1) ?? '', false];
  };
  const breakLine = (): void => {
    space = false;
    append('\n');
  };
  const beginLine = (): void => {
    space = false;
    if (last !== '' && last !== '\n') append('\n');
  };
  return {
    open(name) {
      if (strong.has(name) && levels.strong++ === 0) levels.from = out.length;
      if (hidden.has(name)) levels.hidden += 1;
      if (media.has(name)) found = true;
      if (name === 'br') breakLine();
      if ((name === 'td' || name === 'th') && last !== '' && last !== '\n') append('\t');
      if (blocks.has(name)) beginLine();
      if (name === 'sup' || name === 'sub') levels.raised = name;
    },
    close(name) {
      if (strong.has(name) && levels.strong > 0 && --levels.strong === 0) ranges.push({ from: levels.from, to: out.length });
      if (hidden.has(name) && levels.hidden > 0) levels.hidden -= 1;
      if (blocks.has(name)) beginLine();
      if (name === 'sup' || name === 'sub') levels.raised = '';
    },
    text(text) {
      const single = text.replace(/[ \t\n\f\r]+/g, ' ');
      space ||= single.startsWith(' ');
      append(single.replace(/^ | $/g, ''));
      space ||= single.endsWith(' ');
    },
    exact: append,
    done() {
      return { text: tidy(emphasis === 'kept' ? withEmphasis(out, ranges) : out), media: found };
    },
  };
}

/** How much is parsed between two looks at the depth, in characters. */
const stride = 16_384;

/** Reads HTML as text: tags go, line breaks and paragraphs stay lines, entities become their characters. Nothing is ever loaded. */
export function plainOf(html: string, emphasis: 'kept' | 'dropped'): PlainText {
  const writer = textWriter(emphasis);
  let depth = 0;
  const parser = new Parser({
    onopentagname(name) {
      depth += 1;
      writer.open(name);
    },
    onclosetag(name) {
      depth -= 1;
      writer.close(name);
    },
    ontext: writer.text,
  });
  for (let at = 0; at < html.length; at += stride) {
    parser.write(html.slice(at, at + stride));
    // The parser's time grows with the square of the depth; nobody writes such text by hand.
    if (depth > limits.xmlDepth) return { text: tidy(html.replace(/<[^<>]*>/g, '')), media: false };
  }
  parser.end();
  return writer.done();
}

const tags = 'p|br|b|i|u|em|strong|span|div|font|img|sub|sup|a|ul|ol|li|table|tr|td|th|tbody|h[1-6]|pre|code|hr|audio|video';
const markup = new RegExp(
  `</?(?:${tags})(?:\\s[^<>]*)?/?>|&(?:nbsp|lt|gt|amp|quot|ldquo|rdquo|mdash|hellip|middot|#\\d{2,6}|#x[0-9a-f]{2,5});`,
  'i',
);

/** Whether a text of no declared kind is HTML. x < y is not. */
export const looksLikeHtml = (text: string): boolean => markup.test(text);

/** Lines without white space at their ends, spaces of one kind. */
export const tidy = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replaceAll('\u00a0', ' ')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();

/** Ranges stand in order and do not overlap. */
function withEmphasis(text: string, ranges: readonly { readonly from: number; readonly to: number }[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { from, to } of ranges) {
    const words = text.slice(from, to).replaceAll('\u00a0', ' ').split('\n').map(emphasised);
    pieces.push(text.slice(at, from), words.join('\n'));
    at = to;
  }
  return pieces.join('') + text.slice(at);
}

const raised: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from('0123456789+-=()n', (plain, at) => [plain, '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ'[at] ?? '']),
);
const lowered: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from('0123456789+-=()', (plain, at) => [plain, '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎'[at] ?? '']),
);

/** 10⁴ must not become 104. Where a character has no raised form, the text stands as it is behind a ^. */
function moved(text: string, how: 'sup' | 'sub'): string {
  const table = how === 'sup' ? raised : lowered;
  const characters = Array.from(text.trim());
  if (characters.every((character) => Object.hasOwn(table, character))) return characters.map((character) => table[character]).join('');
  return how === 'sup' ? `^${text}` : text;
}
