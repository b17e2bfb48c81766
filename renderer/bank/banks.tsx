import { useState } from 'react';
import type { Bank } from '@shared/model/bank.ts';
import { readBanks } from '../data/bank/banks.ts';
import { readCorrections } from '../data/bank/corrections.ts';
import { useLive } from '../data/live.ts';
import { hrefOf, navigate } from '../route.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { dayOf } from '../ui/format.ts';
import { ScrollBox } from '../ui/scroll-box.tsx';
import { useWords } from '../words.tsx';
import { BankForm } from './bank-form.tsx';

/** Every question bank on this computer. */
export function Banks() {
  const { bank: words, app } = useWords();
  const all = useLive(readBanks, []);
  const [draft, setDraft] = useState<Bank | null>(null);
  const [renamed, setRenamed] = useState<Bank | null>(null);
  const [withArchived, setWithArchived] = useState(false);
  if (!all) return <p className="soft">{app.loading}</p>;
  const archived = all.filter((bank) => bank.archived).length;
  const shown = all.filter((bank) => withArchived || !bank.archived);
  const create = (): void => setDraft(newBank());
  return (
    <div className="page page-wide stack">
      <div className="head">
        <h1>{words.title}</h1>
        {shown.length > 0 && (
          <Button main onClick={create}>
            {words.banks.create}
          </Button>
        )}
      </div>
      {shown.length === 0 ? <NoBanks onCreate={create} /> : <BankTable banks={shown} onRename={setRenamed} />}
      {archived > 0 && (
        <label className="check">
          <input type="checkbox" checked={withArchived} onChange={(event) => setWithArchived(event.target.checked)} />
          {words.banks.showArchived(archived)}
        </label>
      )}
      {draft && <BankForm isNew bank={draft} onClose={() => setDraft(null)} onSaved={(bank) => navigate('bank', bank.id, 'import')} />}
      {renamed && <BankForm isNew={false} bank={renamed} onClose={() => setRenamed(null)} onSaved={() => setRenamed(null)} />}
    </div>
  );
}

function NoBanks({ onCreate }: { readonly onCreate: () => void }) {
  const { banks } = useWords().bank;
  return (
    <Empty>
      <h2>{banks.emptyTitle}</h2>
      <p>{banks.empty}</p>
      <Button main onClick={onCreate}>
        {banks.createFirst}
      </Button>
    </Empty>
  );
}

interface BankTableProps {
  readonly banks: readonly Bank[];
  readonly onRename: (bank: Bank) => void;
}

function BankTable({ banks, onRename }: BankTableProps) {
  const { bank: words } = useWords();
  return (
    <ScrollBox label={words.banks.caption} className="bank-scroll">
      <table className="table">
        <caption className="visually-hidden">{words.banks.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.banks.name}</th>
            {(['kept', 'staged', 'refused', 'corrections'] as const).map((name) => (
              <th key={name} scope="col" className="num">
                {words.banks[name]}
              </th>
            ))}
            <th scope="col">{words.banks.published}</th>
            <th scope="col">{words.banks.rename}</th>
          </tr>
        </thead>
        <tbody>
          {banks.map((bank) => (
            <BankRow key={bank.id} bank={bank} onRename={() => onRename(bank)} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function BankRow({ bank, onRename }: { readonly bank: Bank; readonly onRename: () => void }) {
  const { banks } = useWords().bank;
  const corrections = useLive(() => readCorrections(bank.name), [bank.name]);
  const waiting = corrections?.filter(({ reply }) => reply === null).length ?? 0;
  const { published, counts } = bank;
  const count = (value: number, tab: string) => (
    <td className="num">{value > 0 ? <a href={hrefOf('bank', bank.id, tab)}>{value}</a> : value}</td>
  );
  return (
    <tr>
      <th scope="row">
        <a href={hrefOf('bank', bank.id)}>{bank.title}</a>
        {bank.archived && <span className="soft">　{banks.archived}</span>}
      </th>
      {count(counts.kept, 'questions')}
      {count(counts.staged, 'import')}
      {count(counts.refused, 'import')}
      {count(waiting, 'corrections')}
      <td>{published ? banks.version(published.version, dayOf(published.at)) : banks.never}</td>
      <td>
        <Button aria-label={banks.renameNamed(bank.title)} onClick={onRename}>
          {banks.rename}
        </Button>
      </td>
    </tr>
  );
}

const newBank = (): Bank => ({
  id: crypto.randomUUID(),
  name: '',
  title: '',
  createdAt: Date.now(),
  archived: false,
  published: null,
  counts: { kept: 0, withdrawn: 0, staged: 0, refused: 0 },
});
