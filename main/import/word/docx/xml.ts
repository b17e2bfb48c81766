import { Parser } from 'htmlparser2';
import { limits } from '../../../limits.ts';
import { WordRefusal } from '../refusal.ts';

/** Value of an attribute by its name with the usual prefix ('w:val'); '' where it is not there. */
export type Attribute = (name: string) => string;

/** Names come with the usual prefix of their namespace, whatever prefix the document uses. */
export interface XmlHandler {
  /** False passes over the element with all that is in it; its closing is not told. */
  readonly open: (name: string, attribute: Attribute) => boolean;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/** Usual prefix by namespace, transitional and strict (ECMA-376 part 1 and part 4), and of Word 2003's own XML. */
const usualPrefixes: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.microsoft.com/office/word/2003/wordml', 'w'],
  ['http://schemas.microsoft.com/office/word/2003/auxHint', 'wx'],
  ['http://schemas.microsoft.com/aml/2001/core', 'aml'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r'],
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', 'r'],
  ['http://schemas.openxmlformats.org/drawingml/2006/picture', 'pic'],
  ['http://purl.oclc.org/ooxml/drawingml/picture', 'pic'],
  ['http://schemas.openxmlformats.org/drawingml/2006/chart', 'c'],
  ['http://purl.oclc.org/ooxml/drawingml/chart', 'c'],
  ['http://schemas.openxmlformats.org/drawingml/2006/diagram', 'dgm'],
  ['http://purl.oclc.org/ooxml/drawingml/diagram', 'dgm'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', 'rel'],
  ['urn:schemas-microsoft-com:vml', 'v'],
]);

/** What prefixes mean within an element; `names` remembers what was worked out. */
interface Scope {
  readonly prefixes: ReadonlyMap<string, string>;
  readonly names: Map<string, string>;
}

const chunkBytes = 65_536;

/**
 * Reads a part from its beginning to its end without keeping it. Declarations (<!DOCTYPE, which office programs never
 * write) refuse the file, and so do elements nested beyond any document and a part that breaks off.
 */
export function walkXml(part: string, bytes: Buffer, handler: XmlHandler): void {
  const walk = new Walk(part, handler);
  const parser = new Parser(walk, { xmlMode: true, decodeEntities: true });
  const decoder = new TextDecoder(encodingOf(bytes));
  for (let at = 0; at < bytes.length; at += chunkBytes) parser.write(decoder.decode(bytes.subarray(at, at + chunkBytes), { stream: true }));
  parser.write(decoder.decode());
  walk.finish();
}

/** XML is UTF-8 unless a byte order mark says otherwise; the decoder takes the mark away. */
function encodingOf(bytes: Buffer): string {
  const mark = bytes.subarray(0, 2).toString('hex');
  if (mark === 'fffe') return 'utf-16le';
  return mark === 'feff' ? 'utf-16be' : 'utf-8';
}

class Walk {
  readonly #part: string;
  readonly #handler: XmlHandler;
  readonly #scopes: Scope[] = [{ prefixes: new Map(), names: new Map() }];
  #depth = 0;
  /** Depth of the element that is passed over, or 0. */
  #passed = 0;
  #isClosed = false;

  constructor(part: string, handler: XmlHandler) {
    this.#part = part;
    this.#handler = handler;
  }

  onprocessinginstruction(name: string): void {
    if (name.startsWith('!')) throw this.#damaged('含有不允许的声明');
  }

  onopentag(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#depth += 1;
    if (this.#depth > limits.xmlDepth) throw this.#damaged('嵌套过深');
    const scope = innerScope(this.#scopes.at(-1), attributes);
    this.#scopes.push(scope);
    if (this.#passed > 0) return;
    const isRead = this.#handler.open(usualName(scope, name), (wanted) => valueOf(scope, attributes, wanted));
    if (!isRead) this.#passed = this.#depth;
  }

  ontext(text: string): void {
    if (this.#passed === 0) this.#handler.text?.(text);
  }

  onclosetag(name: string): void {
    const scope = this.#scopes.pop();
    if (this.#passed === 0 && scope) this.#handler.close?.(usualName(scope, name));
    if (this.#passed === this.#depth) this.#passed = 0;
    this.#depth -= 1;
    this.#isClosed = this.#depth === 0;
  }

  /** At the end every element has been closed. */
  finish(): void {
    if (!this.#isClosed) throw this.#damaged('不完整');
  }

  #damaged(what: string): WordRefusal {
    return new WordRefusal('file-unreadable', `文档已损坏（${this.#part} ${what}）。`);
  }
}

/** The scope of an element: its parent's unless it declares prefixes itself. */
function innerScope(outer: Scope | undefined, attributes: Readonly<Record<string, string>>): Scope {
  let prefixes: Map<string, string> | null = null;
  for (const [name, value] of Object.entries(attributes)) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
    prefixes ??= new Map(outer?.prefixes);
    prefixes.set(name.slice('xmlns:'.length), usualPrefixes.get(value) ?? '?');
  }
  if (!prefixes && outer) return outer;
  return { prefixes: prefixes ?? new Map(), names: new Map() };
}

function usualName(scope: Scope, name: string): string {
  const known = scope.names.get(name);
  if (known !== undefined) return known;
  const colon = name.indexOf(':');
  const prefix = colon < 0 ? '' : name.slice(0, colon);
  const usual = scope.prefixes.get(prefix) ?? prefix;
  const found = usual === '' ? name : `${usual}:${name.slice(colon + 1)}`;
  scope.names.set(name, found);
  return found;
}

/** An attribute without a prefix belongs to no namespace (Namespaces in XML 6.2), only elements have a default one. */
function valueOf(scope: Scope, attributes: Readonly<Record<string, string>>, wanted: string): string {
  for (const [name, value] of Object.entries(attributes)) {
    if (
      name === wanted ? !name.includes(':') || usualName(scope, name) === wanted : name.includes(':') && usualName(scope, name) === wanted
    )
      return value;
  }
  return '';
}
