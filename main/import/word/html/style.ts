import { isFontColour, isGroundColour } from '../colour.ts';
import type { Look } from '../piece.ts';
import { symbolFontOf } from '../symbols.ts';

/** How text within an element looks; inner elements start with what is around them. */
export interface TextStyle {
  readonly underline: boolean;
  readonly colour: boolean;
  readonly ground: boolean;
  readonly strong: boolean;
  readonly symbolFont: string;
  /** White space and line ends count (<pre>). */
  readonly isKept: boolean;
  /** Part of the automatic number that Word writes into its web pages. */
  readonly isLabel: boolean;
  /** Hidden text of Word. What a page hides until it is clicked on (display:none) is kept: often it is the answer. */
  readonly isHidden: boolean;
}

export const plainStyle: TextStyle = {
  underline: false,
  colour: false,
  ground: false,
  strong: false,
  symbolFont: '',
  isKept: false,
  isLabel: false,
  isHidden: false,
};

export function looksOf({ underline, colour, ground, strong }: TextStyle): readonly Look[] {
  const looks: Look[] = [];
  if (underline) looks.push('underline');
  if (colour || ground) looks.push('colour');
  if (strong) looks.push('strong');
  return looks;
}

type Declaration = (value: string) => Partial<TextStyle>;

const declarations: ReadonlyMap<string, Declaration> = new Map<string, Declaration>([
  ['color', (value) => ({ colour: isFontColour(value) })],
  ['background', (value) => ({ ground: isGroundColour(value.split(/\s(?![^(]*\))/)[0] ?? '') && !value.startsWith('url') })],
  ['background-color', (value) => ({ ground: isGroundColour(value) })],
  ['mso-highlight', (value) => ({ ground: isGroundColour(value) })],
  ['text-decoration', (value) => ({ underline: value.includes('underline') })],
  ['text-decoration-line', (value) => ({ underline: value.includes('underline') })],
  ['text-emphasis', (value) => ({ strong: value !== 'none' })],
  ['text-emphasis-style', (value) => ({ strong: value !== 'none' })],
  ['font-weight', (value) => ({ strong: /^(?:bold|bolder|[6-9]00)$/.test(value) })],
  ['font-family', (value) => ({ symbolFont: symbolFontOf(firstFamily(value)) })],
  ['mso-symbol-font-family', (value) => ({ symbolFont: symbolFontOf(firstFamily(value)) })],
  ['white-space', (value) => ({ isKept: value.startsWith('pre') })],
  ['mso-list', (value) => (value === 'ignore' ? { isLabel: true } : {})],
  ['mso-hide', (value) => ({ isHidden: value === 'all' })],
]);

/** The first of the families that a declaration names. */
const firstFamily = (families: string): string => (families.split(',')[0] ?? '').replace(/["']/g, '').trim();

/** What the declarations of a style attribute or of a rule change. */
export function declared(css: string): Partial<TextStyle> {
  let change: Partial<TextStyle> = {};
  for (const declaration of css.toLowerCase().split(';')) {
    const colon = declaration.indexOf(':');
    const read = declarations.get(declaration.slice(0, Math.max(colon, 0)).trim());
    const value = declaration
      .slice(colon + 1)
      .replace('!important', '')
      .trim();
    if (read) change = { ...change, ...read(value) };
  }
  return change;
}

/** What the classes of a style sheet change. Only rules of a bare class count, which is how programs write them; links mark no answer. */
export function classStyles(sheet: string): ReadonlyMap<string, Partial<TextStyle>> {
  const classes = new Map<string, Partial<TextStyle>>();
  for (const rule of sheet.split('}')) {
    const [selectors = '', css = ''] = rule.split('{');
    for (const selector of selectors.split(',')) {
      const [, name] = /^\s*[a-z0-9]{0,10}\.([\w-]+)\s*$/i.exec(selector) ?? [];
      if (name && !/hyperlink/i.test(name)) classes.set(name, { ...classes.get(name), ...declared(css) });
    }
  }
  return classes;
}

/** What an element says by its name. */
const elements: ReadonlyMap<string, Partial<TextStyle>> = new Map<string, Partial<TextStyle>>([
  ['u', { underline: true }],
  ['ins', { underline: true }],
  ['b', { strong: true }],
  ['strong', { strong: true }],
  ['mark', { ground: true }],
  ['pre', { isKept: true }],
]);

type Attributes = Readonly<Record<string, string>>;

export function innerStyle(
  outer: TextStyle,
  name: string,
  attributes: Attributes,
  classes: ReadonlyMap<string, Partial<TextStyle>>,
): TextStyle {
  if (name === 'a') return outer;
  let style = { ...outer, ...elements.get(name) };
  for (const word of (attributes.class ?? '').split(/\s+/)) style = { ...style, ...classes.get(word) };
  if (name === 'font' && attributes.color !== undefined) style = { ...style, colour: isFontColour(attributes.color) };
  if (name === 'font' && attributes.face !== undefined) style = { ...style, symbolFont: symbolFontOf(firstFamily(attributes.face)) };
  if (attributes.bgcolor !== undefined && !['body', 'table'].includes(name))
    style = { ...style, ground: isGroundColour(attributes.bgcolor) };
  return attributes.style === undefined ? style : { ...style, ...declared(attributes.style) };
}
