/** Letters and digits in a group, and groups in a start code. */
export const groupLength = 4;
export const groups = 3;

/**
 * What was typed or pasted, as a start code shows it: capital, without spaces and hyphens, O as 0, I and L as 1, full width
 * as half width. What can stand in no code is left out; see readStartCode.
 */
export const foldTyped = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
    .replaceAll(/[^0-9A-HJKMNP-TV-Z]/g, '');

/** The groups after something was typed into one: what does not fit flows into the groups behind it. */
export function typeInto(before: readonly string[], group: number, typed: string): string[] {
  const folded = foldTyped(typed);
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
