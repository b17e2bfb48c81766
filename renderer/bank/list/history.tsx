import { useState } from 'react';
import { canonicalJson } from '@shared/bank/changes.ts';
import type { BankEntry, EntryRef } from '@shared/model/bank.ts';
import { readHistory } from '../../data/bank/undo.ts';
import { useLive } from '../../data/live.ts';
import { readPeople } from '../../data/people.ts';
import { minuteOf } from '../../ui/format.ts';
import { useWords } from '../../words.tsx';
import { isRedo } from '../common/redo.ts';
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
  const steps = items.map(({ step }) => step);
  return (
    <ol className="bank-history">
      {items.map((item) => (
        <li key={item.step.id} className="stack">
          <strong>{isRedo(item.step, steps) ? bankList.undo.redo : bankList.steps[item.step.what]}</strong>
          <span className="soft">{words.by(nameOf(item.step.personId), minuteOf(item.step.at))}</span>
          {item.before && item.after && <WhatChanged before={item.before} after={item.after} />}
        </li>
      ))}
    </ol>
  );
}

/** Where the question stands now, and its fields before and after. */
function WhatChanged({ before, after }: { readonly before: BankEntry; readonly after: BankEntry }) {
  const { bank, bankList } = useWords();
  const moved = before.state !== after.state;
  const same = canonicalJson(before.question) === canonicalJson(after.question);
  return (
    <>
      {moved && <span>{bankList.detail.moved(bank.states[before.state], bank.states[after.state])}</span>}
      {before.question && after.question && !(moved && same) && <ChangedFields before={before.question} after={after.question} />}
    </>
  );
}
