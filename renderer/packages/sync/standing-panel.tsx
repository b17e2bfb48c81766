import type { ReactNode } from 'react';
import type { Unfinished } from '@shared/ipc/contract.ts';
import { never } from '@shared/never.ts';
import { request } from '../../bridge.ts';
import { hrefOf } from '../../route.ts';
import { Button } from '../../ui/button.tsx';
import { dayOf, minuteOf, sizeOf } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words.tsx';
import type { Standing } from './standing.ts';
import { sync } from './sync.ts';

const all = { source: null, beyondLimit: false };
const checkAll = (): void => void sync.check(all, '');

interface StandingPanelProps {
  readonly standing: Standing;
  /** A check runs by itself. */
  readonly checking: boolean;
  /** On the page of the sources the way to it is no step. */
  readonly atSources: boolean;
  readonly refresh: () => Promise<void>;
}

/** One clear state: what it is, since when, and the next step. */
export function StandingPanel({ standing, checking, atSources, refresh }: StandingPanelProps) {
  const { packages } = useWords();
  const { standing: words } = packages;
  const check = (
    <>
      {checking && <span role="status">{words.checking}</span>}
      <Button main={standing.kind !== 'current'} onClick={checkAll}>
        {packages.check}
      </Button>
    </>
  );
  switch (standing.kind) {
    case 'current':
      return (
        <Panel
          tone={standing.failing > 0 ? 'plain' : 'good'}
          title={standing.failing > 0 ? words.currentSoFar : `✓ ${words.current}`}
          actions={check}
        >
          <p className="soft">{words.checkedAt(minuteOf(standing.checkedAt))}</p>
          {standing.failing > 0 && <p>{words.failing(standing.failing)}</p>}
        </Panel>
      );
    case 'put-off':
      return (
        <Panel tone="plain" title={words.putOff(standing.versions.length)} actions={check}>
          <p>{standing.versions.map(({ title, version }) => packages.titled(title, version)).join(packages.comma)}</p>
          <p className="soft">{words.checkedAt(minuteOf(standing.checkedAt))}</p>
          <p>{words.putOffNext}</p>
        </Panel>
      );
    case 'stale':
      return (
        <Panel tone="warn" title={words.stale(standing.days)} actions={check}>
          {standing.issued !== '' && <p>{words.contentFrom(dayOf(Date.parse(standing.issued)))}</p>}
          <p>{words.staleNext}</p>
        </Panel>
      );
    case 'never':
      return (
        <Panel tone="plain" title={words.never} actions={check}>
          <p>{words.neverNext}</p>
        </Panel>
      );
    case 'no-source':
      return (
        <Panel tone="plain" title={words.noSource} actions={!atSources && <AddLink />}>
          <p>{words.noSourceNext}</p>
        </Panel>
      );
    case 'unfinished':
      return <UnfinishedPanel unfinished={standing.unfinished} beside={false} refresh={refresh} />;
    default:
      return never(standing);
  }
}

type UnfinishedProps = Pick<StandingPanelProps, 'refresh'> & {
  readonly unfinished: Unfinished;
  /** Other versions are complete and are shown first. */
  readonly beside: boolean;
};

/** A download that was broken off, and how to go on with it. */
export function UnfinishedPanel({ unfinished, beside, refresh }: UnfinishedProps) {
  const { packages } = useWords();
  const { standing: words } = packages;
  const discard = async (): Promise<void> => {
    await request('packages:discard');
    await refresh();
  };
  const actions = (
    <>
      <Button main={!beside} onClick={checkAll}>
        {words.resume}
      </Button>
      <Button onClick={() => void discard()}>{words.discard}</Button>
    </>
  );
  return (
    <Panel tone="warn" title={beside ? words.unfinishedBeside : words.unfinished} actions={actions}>
      <p>
        {words.unfinishedBytes(sizeOf(unfinished.done), sizeOf(unfinished.total))}
        {unfinished.titles.length > 0 && <span className="packages-aside">{unfinished.titles.join(packages.comma)}</span>}
      </p>
      <p>{words.unfinishedNext}</p>
    </Panel>
  );
}

function AddLink() {
  const { packages } = useWords();
  return (
    <a className="button button-main" href={hrefOf('packages', 'sources')}>
      {packages.add}
    </a>
  );
}

interface PanelProps {
  readonly tone: 'plain' | 'good' | 'warn';
  readonly title: string;
  readonly actions: ReactNode;
  readonly children: ReactNode;
}

function Panel({ tone, title, actions, children }: PanelProps) {
  return (
    <Notice tone={tone}>
      <div className="packages-standing">
        <div>
          <p className="packages-state">{title}</p>
          {children}
        </div>
        <div className="row">{actions}</div>
      </div>
    </Notice>
  );
}

/** On the other pages what waits is one line. */
export function WaitingLine({ count }: { readonly count: number }) {
  const { packages } = useWords();
  const link = (
    <a className="button" href={hrefOf('packages')}>
      {packages.standing.look}
    </a>
  );
  return (
    <Panel tone="plain" title={packages.standing.waiting(count)} actions={link}>
      {null}
    </Panel>
  );
}
