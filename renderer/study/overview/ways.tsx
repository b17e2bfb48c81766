import { useState } from 'react';
import type { SectionProgress } from '@shared/study/progress.ts';
import { useLive } from '../../data/live.ts';
import { readMistakes } from '../../data/study/mistakes.ts';
import { readFavourites } from '../../data/study/question-marks.ts';
import { readDue } from '../../data/study/schedules.ts';
import { findRefs } from '../../data/study/study.ts';
import { hrefOfSet } from '../../study-links.ts';
import { useWords } from '../../words.tsx';

interface WaysProps {
  readonly personId: string;
  readonly progress: readonly SectionProgress[];
}

const ways = ['due', 'mistakes', 'unseen', 'weak', 'repair', 'random', 'recite', 'favourites'] as const;
type Way = (typeof ways)[number];

/** The ways to study over all sections, each with how many questions it has and which they are. */
export function Ways({ personId, progress }: WaysProps) {
  const { study, studySets } = useWords();
  const [now] = useState(() => Date.now());
  const own = useLive(() => countOwn(personId, now), [personId, now]);
  const all = progress.reduce((sum, { total }) => sum + total, 0);
  const unseen = progress.reduce((sum, { total, answered }) => sum + total - answered, 0);
  const counts: Readonly<Record<Way, number | null>> = {
    due: own?.due ?? null,
    mistakes: own?.mistakes ?? null,
    favourites: own?.favourites ?? null,
    unseen,
    weak: all,
    random: all,
    recite: all,
    repair: null,
  };
  return (
    <section>
      <h2>{studySets.ways}</h2>
      <ul className="study-ways">
        {ways.map((way) => {
          const count = counts[way];
          return (
            <li key={way}>
              <a href={hrefOfSet(way)}>
                <strong>{study.modes[way]}</strong>
                {count !== null && <span className="study-count">{studySets.counted(count)}</span>}
                <span className="soft">{studySets.about[way]}</span>
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Of what the installed banks hold. */
async function countOwn(
  personId: string,
  now: number,
): Promise<{ readonly due: number; readonly mistakes: number; readonly favourites: number }> {
  const [due, { open }, favourites] = await Promise.all([readDue(personId, now), readMistakes(personId), readFavourites(personId)]);
  const [dueRefs, favouriteRefs] = await Promise.all([findRefs(due), findRefs(favourites)]);
  return { due: dueRefs.length, mistakes: open.length, favourites: favouriteRefs.length };
}
