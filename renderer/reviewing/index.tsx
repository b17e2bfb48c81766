import './reviewing.css';
import type { ComponentType } from 'react';
import type { Route } from '../route.ts';
import { useToday } from '../ui/use-today.ts';
import { useWords } from '../words.tsx';
import { ApprovalTab } from './approval/approval-tab.tsx';
import { AssessmentTab } from './assessment/assessment-tab.tsx';
import { BenchmarksTab } from './benchmarks/benchmarks-tab.tsx';
import { LedgerTab } from './ledger/ledger-tab.tsx';
import { PublishTab } from './publish/publish-tab.tsx';
import { ReviewingTabs, tabNames, type ReviewingTabProps, type TabName } from './reviewing-tabs.tsx';
import { TopicsTab } from './topics/topics-tab.tsx';

const parts: Record<TabName, ComponentType<ReviewingTabProps>> = {
  topics: TopicsTab,
  approval: ApprovalTab,
  ledger: LedgerTab,
  assessment: AssessmentTab,
  benchmarks: BenchmarksTab,
  publish: PublishTab,
};

/** 评审: `#/reviewing/<tab>/…` — what the bureau does for 书记项目, from the topic to the yearly review. */
export default function ReviewingScreens({ route }: { readonly route: Route }) {
  const { reviewing } = useWords();
  const today = useToday();
  const tab = tabNames.find((name) => name === route[0]) ?? 'topics';
  const Part = parts[tab];
  return (
    <div className="page page-wide stack reviewing-page">
      <div className="tabs-head">
        <h1>{reviewing.title}</h1>
        <ReviewingTabs current={tab} />
      </div>
      <Part route={route.slice(1)} today={today} />
    </div>
  );
}
