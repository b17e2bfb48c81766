import { useState, type SyntheticEvent } from 'react';
import type { Bank } from '@shared/model/bank.ts';
import type { Failure, Result } from '@shared/model/failure.ts';
import { archiveBank, createBank, readBanks, renameBank } from '../data/bank/banks.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { FailureNotice, Notice } from '../ui/notice.tsx';
import { useWords } from '../words.tsx';
import { freeName, isPackageName, packageNameFrom } from './bank-name.ts';

interface BankFormProps {
  readonly bank: Bank;
  readonly isNew: boolean;
  readonly onSaved: (bank: Bank) => void;
  readonly onClose: () => void;
}

type Problem = 'titleNeeded' | 'nameWrong' | 'nameTaken';

/** Title and package name of a bank. The name is proposed from the title until somebody types one. */
export function BankForm({ bank: first, isNew, onSaved, onClose }: BankFormProps) {
  const { bank: words, failures, app } = useWords();
  const { form } = words;
  const [bank, setBank] = useState(first);
  const [isNamed, setIsNamed] = useState(!isNew);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const propose = async (): Promise<void> => {
    const name = isNamed ? null : await proposedName(bank.title);
    if (name !== null) setBank((now) => ({ ...now, name }));
  };
  const save = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const filled = { ...bank, title: bank.title.trim(), name: bank.name === '' && !isNamed ? await proposedName(bank.title) : bank.name };
    const found = await problemOf(filled);
    setProblem(found);
    if (found) return;
    const saved = await saveBank(filled, first, isNew);
    setFailure(saved.ok ? null : saved.failure);
    if (saved.ok) onSaved(filled);
  };
  return (
    <Dialog
      title={isNew ? form.create : form.edit}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{app.cancel}</Button>
          <Button main type="submit" form="bank-form">
            {form.save}
          </Button>
        </>
      }
    >
      <form id="bank-form" className="stack bank-form" noValidate onSubmit={save}>
        <Field label={form.title}>
          <input
            maxLength={200}
            value={bank.title}
            onBlur={() => void propose()}
            onChange={(event) => setBank({ ...bank, title: event.target.value })}
          />
        </Field>
        <small className="soft">{form.titleHint}</small>
        <Field label={form.name}>
          <input
            maxLength={40}
            value={bank.name}
            disabled={first.published !== null}
            onChange={(event) => {
              setIsNamed(true);
              setBank({ ...bank, name: event.target.value });
            }}
          />
        </Field>
        <small className="soft">{form.nameHint}</small>
        {!isNew && (
          <label className="check">
            <input type="checkbox" checked={bank.archived} onChange={(event) => setBank({ ...bank, archived: event.target.checked })} />
            {form.archived}
          </label>
        )}
        {problem && <Notice tone="bad">{form[problem]}</Notice>}
        {failure && <FailureNotice text={failures[failure.kind](failure.subject)} />}
      </form>
    </Dialog>
  );
}

/** The table of readings is large: it is loaded when a bank is named. */
async function proposedName(title: string): Promise<string> {
  const [{ pinyin }, banks] = await Promise.all([import('pinyin-pro'), readBanks()]);
  const syllables = pinyin(title, { toneType: 'none', type: 'array', nonZh: 'consecutive' });
  return freeName(
    packageNameFrom(syllables),
    banks.map(({ name }) => name),
  );
}

async function problemOf({ id, title, name }: Bank): Promise<Problem | null> {
  if (title === '') return 'titleNeeded';
  if (!isPackageName(name)) return 'nameWrong';
  return (await readBanks()).some((other) => other.id !== id && other.name === name) ? 'nameTaken' : null;
}

async function saveBank(bank: Bank, before: Bank, isNew: boolean): Promise<Result<null>> {
  const { id, name, title, createdAt, archived } = bank;
  if (isNew) return createBank({ id, name, title, createdAt });
  const renamed = await renameBank(id, { name, title });
  return renamed.ok && archived !== before.archived ? archiveBank(id, archived) : renamed;
}
