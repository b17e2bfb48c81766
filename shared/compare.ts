/** The order of texts by their characters' codes, for toSorted: the same on every computer, which an order by language is not. */
export const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
