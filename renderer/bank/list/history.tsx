import { useState } from 'react';
import type { EntryRef } from '@shared/model/bank.ts';
import { readHistory } from '../../data/bank/undo.ts';
import { useLive } from '../../data/live.ts';
import { readPeople } from '../../data/people.ts';
import { minuteOf } from '../../ui/format.ts';
import { useWords } from '../../words.tsx';
import { ChangedFields } from '../question/changed-fields.tsx';

/** Who changed the question, when, and what: before → after. Read when it is opened. */
export function History({ entryRef }: { readonly entryRef: EntryRef }) {
  const { bankList } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{bankList.detail.history}</summary>
      {isOpen && <Items entryRef={entryRef} />}
    </details>
  );
}

function Items({ entryRef }: { readonly entryRef: EntryRef }) {
  const { bankList, app } = useWords();
  const words = bankList.detail;
  const items = useLive(() => readHistory(entryRef), [entryRef.id, entryRef.blockId]);
  const people = useLive(readPeople, []);
  const nameOf = (id: string): string => people?.people.find((person) => person.id === id)?.name ?? words.someone;
  if (!items) return <p className="soft">{app.loading}</p>;
  if (items.length === 0) return <p className="soft">{words.noHistory}</p>;
  return (
    <ol className="bank-history">
      {items.map((item) => (
        <li key={item.step.id} className="stack">
          <strong>{bankList.steps[item.step.what]}</strong>
          <span className="soft">{words.by(nameOf(item.step.personId), minuteOf(item.step.at))}</span>
          {item.before?.question && item.after?.question && <ChangedFields before={item.before.question} after={item.after.question} />}
        </li>
      ))}
    </ol>
  );
}
