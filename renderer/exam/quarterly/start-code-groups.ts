import { groupLength, symbolsIn } from '@shared/exam/quarterly/start-code.ts';

/** The groups after something was typed into one: what does not fit flows into the groups behind it. */
export function typeInto(before: readonly string[], group: number, typed: string): string[] {
  const folded = symbolsIn(typed);
  if (folded.length <= groupLength) return before.map((text, place) => (place === group ? folded : text));
  return before.map((text, place) => {
    if (place < group) return text;
    const from = (place - group) * groupLength;
    return folded.slice(from, from + groupLength) || text;
  });
}

/** The group in which typing goes on: the first behind this one that is not full, or this one. */
export function nextGroup(texts: readonly string[], group: number): number {
  if ((texts[group]?.length ?? 0) < groupLength) return group;
  const next = texts.findIndex((text, place) => place > group && text.length < groupLength);
  return next < 0 ? group : next;
}

export const isWhole = (texts: readonly string[]): boolean => texts.every((text) => text.length === groupLength);
