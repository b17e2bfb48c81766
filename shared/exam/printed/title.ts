import { charactersOf } from './widths.ts';

/** Where the title of an office document may be broken: after the year or quarter, after the bureau, before the mark of the variant. */
const breaks = /(?<=季度|年度|[年月局司])(?!度)|(?=（)/g;

/**
 * A title as its lines, at most two, for a line that holds `capacity` characters. It is broken where its sense allows,
 * nearest to the middle; in the middle where it names no such place.
 */
export function titleLines(title: string, capacity: number): readonly string[] {
  if (charactersOf(title) <= capacity) return [title];
  const middle = charactersOf(title) / 2;
  const off = (at: number): number => Math.abs(charactersOf(title.slice(0, at)) - middle);
  const fits = (at: number): boolean => charactersOf(title) / 2 + off(at) <= capacity;
  const places = [...title.matchAll(breaks)].map(({ index }) => index).filter((at) => at > 0 && fits(at));
  const at = places.toSorted((one, other) => off(one) - off(other))[0] ?? Math.ceil(title.length / 2);
  return [title.slice(0, at), title.slice(at)];
}
