import { limits } from '../../limits.ts';
import { Refusal } from '../refusal.ts';

/**
 * What a metadata file must look like whoever signed it. Signatures are checked over what JSON.parse makes of the bytes,
 * so there may be only one way to read them: UTF-8, no name twice in an object, no nesting without end; versions that can
 * be counted (spec 4.3: "an integer that is greater than 0") and instants that mean the same on every computer. Lists in
 * a root or timestamp that are longer than tuf-js reads in a moment are refused; those of targets are read by models.ts. Throws Refusal tampered or too-large, and SyntaxError.
 */
export function requirePlainForm(file: string, bytes: Buffer): void {
  const text = decode(file, bytes);
  const value: unknown = JSON.parse(text);
  if (namesIn(text) !== countNames(file, value, longestIn(value))) throw new Refusal('tampered', file, 'a name stands twice in an object');
  const signatures = memberOf(value, 'signatures');
  if (Array.isArray(signatures) && signatures.length > limits.signatures)
    throw new Refusal('too-large', file, `${signatures.length} signatures`);
  const signed = memberOf(value, 'signed');
  requireVersion(file, memberOf(signed, 'version'));
  requireInstant(file, memberOf(signed, 'expires'));
}

function decode(file: string, bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    throw new Refusal('tampered', file, 'not UTF-8', error);
  }
}

/** Strings that are followed by a colon. The text is JSON: outside of strings there are no quotes. */
function namesIn(text: string): number {
  let names = 0;
  for (const [, colon] of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?/gs)) if (colon !== undefined) names += 1;
  return names;
}

/** tuf-js looks at the type before anything else. */
const longestIn = (value: unknown): number =>
  ['targets', 'snapshot'].includes(String(memberOf(memberOf(value, 'signed'), '_type'))) ? Infinity : limits.metadataEntries;

function countNames(file: string, value: unknown, longest: number): number {
  let names = 0;
  const waiting = [{ value, depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value: container, depth } = next;
    if (typeof container !== 'object' || container === null) continue;
    if (depth > limits.jsonDepth) throw new Refusal('tampered', file, `nested deeper than ${limits.jsonDepth}`);
    const members: readonly unknown[] = Object.values(container);
    if (members.length > longest) throw new Refusal('too-large', file, `a list of ${members.length}`);
    if (!Array.isArray(container)) names += members.length;
    for (const member of members) waiting.push({ value: member, depth: depth + 1 });
  }
  return names;
}

function requireVersion(file: string, version: unknown): void {
  if (typeof version !== 'number') return; // tuf-js says so
  if (!Number.isSafeInteger(version) || version < 1) throw new Refusal('tampered', file, `version ${version}`);
}

/** Spec 4.2.1 has "YYYY-MM-DDTHH:MM:SSZ"; writers in use also give fractions and zones. Without a zone it would be local time. */
function requireInstant(file: string, expires: unknown): void {
  if (typeof expires !== 'string') return; // tuf-js says so
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(expires))
    throw new Refusal('tampered', file, `expires ${expires}`);
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
}
