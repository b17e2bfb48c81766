import { unitOf } from '@shared/bank/imported.ts';
import { problemsOf } from '@shared/bank/work/problems.ts';
import type { Bank, BankEntry, EntryRef } from '@shared/model/bank.ts';
import { batchWith } from '../../data/bank/batches.ts';
import { readEntry } from '../../data/bank/entries.ts';
import type { BankSearch } from '../../data/bank/search/search.ts';
import { useLive } from '../../data/live.ts';
import { hrefOf } from '../../route.ts';
import { Button } from '../../ui/button.tsx';
import { ScrollBox } from '../../ui/scroll-box.tsx';
import { useWords } from '../../words.tsx';
import { EntryEditor } from '../common/entry-editor.tsx';
import { ProblemList, type MendHandler } from '../common/problem-list.tsx';
import type { Editing } from '../common/use-editing.ts';
import { useSections } from '../common/use-sections.ts';
import { QuestionCorrections } from '../corrections/question-corrections.tsx';
import { QuestionView } from '../question/question-view.tsx';
import { History } from './history.tsx';

interface DetailProps {
  readonly bank: Bank;
  readonly search: BankSearch | null;
  /** The active row; null while it is read and where there is none. */
  readonly entryRef: EntryRef | null;
  /** How many are chosen, where there are several; else 0. */
  readonly several: number;
  readonly editing: Editing;
  readonly onMend: MendHandler;
  readonly onClosed: () => void;
}

/** The active question in full: as a branch sees it, its problems, where it comes from, what was changed, what branches say. */
export function Detail({ bank, search, entryRef, several, editing, onMend, onClosed }: DetailProps) {
  const { bankList } = useWords();
  const entry = useLive(() => (entryRef ? readEntry(entryRef) : null), [entryRef?.id, entryRef?.blockId]);
  const sections = useSections(search);
  return (
    <ScrollBox label={bankList.detail.label} className="bank-pane">
      {editing.form === null && several > 1 && <p>{bankList.detail.several(several)}</p>}
      {entry === null && entryRef === null && <p className="soft">{bankList.detail.none}</p>}
      {editing.form?.kind === 'entry' && (
        <EntryEditor bankId={bank.id} form={editing.form} sections={sections} editing={editing} onClosed={onClosed} />
      )}
      {editing.form === null && entryRef && entry?.id === entryRef.id && (
        <EntryDetail
          bank={bank}
          entry={entry}
          entryRef={entryRef}
          onMend={onMend}
          onEdit={() => editing.open({ kind: 'entry', ref: entryRef, entry })}
        />
      )}
    </ScrollBox>
  );
}

interface EntryDetailProps {
  readonly bank: Bank;
  readonly entry: BankEntry;
  readonly entryRef: EntryRef;
  readonly onMend: MendHandler;
  readonly onEdit: () => void;
}

function EntryDetail({ bank, entry, entryRef, onMend, onEdit }: EntryDetailProps) {
  const { bank: words, bankList } = useWords();
  return (
    <div className="stack">
      <div className="row">
        <Button onClick={onEdit}>{words.edit.open}</Button>
        <span className="soft bank-long">{bankList.detail.id(entry.id)}</span>
      </div>
      <ProblemList findings={problemsOf(entry)} entry={entry} onMend={onMend} />
      {entry.question ? <QuestionView question={entry.question} /> : <p className="bank-stem">{entry.draft?.stem}</p>}
      <QuestionCorrections bank={bank} questionId={entry.id} />
      <Origin entry={entry} />
      <History key={entry.id} entryRef={entryRef} />
    </div>
  );
}

function Origin({ entry }: { readonly entry: BankEntry }) {
  const { bank, bankList, bankImport } = useWords();
  const words = bankList.detail;
  const { origin } = entry;
  const batch = useLive(() => (origin ? batchWith(origin.batchId) : null), [origin?.batchId]);
  if (!origin) return <p className="soft">{bank.labelled(words.origin, words.written)}</p>;
  const place = bankImport.source.rows(origin, batch ? unitOf(batch.format) : 'row');
  return (
    <p className="soft bank-long">
      {batch ? (
        <a href={hrefOf('bank', batch.bankId, 'import', batch.id)}>{bank.labelled(words.origin, words.originText(batch.file, place))}</a>
      ) : (
        bank.labelled(words.origin, place)
      )}
    </p>
  );
}
