/** Each character that may be text, and the one that takes its place while the grammar looks at the block: Unicode keeps these from ever being text. */
const places = new Map(Array.from('~=#{}:\\\n _&', (character, at) => [character, String.fromCharCode(0xfdd0 + at)]));
const characters = new Map(places.entries().map(([character, place]) => [place, character]));

const taken = (text: string): string => Array.from(text, (character) => places.get(character) ?? character).join('');

/**
 * Prepares a block for the GIFT grammar, so that only what rules it is left in it. Escaped characters are put aside, and
 * what Moodle accepts unescaped although the grammar does not: colons, and = ~ # outside the braces. Spaces and line
 * breaks between words are kept from being run together. The title goes.
 */
export function protect(block: string): string {
  const plain = block
    .replace(/[\ufdd0-\ufdef]/g, '')
    .replace(/\\([~=#{}:\\n])/g, (_, mark: string) => places.get(mark === 'n' ? '\n' : mark) ?? mark);
  const untitled = plain.replace(/^::[^]*?::/, '');
  const pieces = untitled.split(/(\{[^{}]*\})/);
  const ruled = pieces.map((piece, at) => (at % 2 === 1 ? insideBraces(piece) : keepSpaces(piece).replace(/[~=#:]/g, taken)));
  return ruled.join('').replace(/[\\_&]/g, taken);
}

/** Numbers keep their colon (3:2 is a range); elsewhere it is text. ~= is how some write the = of a right choice. */
const insideBraces = (piece: string): string =>
  keepSpaces(/^\{\s*#(?!###)/.test(piece) ? piece : piece.replaceAll('~=', '=').replaceAll(':', taken));

const ruling = '\\s{}=~#%';
const spaces = new RegExp(`(?<=[^${ruling}])(?: {2,}|[ \\t]*\\n[ \\t]*)(?=[^${ruling}])`, 'g');
const keepSpaces = (piece: string): string => piece.replace(spaces, (found) => taken(found.includes('\n') ? '\n' : found));

/** The text of which `protect` put characters aside. */
export const restore = (text: string): string => text.replace(/[\ufdd0-\ufdda]/g, (place) => characters.get(place) ?? place);
