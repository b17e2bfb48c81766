import { scopeOf } from '@shared/study/sets.ts';
import { hrefOf } from '../../route.ts';
import { hrefOfSearch } from '../../study-links.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../words.tsx';
import type { StudySetProps } from './study-set.tsx';

/** Back to the page from which a set like this is opened. */
export function LeaveButton({ mode, query, main = false }: StudySetProps & { readonly main?: boolean }) {
  const { study, studySets } = useWords();
  const { pages } = studySets;
  const { section, topic, type } = scopeOf(query);
  const isPart = section !== undefined && (topic !== undefined || type !== undefined);
  const [text, href] = ((): readonly [string, string] => {
    if (mode === 'found') return [studySets.backTo(studySets.searchLink), hrefOfSearch(query)];
    if (mode === 'mistakes') return [studySets.backTo(pages.mistakes), hrefOf('study', 'mistakes')];
    if (mode === 'favourites') return [studySets.backTo(pages.favourites), hrefOf('study', 'favourites')];
    if (mode === 'repair') return [studySets.backTo(pages.blindSpots), hrefOf('study', 'blind-spots')];
    if (isPart) return [studySets.backTo(section), hrefOf('study', 'section', section)];
    return [study.backToSections, hrefOf('study')];
  })();
  return (
    <Button main={main} onClick={() => open(href)} className="study-leave">
      {text}
    </Button>
  );
}

function open(href: string): void {
  window.location.hash = href;
}
