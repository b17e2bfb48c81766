/** A stretch of text, strong where the source emphasised it (下列说法**不正确**的是). */
export interface Stretch {
  readonly text: string;
  readonly strong: boolean;
}

/** Two stars, no space on their inner sides, nothing but text between: 2**3 and ** alone stay as they are. */
const strong = /\*\*(?=[^\s*])([^*\n]*[^\s*])\*\*/gu;

/** The stretches of a stem, in order; joined they are `withoutEmphasis(text)`. */
export function stretchesOf(text: string): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let at = 0;
  for (const match of text.matchAll(strong)) {
    if (match.index > at) stretches.push({ text: text.slice(at, match.index), strong: false });
    stretches.push({ text: match[1] ?? '', strong: true });
    at = match.index + match[0].length;
  }
  if (at < text.length) stretches.push({ text: text.slice(at), strong: false });
  return stretches;
}

/** The text as it is read aloud, searched and compared. */
export const withoutEmphasis = (text: string): string => text.replace(strong, '$1');

/** Marks a stretch as emphasised. White space at its ends stays outside. */
export function emphasised(text: string): string {
  const inner = text.trim();
  if (inner === '' || inner.includes('*')) return text;
  const start = text.indexOf(inner);
  return `${text.slice(0, start)}**${inner}**${text.slice(start + inner.length)}`;
}
