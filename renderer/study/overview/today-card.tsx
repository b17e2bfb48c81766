import { useState } from 'react';
import type { SectionProgress } from '@shared/study/progress.ts';
import { useLive } from '../../data/live.ts';
import { readToday, type Today } from '../../data/study/study-plan.ts';
import { readLastSection } from '../../data/study/study.ts';
import { hrefOfSet } from '../../study-links.ts';
import { useWords } from '../../words.tsx';

interface TodayCardProps {
  readonly personId: string;
  readonly progress: readonly SectionProgress[];
}

/** What comes first today, with the one main way into it. */
export function TodayCard({ personId, progress }: TodayCardProps) {
  const { today: words } = useWords().studySets;
  const [now] = useState(() => Date.now());
  const today = useLive(() => readToday(personId, now), [personId, now]);
  const last = useLive(() => readLastSection(personId), [personId]);
  const { texts, action, href } = useStep(today, last ?? null, progress);
  return (
    <section className="card study-today" aria-label={words.title}>
      <div>
        <h2>{words.title}</h2>
        {today && last !== undefined && texts.map((text) => <p key={text}>{text}</p>)}
      </div>
      {today && last !== undefined && (
        <a className="button button-main" href={href}>
          {action}
        </a>
      )}
    </section>
  );
}

interface Step {
  readonly texts: readonly string[];
  readonly action: string;
  readonly href: string;
}

/** The plan comes first, then what is due, then the section that was studied last. */
function useStep(today: Today | undefined, last: string | null, progress: readonly SectionProgress[]): Step {
  const { today: words } = useWords().studySets;
  const count = today?.ids.length ?? 0;
  if (today?.plan && count > 0) return { texts: [words.plan(count, today.minutes)], action: words.startPlan, href: hrefOfSet('today') };
  if (count > 0) return { texts: [words.due(count)], action: words.startDue, href: hrefOfSet('due') };
  const done = today?.plan ? [words.planDone] : [];
  const known = progress.find(({ section }) => section === last);
  const section = (known ?? progress[0])?.section ?? '';
  const text = known ? words.goOn(section) : words.begin(section);
  return { texts: [...done, text], action: known ? words.startSection : words.beginSection, href: hrefOfSet('sequential', { section }) };
}
