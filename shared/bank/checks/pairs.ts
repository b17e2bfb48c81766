import { compare } from '../../compare.ts';
import { maskOf } from './figures.ts';
import { findLookAlikes } from './look-alikes.ts';

/** Texts at least so alike are nearly the same (Jaccard of their pairs of characters). */
const nearlyTheSame = 0.85;

export type Places = readonly [number, number];

export interface FoundPair {
  /** Places of two texts in the list, the smaller first. */
  readonly pair: Places;
  /** 0 to 1. */
  readonly similarity: number;
}

export interface TextPairs {
  /** Nearly the same. */
  readonly duplicates: readonly FoundPair[];
  /** The same but for figures or negations. */
  readonly similar: readonly Places[];
  /** False where there were so many look-alikes that not all were compared. */
  readonly complete: boolean;
}

/**
 * Compares all texts with each other. Of texts that are equal each is paired with the first, and only the first is
 * compared with the rest. Yields how much is done, 0 to 1.
 */
export function* pairTexts(texts: readonly string[]): Generator<number, TextPairs> {
  const groups = [...Map.groupBy(texts.keys(), (at) => texts[at] ?? '').values()];
  const twins = groups.flatMap(([first = 0, ...others]) => others.map((other): FoundPair => ({ pair: [first, other], similarity: 1 })));
  const firsts = groups.map(([first = 0]) => first);
  const masks = firsts.map((at) => maskOf(texts[at] ?? ''));
  const search = findLookAlikes(
    firsts.map((at) => texts[at] ?? ''),
    numbersOf(masks),
    nearlyTheSame,
  );
  for (let step = search.next(); ; step = search.next()) {
    if (!step.done) {
      yield step.value / firsts.length;
      continue;
    }
    const found = step.value.pairs.map(({ one, other, similarity }) => ({ pair: ascending(firsts[one], firsts[other]), similarity }));
    return { duplicates: [...twins, ...found], similar: ofFamilies(texts, firsts, masks), complete: step.value.complete };
  }
}

/** Each text with the next of its mask: a family of a thousand is not half a million pairs. */
function ofFamilies(texts: readonly string[], firsts: readonly number[], masks: readonly string[]): Places[] {
  const families = [...Map.groupBy(firsts.keys(), (at) => masks[at] ?? '').values()].filter((family) => family.length > 1);
  return families.flatMap((family) => {
    const members = family.map((at) => firsts[at] ?? 0).toSorted((one, other) => compare(texts[one] ?? '', texts[other] ?? ''));
    return members.slice(1).map((at, place) => ascending(members[place], at));
  });
}

/** The same number for the same text. */
function numbersOf(texts: readonly string[]): number[] {
  const numbers = new Map<string, number>();
  return texts.map((text) => {
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  });
}

const ascending = (one = 0, other = 0): Places => (one < other ? [one, other] : [other, one]);
