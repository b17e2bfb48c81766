/** A stretch of two texts laid over each other. */
export interface DifferencePart {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Beyond so many pairs of characters only the common beginning and end are taken out. */
const mostPairs = 1_000_000;

/**
 * What leads from one text to the other, character by character (a pair of surrogates counts as one). Without the added
 * parts it is the first text, without the removed ones the second.
 */
export function differenceBetween(before: string, after: string): DifferencePart[] {
  const [one, other] = [Array.from(before), Array.from(after)];
  const start = commonStart(one, other);
  const end = commonStart(one.slice(start).toReversed(), other.slice(start).toReversed());
  const middle = [one.slice(start, one.length - end), other.slice(start, other.length - end)] as const;
  return joined([
    { kind: 'same', text: one.slice(0, start).join('') },
    ...(middle[0].length * middle[1].length > mostPairs ? replaced(...middle) : alignment(...middle)),
    { kind: 'same', text: one.slice(one.length - end).join('') },
  ]);
}

type Characters = readonly string[];

function commonStart(one: Characters, other: Characters): number {
  let length = 0;
  while (length < one.length && length < other.length && one[length] === other[length]) length += 1;
  return length;
}

const replaced = (one: Characters, other: Characters): DifferencePart[] => [
  { kind: 'removed', text: one.join('') },
  { kind: 'added', text: other.join('') },
];

/** The longest common subsequence, walked from the start; at a fork what goes away stands first. */
function alignment(one: Characters, other: Characters): DifferencePart[] {
  const width = other.length + 1;
  const lengths = commonLengths(one, other, width);
  const parts: DifferencePart[] = [];
  let [i, j] = [0, 0];
  while (i < one.length || j < other.length) {
    if (i < one.length && j < other.length && one[i] === other[j]) {
      parts.push({ kind: 'same', text: one[i] ?? '' });
      i += 1;
      j += 1;
    } else if (j === other.length || (i < one.length && at(lengths, (i + 1) * width + j) >= at(lengths, i * width + j + 1))) {
      parts.push({ kind: 'removed', text: one[i] ?? '' });
      i += 1;
    } else {
      parts.push({ kind: 'added', text: other[j] ?? '' });
      j += 1;
    }
  }
  return parts;
}

function commonLengths(one: Characters, other: Characters, width: number): Uint32Array {
  const lengths = new Uint32Array((one.length + 1) * width);
  for (let i = one.length - 1; i >= 0; i -= 1) {
    for (let j = other.length - 1; j >= 0; j -= 1) {
      const place = i * width + j;
      lengths[place] =
        one[i] === other[j] ? at(lengths, place + width + 1) + 1 : Math.max(at(lengths, place + width), at(lengths, place + 1));
    }
  }
  return lengths;
}

const at = (lengths: Uint32Array, place: number): number => lengths[place] ?? 0;

function joined(parts: readonly DifferencePart[]): DifferencePart[] {
  const result: DifferencePart[] = [];
  for (const part of parts) {
    const before = result.at(-1);
    if (part.text === '') continue;
    if (before?.kind === part.kind) result[result.length - 1] = { kind: part.kind, text: before.text + part.text };
    else result.push(part);
  }
  return result;
}
