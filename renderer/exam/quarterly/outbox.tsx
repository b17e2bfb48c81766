import { useState } from 'react';
import type { OutboxEntry } from '@shared/ipc/contract.ts';
import { request } from '../../bridge.ts';
import { ExportOutcomeNotice } from '../../export-outcome.tsx';
import { useExporting } from '../../exporting.ts';
import { PlaceChoice } from '../../place-choice.tsx';
import { usePlaces } from '../../places.ts';
import { hrefOf } from '../../route.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { minuteOf } from '../../ui/format.ts';
import { FailureNotice } from '../../ui/notice.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useWords } from '../../words.tsx';
import { useOutbox } from './outbox-link.tsx';

/** 上报: the sealed answers of everybody at this computer, to be exported for the bureau. */
export function Outbox() {
  const { quarterly, failures } = useWords();
  const { outbox, refresh } = useOutbox();
  return (
    <div className="page">
      <div className="head">
        <h1>{quarterly.outbox.title}</h1>
        <a className="button" href={hrefOf('exam')}>
          {quarterly.back}
        </a>
      </div>
      <p>{quarterly.outbox.intro}</p>
      {outbox?.failure && <FailureNotice text={failures[outbox.failure.kind](outbox.failure.subject)} />}
      {outbox?.entries.length === 0 && <Empty>{quarterly.outbox.none}</Empty>}
      {outbox && outbox.entries.length > 0 && <Sending entries={outbox.entries} refresh={refresh} />}
    </div>
  );
}

interface SendingProps {
  readonly entries: readonly OutboxEntry[];
  readonly refresh: () => Promise<void>;
}

/** What was never exported is chosen already. */
function Sending({ entries, refresh }: SendingProps) {
  const { quarterly } = useWords();
  const [changed, setChanged] = useState<ReadonlyMap<string, boolean>>(new Map());
  const places = usePlaces();
  const task = useExporting();
  const isChosen = ({ attemptId, exportedAt }: OutboxEntry): boolean => changed.get(attemptId) ?? exportedAt === null;
  const chosen = entries.filter(isChosen).map(({ attemptId }) => attemptId);
  const obstacle = chosen.length === 0 ? quarterly.outbox.needRecord : places.chosen === '' ? quarterly.outbox.needPlace : null;
  const send = async (): Promise<void> => {
    await task.start((name) => request('exam:export-answers', places.chosen, chosen, name));
    setChanged(new Map());
    await refresh();
  };
  return (
    <div className="stack">
      <Entries
        entries={entries}
        isChosen={isChosen}
        onChoose={({ attemptId }, wanted) => setChanged(new Map(changed).set(attemptId, wanted))}
      />
      <PlaceChoice legend={quarterly.outbox.place} places={places} />
      <p className="card">{quarterly.outbox.leaving}</p>
      <div className="row">
        <Button main disabled={obstacle !== null || task.state.kind === 'writing'} aria-describedby="outbox-obstacle" onClick={send}>
          {quarterly.outbox.export}
        </Button>
        <span id="outbox-obstacle" className="soft">
          {obstacle}
        </span>
      </div>
      <ExportOutcomeNotice task={task} />
    </div>
  );
}

interface EntriesProps {
  readonly entries: readonly OutboxEntry[];
  readonly isChosen: (entry: OutboxEntry) => boolean;
  readonly onChoose: (entry: OutboxEntry, wanted: boolean) => void;
}

function Entries({ entries, isChosen, onChoose }: EntriesProps) {
  const { quarterly } = useWords();
  const { columns } = quarterly.outbox;
  return (
    <div className="exam-scroll">
      <table className="table" aria-label={quarterly.outbox.title}>
        <thead>
          <tr>
            {[columns.choose, columns.person, columns.exam, columns.receipt, columns.sealed, columns.state].map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <EntryRow key={entry.attemptId} entry={entry} chosen={isChosen(entry)} onChoose={(wanted) => onChoose(entry, wanted)} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface EntryRowProps {
  readonly entry: OutboxEntry;
  readonly chosen: boolean;
  readonly onChoose: (wanted: boolean) => void;
}

function EntryRow({ entry: { personName, examTitle, receipt, sealedAt, exportedAt }, chosen, onChoose }: EntryRowProps) {
  const { quarterly } = useWords();
  return (
    <tr>
      <td>
        <label className="check">
          <input
            type="checkbox"
            aria-label={quarterly.outbox.choose(personName, examTitle)}
            checked={chosen}
            onChange={(event) => onChoose(event.target.checked)}
          />
        </label>
      </td>
      <td>{personName}</td>
      <td>{examTitle}</td>
      <td className="exam-receipt-small">{receipt}</td>
      <td className="exam-date">{minuteOf(sealedAt)}</td>
      <td>
        {exportedAt === null ? (
          <Tag tone="warn">{quarterly.outbox.waiting}</Tag>
        ) : (
          <Tag tone="good">{quarterly.outbox.exported(minuteOf(exportedAt))}</Tag>
        )}
      </td>
    </tr>
  );
}
