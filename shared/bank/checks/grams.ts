/** The pairs of neighbouring characters of a text, each once; the text itself where it is shorter than two. */
function gramsOf(text: string): Set<string> {
  const grams = new Set<string>();
  for (let at = 0; at + 1 < text.length; at += 1) grams.add(text.slice(at, at + 2));
  if (text.length === 1) grams.add(text);
  return grams;
}

/** How alike two texts are, 0 to 1: the pairs of characters in both among those in either (Jaccard). Two empty texts are alike. */
export function likeness(one: string, other: string): number {
  const grams = gramsOf(one);
  const others = gramsOf(other);
  if (grams.size + others.size === 0) return 1;
  const common = grams.intersection(others).size;
  return common / (grams.size + others.size - common);
}
