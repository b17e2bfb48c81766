import { useEffect, useRef, useState } from 'react';
import type { PackagesOverview } from '@shared/ipc/contract.ts';
import { Preview } from './preview/preview.tsx';
import { Outcome } from './sync/outcome.tsx';
import { Running } from './sync/running.tsx';
import { StandingPanel, UnfinishedPanel, WaitingLine } from './sync/standing-panel.tsx';
import { standingOf } from './sync/standing.ts';
import { waitingOf, type SyncState } from './sync/sync-state.ts';
import { sync, useSyncState } from './sync/sync.ts';
import type { TabName } from './tabs.tsx';
import { Warnings } from './warnings.tsx';

/** Parts for which it matters how current this computer is. */
const ofUpdates: readonly TabName[] = ['updates', 'sources'];

export interface TopProps {
  readonly tab: TabName;
  readonly overview: PackagesOverview;
  readonly refresh: () => Promise<void>;
}

/** One clear state above everything; brought into sight whenever it changes. */
export function Top(props: TopProps) {
  const box = useRef<HTMLDivElement>(null);
  const state = useSyncState();
  useEffect(() => {
    if (state.kind !== 'idle') box.current?.scrollIntoView({ block: 'nearest' });
  }, [state.kind]);
  return (
    <div ref={box} className="stack">
      <Warnings overview={props.overview} onHistory={props.tab === 'history'} />
      <State state={state} {...props} />
    </div>
  );
}

function State({ state, tab, overview, refresh }: TopProps & { readonly state: SyncState }) {
  const [now] = useState(() => Date.now());
  if (state.kind === 'checking' || state.kind === 'stopping' || state.kind === 'installing') return <Running state={state} />;
  const waiting = waitingOf(state, overview.waiting);
  const showsStanding = ofUpdates.includes(tab);
  const putOff = (): void => {
    sync.dismiss();
    void refresh();
  };
  return (
    <>
      {state.kind !== 'idle' && <Outcome state={state} resumable={overview.unfinished !== null && !waiting && showsStanding} />}
      {!waiting && showsStanding && (
        <StandingPanel standing={standingOf(overview, now)} checking={overview.checking} atSources={tab === 'sources'} refresh={refresh} />
      )}
      {waiting && tab === 'updates' && <Preview findings={waiting} onPutOff={putOff} />}
      {waiting && tab === 'updates' && overview.unfinished && <UnfinishedPanel unfinished={overview.unfinished} beside refresh={refresh} />}
      {waiting && tab !== 'updates' && <WaitingLine count={waiting.packages.length} />}
    </>
  );
}
