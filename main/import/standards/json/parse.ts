import { limits } from '../../../limits.ts';

/** A JSON value that knows its lines, so that a question can be found again in its file. */
export type JsonNode = JsonObject | JsonArray | JsonScalar;

interface Placed {
  /** 1-based lines of its first and last character. */
  readonly line: number;
  readonly lastLine: number;
}

export interface JsonObject extends Placed {
  readonly kind: 'object';
  /** Of a repeated key the last value, as everywhere. Keys that reach into the machinery of the language are left out. */
  readonly entries: ReadonlyMap<string, JsonNode>;
  /** False where the text ended or went wrong inside it. */
  readonly whole: boolean;
}

export interface JsonArray extends Placed {
  readonly kind: 'array';
  readonly items: readonly JsonNode[];
}

export interface JsonScalar extends Placed {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
}

export interface JsonDocument {
  /** Null where nothing could be read. */
  readonly node: JsonNode | null;
  /** Line of the first mistake, or null. */
  readonly faultLine: number | null;
  readonly tooDeep: boolean;
}

const forbidden = new Set(['__proto__', 'constructor', 'prototype']);

/** Reads one JSON text (RFC 8259). What was read before a mistake is kept, so that a file cut off is not lost. */
export function parseJson(text: string, firstLine = 1): JsonDocument {
  const cursor = new Cursor(text, firstLine);
  const node = readValue(cursor, 0);
  if (!cursor.failed && cursor.next() !== '') cursor.fail();
  return { node, faultLine: cursor.failed ? cursor.faultLine : null, tooDeep: cursor.tooDeep };
}

class Cursor {
  readonly #text: string;
  #at = 0;
  line: number;
  failed = false;
  faultLine = 0;
  tooDeep = false;

  constructor(text: string, line: number) {
    this.#text = text;
    this.line = line;
  }

  fail(): null {
    if (!this.failed) this.faultLine = this.line;
    this.failed = true;
    return null;
  }

  /** The next character that is no white space, not yet taken; '' at the end. */
  next(): string {
    for (;;) {
      const character = this.#text[this.#at] ?? '';
      if (character === '\n') this.line += 1;
      if (character === '' || !' \t\r\n\ufeff'.includes(character)) return character;
      this.#at += 1;
    }
  }

  take(wanted: string): boolean {
    if (this.next() !== wanted) return false;
    this.#at += 1;
    return true;
  }

  string(): string | null {
    if (this.next() !== '"') return this.fail();
    let end = this.#text.indexOf('"', this.#at + 1);
    while (end >= 0 && this.#escaped(end)) end = this.#text.indexOf('"', end + 1);
    if (end < 0) return this.fail();
    const token = this.#text.slice(this.#at, end + 1);
    this.#at = end + 1;
    return this.#decoded(token);
  }

  scalar(): JsonScalar['value'] | undefined {
    const token = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.])/y;
    token.lastIndex = this.#at;
    const found = token.exec(this.#text)?.[0];
    if (found === undefined) {
      this.fail();
      return undefined;
    }
    this.#at += found.length;
    return { true: true, false: false, null: null }[found] ?? (found === 'null' ? null : Number(found));
  }

  #escaped(quote: number): boolean {
    let at = quote;
    while (this.#text[at - 1] === '\\') at -= 1;
    return (quote - at) % 2 === 1;
  }

  #decoded(token: string): string | null {
    try {
      return String(JSON.parse(token));
    } catch {
      return this.fail();
    }
  }
}

function readValue(cursor: Cursor, depth: number): JsonNode | null {
  const character = cursor.next();
  const { line } = cursor;
  if (depth > limits.jsonDepth) {
    cursor.tooDeep = true;
    return cursor.fail();
  }
  if (character === '{') return readObject(cursor, depth);
  if (character === '[') return readArray(cursor, depth);
  const value = character === '"' ? cursor.string() : cursor.scalar();
  return cursor.failed || value === undefined ? null : { kind: 'scalar', value, line, lastLine: line };
}

function readObject(cursor: Cursor, depth: number): JsonObject {
  const { line } = cursor;
  const entries = new Map<string, JsonNode>();
  cursor.take('{');
  let more = !cursor.take('}');
  while (more && !cursor.failed) {
    const key = cursor.string();
    if (key === null || !cursor.take(':')) cursor.fail();
    const value = cursor.failed ? null : readValue(cursor, depth + 1);
    if (key !== null && value && !forbidden.has(key)) entries.set(key, value);
    more = !cursor.failed && continues(cursor, '}');
  }
  return { kind: 'object', entries, line, lastLine: cursor.line, whole: !cursor.failed };
}

function readArray(cursor: Cursor, depth: number): JsonArray {
  const { line } = cursor;
  const items: JsonNode[] = [];
  cursor.take('[');
  let more = !cursor.take(']');
  while (more && !cursor.failed) {
    const value = readValue(cursor, depth + 1);
    if (value) items.push(value);
    more = !cursor.failed && continues(cursor, ']');
  }
  return { kind: 'array', items, line, lastLine: cursor.line };
}

/** Whether a comma follows and not the end. One comma before the end is what people leave who write lists by hand. */
function continues(cursor: Cursor, end: string): boolean {
  if (cursor.take(',')) return !cursor.take(end);
  if (!cursor.take(end)) cursor.fail();
  return false;
}
