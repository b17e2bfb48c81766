import { useEffect, useState } from 'react';
import { shortFingerprint } from '@shared/fingerprint.ts';
import type { HistoryEntry } from '@shared/ipc/contract.ts';
import type { Failure } from '@shared/model/failure.ts';
import { listen, request } from '../../bridge.ts';
import { Empty } from '../../ui/empty.tsx';
import { minuteOf } from '../../ui/format.ts';
import { ScrollBox } from '../../ui/scroll-box.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useWords } from '../../words.tsx';

const shown = 200;

/** What happened to packages and sources on this computer, newest first; the technical reason of a refusal behind a word. */
export function HistoryPage() {
  const { packageHistory: words } = useWords();
  const entries = useHistory();
  if (!entries) return null;
  if (entries.length === 0) return <Empty>{words.none}</Empty>;
  return (
    <section className="card stack">
      <h2>{words.title}</h2>
      <p className="soft">
        {words.hint} {entries.length === shown && words.last(shown)}
      </p>
      <ScrollBox label={words.title} className="packages-scroll">
        <table className="table packages-history">
          <caption className="visually-hidden">{words.title}</caption>
          <thead>
            <tr>
              <th>{words.columns.at}</th>
              <th>{words.columns.event}</th>
              <th>{words.columns.subject}</th>
              <th>{words.columns.source}</th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry, place) => (
              <HistoryRow key={`${entry.at} ${place}`} entry={entry} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}

function HistoryRow({ entry: { at, event, subject, version, source, publisher, failure, reason } }: { readonly entry: HistoryEntry }) {
  const { packages, packageHistory: words } = useWords();
  return (
    <tr>
      <td className="packages-short">{minuteOf(at)}</td>
      <td className="packages-short">{event === 'refused' ? <Tag tone="bad">{words.events.refused}</Tag> : words.events[event]}</td>
      <td>
        {version === null ? subject : packages.titled(subject, version)}
        {failure && <RefusalText failure={failure} />}
        {reason !== '' && (
          <details>
            <summary className="packages-summary">{words.reason}</summary>
            <code className="packages-source">{reason}</code>
          </details>
        )}
      </td>
      <td className="packages-source">
        {source !== subject && source}
        {publisher !== '' && <div className="soft packages-short">{words.publisher(shortFingerprint(publisher).slice(0, 9))}…</div>}
      </td>
    </tr>
  );
}

function RefusalText({ failure: { kind, subject, at } }: { readonly failure: Failure }) {
  const { failures } = useWords();
  const { what, next } = failures[kind](subject, at);
  return (
    <div>
      <div>{what}</div>
      <div className="soft">{next}</div>
    </div>
  );
}

/** Read again when something happens; whoever looks at the page has seen the refusals. */
function useHistory(): readonly HistoryEntry[] | undefined {
  const [entries, setEntries] = useState<readonly HistoryEntry[]>();
  useEffect(() => {
    const read = async (): Promise<void> => setEntries(await request('packages:history', shown));
    const readAndSee = async (): Promise<void> => {
      await read();
      await request('packages:seen');
    };
    void readAndSee();
    return listen('packages:changed', () => void read());
  }, []);
  return entries;
}
