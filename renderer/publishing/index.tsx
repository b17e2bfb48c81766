import './publishing.css';
import type { Failure } from '@shared/model/failure.ts';
import { never } from '@shared/never.ts';
import type { Route } from '../route.ts';
import { FailureNotice } from '../ui/notice.tsx';
import { useWords } from '../words.tsx';
import { Destinations } from './destinations/destinations.tsx';
import { Keys } from './keys/keys.tsx';
import { Overview } from './overview/overview.tsx';
import { PublishingTabs, tabNames, type TabName } from './publishing-tabs.tsx';
import { RotationPage } from './rotation/rotation-page.tsx';
import { usePublisher, type Publisher } from './use-publisher.ts';

/** 发布: `#/publishing/<tab>/…` — what is published, where it is copied to, and the keys that sign it. */
export default function PublishingScreens({ route }: { readonly route: Route }) {
  const { publishing, app } = useWords();
  const publisher = usePublisher();
  const tab = tabNames.find((name) => name === route[0]) ?? 'overview';
  return (
    <div className="page page-wide stack publishing-page">
      <div className="tabs-head">
        <h1>{publishing.title}</h1>
        <PublishingTabs current={tab} />
      </div>
      {publisher && <Troubles troubles={publisher.state.troubles} />}
      {publisher === null ? <p className="soft">{app.loading}</p> : <Tab tab={tab} publisher={publisher} route={route.slice(1)} />}
    </div>
  );
}

/** What is damaged or cannot be read, on every tab: nothing can be signed until it is mended. */
function Troubles({ troubles }: { readonly troubles: readonly Failure[] }) {
  const { failures } = useWords();
  return troubles.map(({ kind, subject, at }) => <FailureNotice key={kind + subject} text={failures[kind](subject, at)} />);
}

interface TabProps {
  readonly tab: TabName;
  readonly publisher: Publisher;
  readonly route: Route;
}

function Tab({ tab, publisher, route }: TabProps) {
  switch (tab) {
    case 'overview':
      return <Overview publisher={publisher} />;
    case 'destinations':
      return <Destinations publisher={publisher} />;
    case 'keys':
      return <Keys publisher={publisher} />;
    case 'rotation':
      return <RotationPage publisher={publisher} route={route} />;
    default:
      return never(tab);
  }
}
