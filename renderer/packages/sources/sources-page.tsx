import { useState } from 'react';
import type { PackagesOverview, Source } from '@shared/ipc/contract.ts';
import { request } from '../../bridge.ts';
import { hrefOf, navigate } from '../../route.ts';
import { useSession } from '../../session.tsx';
import { sizeOf } from '../../ui/format.ts';
import { useWords } from '../../words.tsx';
import { isBusy } from '../sync/sync-state.ts';
import { sync, useSyncState } from '../sync/sync.ts';
import { AddSource } from './add-source.tsx';
import { moved } from './order.ts';
import { RemoveDialog } from './remove-dialog.tsx';
import { RootChangePanel } from './root-change.tsx';
import { SourceRow } from './source-row.tsx';
import { useRootChange } from './use-root-change.ts';

interface SourcesPageProps {
  readonly overview: PackagesOverview;
  readonly refresh: () => Promise<void>;
}

/** Where packages come from, in the order in which they are asked, and how a new source is added. */
export function SourcesPage({ overview, refresh }: SourcesPageProps) {
  const { packageSources: words } = useWords();
  const [removing, setRemoving] = useState<Source | null>(null);
  const root = useRootChange(refresh);
  const [said, setSaid] = useState('');
  const busy = isBusy(useSyncState());
  const added = overview.sources.filter(({ kind }) => kind !== 'starter');
  const move = async (source: Source, step: -1 | 1): Promise<void> => {
    const ids = moved(
      added.map(({ id }) => id),
      source.id,
      step,
    );
    await request('packages:order-sources', ids);
    await refresh();
    setSaid(words.moved(source.label, ids.indexOf(source.id) + 1));
  };
  return (
    <>
      <section className="card stack">
        <h2>{words.title}</h2>
        <p className="soft">{added.length > 1 ? words.order : added.length === 0 ? words.none : words.starter}</p>
        <ol className="packages-sources">
          {added.map((source, place) => (
            <SourceRow
              key={source.id}
              source={source}
              busy={busy}
              isFirst={place === 0}
              isLast={place === added.length - 1}
              onCheck={() => void check(source)}
              onMove={(step) => void move(source, step)}
              onRemove={() => setRemoving(source)}
              onRoot={() => void root.choose(source)}
            />
          ))}
        </ol>
        <p className="visually-hidden" role="status">
          {said}
        </p>
        <RootChangePanel change={root} />
        <Usage bytes={overview.usedThisMonth} />
      </section>
      <AddSource
        onAdded={(source) => {
          void refresh();
          void check(source);
        }}
      />
      {removing && <RemoveDialog source={removing} onClose={() => setRemoving(null)} onRemoved={refresh} />}
    </>
  );
}

/** What comes of a check is shown on the first page. */
async function check(source: Source): Promise<void> {
  navigate('packages');
  await sync.check({ source: source.id, beyondLimit: false }, source.label);
}

function Usage({ bytes }: { readonly bytes: number }) {
  const { packageSources: words } = useWords();
  const { monthlyLimit } = useSession().settings;
  return (
    <p className="soft">
      {monthlyLimit === 0 ? words.usage(sizeOf(bytes)) : words.usageOf(sizeOf(bytes), `${monthlyLimit} MB`)}{' '}
      <a href={hrefOf('settings')}>{words.usageSettings}</a>
    </p>
  );
}
