import { openArchive } from '../../../../main/import/archive/archive.ts';
import { packedZipOf } from '../../../support/packed-zip.ts';

/** A stream of numbers from 0 up to 1, always the same for a seed (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Throw = () => number;
const upTo = (roll: Throw, most: number): number => Math.floor(roll() * most);

/** What a transfer, a bad stick or an enemy does to bytes. */
const changes: readonly ((bytes: Buffer, roll: Throw) => Buffer)[] = [
  function flip(bytes, roll) {
    const copy = Buffer.from(bytes);
    for (let times = 1 + upTo(roll, 8); times > 0; times -= 1) copy[upTo(roll, copy.length)]! ^= 1 << upTo(roll, 8);
    return copy;
  },
  function cut(bytes, roll) {
    const from = upTo(roll, bytes.length);
    return roll() < 0.5 ? bytes.subarray(0, from) : Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + upTo(roll, 200))]);
  },
  function insert(bytes, roll) {
    const at = upTo(roll, bytes.length);
    const foreign = Buffer.from(Array.from({ length: 1 + upTo(roll, 40) }, () => upTo(roll, 256)));
    return Buffer.concat([bytes.subarray(0, at), roll() < 0.5 ? foreign : nasty(roll), bytes.subarray(at)]);
  },
  function swap(bytes, roll) {
    const [one = 0, two = 0, three = 0] = [0, 0, 0].map(() => upTo(roll, bytes.length)).sort((a, b) => a - b);
    return Buffer.concat([bytes.subarray(0, one), bytes.subarray(two, three), bytes.subarray(one, two), bytes.subarray(three)]);
  },
  function duplicate(bytes, roll) {
    const from = upTo(roll, bytes.length);
    const piece = bytes.subarray(from, from + 1 + upTo(roll, 300));
    return Buffer.concat([bytes.subarray(0, from), ...Array.from({ length: 1 + upTo(roll, 20) }, () => piece), bytes.subarray(from)]);
  },
];

const nasties = [
  '__proto__',
  'constructor',
  '\0',
  '{'.repeat(300),
  '<a>'.repeat(300),
  '"',
  '{=',
  '$$',
  '答案：',
  'A.',
  '（',
  '\r',
  '_'.repeat(500),
  '999999999',
  '-1',
  '&#x0;',
  ']]>',
  '\ufeff',
];
const nasty = (roll: Throw): Buffer => Buffer.from(nasties[upTo(roll, nasties.length)] ?? '');

/** One to four changes. */
export function mutate(bytes: Buffer, roll: Throw): Buffer {
  let mutated = bytes;
  for (let times = 1 + upTo(roll, 4); times > 0 && mutated.length > 0; times -= 1)
    mutated = changes[upTo(roll, changes.length)]!(mutated, roll);
  return mutated;
}

/** Changes one part of a zip and packs it again, so that the damage gets past the checksums. */
export async function mutatePart(bytes: Buffer, roll: Throw): Promise<Buffer> {
  const archive = await openArchive(bytes);
  const parts: Record<string, Buffer> = {};
  for (const name of archive.names) parts[name] = (await archive.read(name)) ?? Buffer.alloc(0);
  const names = Object.keys(parts).filter((name) => parts[name]!.length > 0);
  const name = names[upTo(roll, names.length)];
  if (name !== undefined) parts[name] = mutate(parts[name]!, roll);
  return packedZipOf(parts);
}
