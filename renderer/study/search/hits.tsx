import { hitsIn } from '@shared/study/search/hits.ts';

/** A text in which the words that were searched for are marked. */
export function Hits({ text, query }: { readonly text: string; readonly query: string }) {
  return hitsIn(text, query).map(({ text: stretch, hit }, place) => (hit ? <mark key={place}>{stretch}</mark> : stretch));
}
