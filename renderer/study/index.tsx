import './study.css';
import { useEffect, useState } from 'react';
import { scheduleOldAnswers } from '../data/study/schedules.ts';
import type { Route } from '../route.ts';
import { useSession } from '../session.tsx';
import { readQuery, readSetRoute } from '../study-links.ts';
import { BlindSpotsPage } from './blind-spots/blind-spots-page.tsx';
import { MistakesPage } from './mistakes/mistakes-page.tsx';
import { FavouritesPage, NotesPage } from './notes/marked-page.tsx';
import { Overview } from './overview/overview.tsx';
import { SectionPage } from './overview/section-page.tsx';
import { PlanPage } from './plan/plan-page.tsx';
import { SearchPage } from './search/search-page.tsx';
import { StudySet } from './set/study-set.tsx';

/** `#/study`; below it the pages of the table, `section/<name>`, `search/…` and `set/<mode>/…` (study-links.ts). */
export default function StudyPage({ route }: { readonly route: Route }) {
  useOldAnswers();
  const [page, ...rest] = route;
  const address = rest.join('/');
  switch (page) {
    case 'set':
      return <SetPage key={address} route={rest} />;
    case 'section':
      return <SectionPage section={rest[0] ?? ''} />;
    case 'search':
      return <SearchPage key={address} initial={readQuery(rest)} />;
    case 'mistakes':
      return <MistakesPage route={rest} />;
    case 'blind-spots':
      return <BlindSpotsPage />;
    case 'plan':
      return <PlanPage />;
    case 'favourites':
      return <FavouritesPage />;
    case 'notes':
      return <NotesPage />;
    default:
      return <Overview />;
  }
}

function SetPage({ route }: { readonly route: Route }) {
  const [named] = useState(() => readSetRoute(route));
  return named ? <StudySet mode={named.mode} query={named.query} /> : <Overview />;
}

const lookedAfter = new Set<string>();

/** Answers from before schedules were kept get theirs: looked after once while the program runs; what could not be kept is tried again. */
function useOldAnswers(): void {
  const { person } = useSession();
  useEffect(() => {
    if (lookedAfter.has(person.id)) return;
    lookedAfter.add(person.id);
    void scheduleOldAnswers(person.id).then((kept) => kept.ok || lookedAfter.delete(person.id));
  }, [person.id]);
}
