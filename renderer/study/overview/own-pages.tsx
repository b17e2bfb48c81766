import { hrefOf } from '../../route.ts';
import { useWords } from '../../words.tsx';

const pages = [
  ['mistakes', 'mistakes'],
  ['blindSpots', 'blind-spots'],
  ['plan', 'plan'],
  ['favourites', 'favourites'],
  ['notes', 'notes'],
] as const;

/** The ways to what is one's own: mistakes, blind spots, the plan, favourites and notes. */
export function OwnPages() {
  const { studySets } = useWords();
  return (
    <nav className="row study-pages" aria-label={studySets.pagesLabel}>
      {pages.map(([name, address]) => (
        <a key={name} className="button" href={hrefOf('study', address)}>
          {studySets.pages[name]}
        </a>
      ))}
    </nav>
  );
}
