/**
 * The steps that make one text of JSON out of another (see `Patch` in main/sync/delta/format.ts) and the new bytes that
 * they take. Texts are compared field by field, each with the field of the same item, so that a corrected word costs the
 * word. This only decides how short a delta becomes, never what comes out of it.
 */
export interface Difference {
  readonly steps: readonly number[];
  readonly fresh: Buffer;
}

export function differences(before: string, after: string): Difference {
  const old = placesOf(before);
  const spans: Span[] = [];
  for (const { key, bytes } of fieldsOf(after)) {
    const place = old.get(key) ?? { at: 0, bytes: Buffer.alloc(0) };
    const start = commonStart(place.bytes, bytes);
    const end = commonEnd(place.bytes.subarray(start), bytes.subarray(start));
    spans.push({ at: place.at, bytes: bytes.subarray(0, start) });
    spans.push({ at: null, bytes: bytes.subarray(start, bytes.length - end) });
    spans.push({ at: place.at + place.bytes.length - end, bytes: bytes.subarray(bytes.length - end) });
  }
  return stepsOf(joined(joined(spans).map(withoutShortCopy)));
}

/** Bytes of the new text, and where they stand in the old one; null where they are new. */
interface Span {
  readonly at: number | null;
  readonly bytes: Buffer;
}

interface Field {
  /** Id of the item, name of the field, and how often both stood before. */
  readonly key: string;
  readonly bytes: Buffer;
}

/** Before each item that begins with its id, and before each further field. Within strings JSON escapes every quotation mark. */
const borders = /(?=\{"id":")|(?=,"[A-Za-z]+":)/;

function* fieldsOf(text: string): Generator<Field> {
  const counts = new Map<string, number>();
  let item = '';
  for (const part of text.split(borders)) {
    if (part.startsWith('{"id":"')) item = part;
    const name = `${item}\n${part.slice(0, part.indexOf(':'))}`;
    const count = counts.get(name) ?? 0;
    counts.set(name, count + 1);
    yield { key: `${name}\n${count}`, bytes: Buffer.from(part) };
  }
}

function placesOf(text: string): ReadonlyMap<string, { readonly at: number; readonly bytes: Buffer }> {
  const places = new Map<string, { at: number; bytes: Buffer }>();
  let at = 0;
  for (const { key, bytes } of fieldsOf(text)) {
    places.set(key, { at, bytes });
    at += bytes.length;
  }
  return places;
}

/** A step costs more than the few bytes between two new ones, which the packer knows already. */
const shortestCopy = 64;
const withoutShortCopy = (span: Span): Span => (span.bytes.length < shortestCopy ? { ...span, at: null } : span);

/** Spans that follow on from each other, in both texts, as one. */
function joined(spans: readonly Span[]): readonly Span[] {
  const groups: { at: number | null; length: number; parts: Buffer[] }[] = [];
  for (const { at, bytes } of spans) {
    if (bytes.length === 0) continue;
    const last = groups.at(-1);
    const follows = last && (last.at === null ? at === null : at === last.at + last.length);
    if (follows) {
      last.parts.push(bytes);
      last.length += bytes.length;
    } else groups.push({ at, length: bytes.length, parts: [bytes] });
  }
  return groups.map(({ at, parts }) => ({ at, bytes: Buffer.concat(parts) }));
}

/** Each copy begins a step, and what is new behind it ends it. */
function stepsOf(spans: readonly Span[]): Difference {
  const steps: number[] = [];
  const fresh: Buffer[] = [];
  let place = 0;
  for (const [number, { at, bytes }] of spans.entries()) {
    if (at !== null) {
      steps.push(at - place, bytes.length, 0);
      place = at + bytes.length;
      continue;
    }
    fresh.push(bytes);
    if (number === 0) steps.push(0, 0, bytes.length);
    else steps[steps.length - 1] = bytes.length;
  }
  return { steps, fresh: Buffer.concat(fresh) };
}

function commonStart(one: Buffer, other: Buffer): number {
  const most = Math.min(one.length, other.length);
  let length = 0;
  while (length < most && one[length] === other[length]) length += 1;
  while (length > 0 && length < most && isInsideCharacter(other[length])) length -= 1;
  return length;
}

function commonEnd(one: Buffer, other: Buffer): number {
  const most = Math.min(one.length, other.length);
  let length = 0;
  while (length < most && one[one.length - 1 - length] === other[other.length - 1 - length]) length += 1;
  while (length > 0 && isInsideCharacter(other[other.length - length])) length -= 1;
  return length;
}

/** Whole characters compress better: a byte 10xxxxxx of UTF-8 is never the first of one. */
const isInsideCharacter = (byte: number | undefined): boolean => byte !== undefined && (byte & 0xc0) === 0x80;
