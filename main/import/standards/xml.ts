import { Parser } from 'htmlparser2';
import type { FileRefusal } from '@shared/bank/imported.ts';
import { limits } from '../../limits.ts';

/** An element with all it holds. Names come without prefix, `qti-` and hyphens, in lower case: QTI 2 and 3 look alike then. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
  /** 1-based lines of its first and last tag. */
  readonly line: number;
  readonly lastLine: number;
  /** False where the end tag is missing: the file was cut off, or its tags cross. */
  readonly whole: boolean;
}

interface Growing {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
  readonly line: number;
  lastLine: number;
  whole: boolean;
}

/** How much is parsed between two looks at what was found, in characters. */
const stride = 65_536;

/**
 * Hands over every outermost element of one of these names. Declarations (DOCTYPE, ENTITY) refuse the file: they are the
 * door of entity bombs and of files fetched from elsewhere, and no question file needs them. Nothing is ever loaded.
 */
export function eachElement(xml: string, wanted: ReadonlySet<string>, take: (element: XmlElement) => void): FileRefusal | null {
  const open: Growing[] = [];
  const lineAt = lineCounter(xml);
  let depth = 0;
  const refusals: FileRefusal[] = [];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1;
        if (depth > limits.xmlDepth) refusals.push(tooDeep);
        if (open.length === 0 && !wanted.has(plainName(name))) return;
        open.push(growing(name, attributes, lineAt(parser.startIndex)));
      },
      ontext(text) {
        open.at(-1)?.children.push(text);
      },
      onclosetag(_, implied) {
        depth -= 1;
        const element = open.pop();
        if (!element) return;
        element.lastLine = lineAt(Math.min(parser.endIndex, xml.length));
        element.whole = !implied || selfClosed(xml, parser.endIndex);
        const parent = open.at(-1);
        if (parent) parent.children.push(element);
        else take(element);
      },
      onprocessinginstruction(name) {
        if (/^!(?:doctype|entity)/i.test(name)) refusals.push(declared);
      },
    },
    { xmlMode: true },
  );
  for (let at = 0; at < xml.length && refusals.length === 0; at += stride) parser.write(xml.slice(at, at + stride));
  if (refusals.length === 0) parser.end();
  return refusals[0] ?? null;
}

const declared: FileRefusal = { code: 'file-unreadable', message: '文件含有不允许的声明（DOCTYPE 或 ENTITY），请删去后再导入。' };
const tooDeep: FileRefusal = { code: 'file-unreadable', message: `文件的标签嵌套超过 ${limits.xmlDepth} 层，不予读取。` };

const growing = (name: string, attributes: Readonly<Record<string, string>>, line: number): Growing => ({
  name: plainName(name),
  attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [plainName(key), value])),
  children: [],
  line,
  lastLine: line,
  whole: true,
});

const plainName = (name: string): string => name.replace(/^.*:/, '').replace(/^qti-/i, '').replaceAll('-', '').toLowerCase();

/** The parser reports <a/> as closed by implication, too. */
const selfClosed = (xml: string, end: number): boolean => xml.startsWith('/>', end - 1);

/** Line of an offset; offsets may only grow. */
function lineCounter(text: string): (offset: number) => number {
  let line = 1;
  let next = text.indexOf('\n');
  return (offset) => {
    while (next >= 0 && next < offset) {
      line += 1;
      next = text.indexOf('\n', next + 1);
    }
    return line;
  };
}

export const isElement = (child: XmlElement | string): child is XmlElement => typeof child !== 'string';

export const childrenOf = (element: XmlElement, name: string): XmlElement[] =>
  element.children.filter((child) => isElement(child) && child.name === name) as XmlElement[]; // the filter leaves no strings

export const childOf = (element: XmlElement, name: string): XmlElement | null => childrenOf(element, name)[0] ?? null;

/** All text in it, tags passed over. */
export const textOf = (element: XmlElement | null): string =>
  element?.children.map((child) => (isElement(child) ? textOf(child) : child)).join('') ?? '';

/** All elements of a name at any depth, in reading order. */
export const descendantsOf = (element: XmlElement, name: string): XmlElement[] =>
  element.children.filter(isElement).flatMap((child) => [...(child.name === name ? [child] : []), ...descendantsOf(child, name)]);
