import './examining.css';
import { never } from '@shared/never.ts';
import type { Route } from '../route.ts';
import { useWords } from '../words.tsx';
import { ExaminingTabs, tabNames, type TabName } from './examining-tabs.tsx';
import { ExamsTab } from './exams/exams-tab.tsx';
import { KeyInTab } from './key-in/key-in-tab.tsx';
import { MarkingTab } from './marking/marking-tab.tsx';
import { PapersTab } from './papers/papers-tab.tsx';
import { ResultsTab } from './results/results-tab.tsx';

/** 考务: `#/examining/<tab>/…` — what the bureau does for the quarterly exam, from the paper to the results. */
export default function ExaminingScreens({ route }: { readonly route: Route }) {
  const { exams } = useWords();
  const tab = tabNames.find((name) => name === route[0]) ?? 'exams';
  return (
    <div className="page page-wide stack examining-page">
      <div className="tabs-head">
        <h1>{exams.title}</h1>
        <ExaminingTabs current={tab} />
      </div>
      <Tab tab={tab} route={route.slice(1)} />
    </div>
  );
}

function Tab({ tab, route }: { readonly tab: TabName; readonly route: Route }) {
  switch (tab) {
    case 'exams':
      return <ExamsTab route={route} />;
    case 'papers':
      return <PapersTab route={route} />;
    case 'key-in':
      return <KeyInTab route={route} />;
    case 'marking':
      return <MarkingTab route={route} />;
    case 'results':
      return <ResultsTab route={route} />;
    default:
      return never(tab);
  }
}
