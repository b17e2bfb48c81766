import './packages.css';
import { useEffect } from 'react';
import { never } from '@shared/never.ts';
import { useOverview } from '../packages-overview.ts';
import type { Route } from '../route.ts';
import { useWords } from '../words.tsx';
import { CarryPage } from './carry/carry-page.tsx';
import { HistoryPage } from './history/history-page.tsx';
import { Installed } from './installed/installed.tsx';
import { tabNames, Tabs } from './tabs.tsx';
import { SourcesPage } from './sources/sources-page.tsx';
import { sync } from './sync/sync.ts';
import { Top, type TopProps } from './top.tsx';

/** 数据包: `#/packages` is where this computer stands, `#/packages/<tab>` the rest. */
export default function PackagesPage({ route }: { readonly route: Route }) {
  const { packages, app } = useWords();
  const { overview, refresh } = useOverview();
  const tab = tabNames.find((name) => name === route[0]) ?? 'updates';
  // A result that was seen does not wait for the person on the next visit; what runs goes on.
  useEffect(() => () => sync.dismiss(), []);
  return (
    <div className="page stack packages-page">
      <div className="tabs-head">
        <h1>{packages.title}</h1>
        <Tabs current={tab} newRefusals={overview?.newRefusals ?? 0} />
      </div>
      {overview ? (
        <>
          <Top tab={tab} overview={overview} refresh={refresh} />
          <Tab tab={tab} overview={overview} refresh={refresh} />
        </>
      ) : (
        <p className="soft">{app.loading}</p>
      )}
    </div>
  );
}

function Tab({ tab, overview, refresh }: TopProps) {
  switch (tab) {
    case 'updates':
      return <Installed installed={overview.installed} />;
    case 'sources':
      return <SourcesPage overview={overview} refresh={refresh} />;
    case 'carry':
      return <CarryPage />;
    case 'history':
      return <HistoryPage />;
    default:
      return never(tab);
  }
}
