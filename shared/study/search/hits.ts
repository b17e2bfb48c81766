import { wordsOf } from '../../bank/search/text.ts';

/** A stretch of a text, a hit where a word that was searched for stands. */
export interface HitStretch {
  readonly text: string;
  readonly hit: boolean;
}

/** The stretches of a text in which the words of a query are told apart; joined they are the text. Widths and cases are compared as in the search. */
export function hitsIn(text: string, query: string): readonly HitStretch[] {
  const { folded, places } = fold(text);
  const isHit = new Uint8Array(text.length);
  for (const word of new Set(wordsOf(query))) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
      isHit.fill(1, places[at], places[at + word.length]);
    }
  }
  return stretchesOf(text, isHit);
}

/** The text in search form, and for each of its characters, and its end, the place in the text. */
function fold(text: string): { readonly folded: string; readonly places: readonly number[] } {
  const places: number[] = [];
  let folded = '';
  let place = 0;
  for (const character of text) {
    const form = character.normalize('NFKC').toLowerCase();
    for (let count = 0; count < form.length; count += 1) places.push(place);
    folded += form;
    place += character.length;
  }
  return { folded, places: [...places, text.length] };
}

function stretchesOf(text: string, isHit: Uint8Array): HitStretch[] {
  const stretches: HitStretch[] = [];
  for (let start = 0; start < text.length;) {
    let end = start + 1;
    while (end < text.length && isHit[end] === isHit[start]) end += 1;
    stretches.push({ text: text.slice(start, end), hit: isHit[start] === 1 });
    start = end;
  }
  return stretches;
}
