import './blind-spots.css';
import { lazy, Suspense, useState } from 'react';
import { fewestAnswers, halfLifeDays, weakBelow, type SectionMastery } from '@shared/study/blind-spots/mastery.ts';
import { readBlindSpots, type BlindSpots } from '../../data/study/blind-spots.ts';
import { useLive } from '../../data/live.ts';
import { hrefOf } from '../../route.ts';
import { useSession } from '../../session.tsx';
import { Empty } from '../../ui/empty.tsx';
import { useWords } from '../../words.tsx';
import { ForecastCard } from './forecast-card.tsx';
import { RepairCard } from './repair-card.tsx';
import { SectionTable } from './section-table.tsx';
import { TopicCells } from './topic-cells.tsx';

const MasteryChart = lazy(() => import('./mastery-chart.tsx'));

/** 知识盲点: what would be scored today, where the gaps are, and the way to close them. */
export function BlindSpotsPage() {
  const { app, blindSpots } = useWords();
  const { person } = useSession();
  const [now] = useState(() => Date.now());
  const found = useLive(() => readBlindSpots(person.id, now), [person.id, now]);
  return (
    <div className="page">
      <div className="head">
        <h1>{blindSpots.title}</h1>
        <a className="button" href={hrefOf('study')}>
          {blindSpots.toStudy}
        </a>
      </div>
      {found ? <Found found={found} /> : <p className="soft">{app.loading}</p>}
    </div>
  );
}

function Found({ found }: { readonly found: BlindSpots }) {
  const { blindSpots } = useWords();
  const { sections, passLine, answers, repair } = found;
  if (sections.length === 0) return <Nothing text={blindSpots.noBank} action={blindSpots.toPackages} href={hrefOf('packages')} />;
  if (answers === 0) return <Nothing text={blindSpots.noAnswers} action={blindSpots.begin} href={hrefOf('study')} />;
  return (
    <>
      <RepairCard reasons={repair} passLine={passLine} />
      <ForecastCard forecasts={found.forecasts} answers={answers} />
      <SectionTable sections={sections} passLine={passLine} />
      <p className="soft blind-rule">{blindSpots.rule(fewestAnswers, passLine, passLine - weakBelow, halfLifeDays)}</p>
      {hasFigures(sections) && (
        <Suspense fallback={<div className="blind-chart" />}>
          <MasteryChart sections={sections} passLine={passLine} />
        </Suspense>
      )}
      <TopicCells sections={sections} passLine={passLine} />
    </>
  );
}

const hasFigures = (sections: readonly SectionMastery[]): boolean => sections.some(({ answers }) => answers >= fewestAnswers);

function Nothing({ text, action, href }: { readonly text: string; readonly action: string; readonly href: string }) {
  return (
    <Empty>
      <p>{text}</p>
      <a className="button button-main" href={href}>
        {action}
      </a>
    </Empty>
  );
}
