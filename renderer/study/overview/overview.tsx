import { readProgress } from '../../data/study/study.ts';
import { useLive } from '../../data/live.ts';
import { hrefOf, navigate } from '../../route.ts';
import { useSession } from '../../session.tsx';
import { Empty } from '../../ui/empty.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { useWords } from '../../words.tsx';
import { SavingState } from '../set/saving-state.tsx';
import { useSaving } from '../set/use-saving.ts';
import { Corrections } from './corrections.tsx';
import { OwnPages } from './own-pages.tsx';
import { SectionTable } from './section-table.tsx';
import { TodayCard } from './today-card.tsx';
import { Ways } from './ways.tsx';

/** What is to be studied today, the ways to study, and the sections with their progress. */
export function Overview() {
  const { study, studySets } = useWords();
  const { person } = useSession();
  const saving = useSaving(person.id);
  const progress = useLive(() => readProgress(person.id), [person.id]);
  useKeys((key) => {
    if (key !== '/') return false;
    navigate('study', 'search');
    return true;
  });
  if (!progress) return null;
  return (
    <div className="page">
      <div className="head">
        <h1>{study.title}</h1>
        {progress.length > 0 && (
          <a className="button" href={hrefOf('study', 'search')} aria-keyshortcuts="/" title={studySets.searchText}>
            {studySets.searchLink}
          </a>
        )}
      </div>
      {saving.failure && <SavingState saving={saving} answered={false} />}
      {progress.length === 0 ? (
        <Empty>
          <p>{study.noBank}</p>
          <a className="button" href={hrefOf('packages')}>
            {study.toPackages}
          </a>
        </Empty>
      ) : (
        <>
          <TodayCard personId={person.id} progress={progress} />
          <OwnPages />
          <SectionTable progress={progress} />
          <Ways personId={person.id} progress={progress} />
        </>
      )}
      <Corrections person={person} />
    </div>
  );
}
