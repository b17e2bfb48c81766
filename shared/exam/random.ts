/** Gives an integer from 0 to below − 1, each equally likely. `below` is an integer from 1 to 2³². */
export type Dice = (below: number) => number;

/**
 * Dice that roll the same for the same seed on every machine: xoshiro128** 1.1 (Blackman and Vigna, "Scrambled Linear
 * Pseudorandom Number Generators", ACM TOMS 47, 2021). Not for secrets.
 * @param seed any safe integer
 * @param stream tells apart independent rolls for one seed, e.g. picking questions and ordering options
 */
export function seedFrom(seed: number, stream = 0): Dice {
  return diceFrom(xoshiro128(expandSeed([seed >>> 0, Math.floor(seed / 2 ** 32) >>> 0, stream >>> 0])));
}

/** All items in a random order. */
export const shuffle = <T>(items: readonly T[], dice: Dice): T[] => pick(items, items.length, dice);

/** `count` different items in a random order (Fisher–Yates, stopped when enough are drawn). */
export function pick<T>(items: readonly T[], count: number, dice: Dice): T[] {
  const rest = [...items];
  const drawn = Math.min(count, rest.length);
  for (let place = 0; place < drawn; place += 1) {
    const other = place + dice(rest.length - place);
    [rest[place], rest[other]] = [rest[other] as T, rest[place] as T]; // both places are below rest.length
  }
  return rest.slice(0, drawn);
}

type State = readonly [number, number, number, number];

/** The generator itself: the next 32 bits at each call. Exported to be compared with the published figures. */
export function xoshiro128(state: State): () => number {
  let [a, b, c, d] = state;
  return () => {
    const result = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotateLeft(d, 11);
    return result;
  };
}

/** Throws away the uneven end of the 32-bit range, so that no number is likelier than another. */
function diceFrom(next: () => number): Dice {
  return (below) => {
    const fair = 2 ** 32 - (2 ** 32 % below);
    let roll = next();
    while (roll >= fair) roll = next();
    return roll % below;
  };
}

/** Spreads few bits over the whole state with the finalizer of MurmurHash3; a state of zeros would stand still. */
function expandSeed(words: readonly number[]): State {
  let hash = 0;
  const spread = (word: number): number => {
    hash = (hash + 0x9e3779b9 + word) | 0;
    let bits = hash ^ (hash >>> 16);
    bits = Math.imul(bits, 0x85ebca6b);
    bits ^= bits >>> 13;
    bits = Math.imul(bits, 0xc2b2ae35);
    hash = bits ^ (bits >>> 16);
    return hash >>> 0;
  };
  for (const word of words) spread(word);
  return [spread(1), spread(2), spread(3), spread(4) || 1];
}

const rotateLeft = (value: number, by: number): number => (value << by) | (value >>> (32 - by));
