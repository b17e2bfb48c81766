import { useCallback, useEffect, useRef, useState } from 'react';
import { shortFingerprint } from '@shared/fingerprint.ts';
import type { Source } from '@shared/ipc/contract.ts';
import { request } from '../bridge.ts';
import { installedPackages } from '../data/content.ts';
import { useLive } from '../data/live.ts';
import { Button } from '../ui/button.tsx';
import { minuteOf } from '../ui/format.ts';
import { useWords } from '../words.tsx';
import { AddSource } from './add-source.tsx';
import { isBusy } from './sync-state.ts';
import { SyncPanel } from './sync-panel.tsx';
import { useSync } from './use-sync.ts';

/** What is installed, where it comes from, and what is new there. */
export default function PackagesPage() {
  const { packages } = useWords();
  const sync = useSync();
  const { sources, refresh } = useSources();
  const panel = useRef<HTMLDivElement>(null);
  // What was found stands at the top; on a small screen the button that asked for it stands further down.
  useEffect(() => {
    if (sync.state.kind !== 'idle') panel.current?.scrollIntoView({ block: 'nearest' });
  }, [sync.state.kind]);
  const check = async (source: Source): Promise<void> => {
    await sync.check(source);
    await refresh();
  };
  const added = async (source: Source): Promise<void> => {
    await refresh();
    await check(source);
  };
  const remove = async (source: string): Promise<void> => {
    await request('packages:remove-source', source);
    await refresh();
  };
  return (
    <div className="page stack">
      <h1>{packages.title}</h1>
      <div ref={panel} hidden={sync.state.kind === 'idle'}>
        <SyncPanel sync={sync} />
      </div>
      <section className="card stack">
        <h2>{packages.sources}</h2>
        {sources.map((source) => (
          <SourceRow
            key={source.id}
            source={source}
            busy={isBusy(sync.state)}
            onCheck={() => void check(source)}
            onRemove={() => void remove(source.id)}
          />
        ))}
      </section>
      <AddSource onAdded={(source) => void added(source)} />
      <Installed />
    </div>
  );
}

function useSources() {
  const [sources, setSources] = useState<readonly Source[]>([]);
  const refresh = useCallback(async (): Promise<void> => setSources(await request('packages:sources')), []);
  useEffect(() => void refresh(), [refresh]);
  return { sources, refresh };
}

interface SourceRowProps {
  readonly source: Source;
  readonly busy: boolean;
  readonly onCheck: () => void;
  readonly onRemove: () => void;
}

function SourceRow({ source, busy, onCheck, onRemove }: SourceRowProps) {
  const { packages } = useWords();
  const name = source.kind === 'starter' ? packages.starterLabel : source.label;
  return (
    <div className="row" style={{ justifyContent: 'space-between' }}>
      <div>
        <strong>{name}</strong> <span className="soft">{packages.sourceKinds[source.kind]}</span>
        <div className="soft">{source.lastSuccess === null ? packages.never : packages.lastSuccess(minuteOf(source.lastSuccess))}</div>
      </div>
      <div className="row">
        <Button disabled={busy} onClick={onCheck} aria-label={`${packages.check} ${name}`}>
          {packages.check}
        </Button>
        {source.kind !== 'starter' && (
          <Button disabled={busy} onClick={onRemove} aria-label={`${packages.remove} ${name}`}>
            {packages.remove}
          </Button>
        )}
      </div>
    </div>
  );
}

function Installed() {
  const { packages } = useWords();
  const versions = useLive(installedPackages, []);
  return (
    <section className="card">
      <table className="table">
        <caption>{packages.installed}</caption>
        <thead>
          <tr>
            <th>{packages.columns.title}</th>
            <th>{packages.columns.kind}</th>
            <th>{packages.columns.version}</th>
            <th>{packages.columns.issued}</th>
            <th>{packages.columns.publisher}</th>
          </tr>
        </thead>
        <tbody>
          {versions?.map((version) => (
            <tr key={version.name}>
              <td>{version.title}</td>
              <td>{packages.kinds[version.kind]}</td>
              <td>{packages.version(version.version)}</td>
              <td>{version.issued.slice(0, 10)}</td>
              <td>
                <code>{shortFingerprint(version.publisher)}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
