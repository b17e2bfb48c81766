import { canonicalJson } from '@shared/bank/changes.ts';
import type { Draft } from '@shared/bank/imported.ts';
import { problemsOf } from '@shared/bank/work/problems.ts';
import type { BankEntry } from '@shared/model/bank.ts';
import { readEntry } from '../../../data/bank/entries.ts';
import type { BankSearch } from '../../../data/bank/search/search.ts';
import { useLive } from '../../../data/live.ts';
import { Button } from '../../../ui/button.tsx';
import { ScrollBox } from '../../../ui/scroll-box.tsx';
import { useWords } from '../../../words.tsx';
import { EntryEditor } from '../../common/entry-editor.tsx';
import { ProblemList, type MendHandler } from '../../common/problem-list.tsx';
import type { Editing } from '../../common/use-editing.ts';
import { useSections } from '../../common/use-sections.ts';
import { ChangedFields } from '../../question/changed-fields.tsx';
import { QuestionView } from '../../question/question-view.tsx';

interface EntryPaneProps {
  readonly bankId: string;
  readonly search: BankSearch | null;
  /** Null while it is read. */
  readonly entry: BankEntry | null;
  readonly editing: Editing;
  readonly onEdit: () => void;
  readonly onMend: MendHandler;
  readonly onClosed: () => void;
}

/** An entry as it was understood, what is wrong with it, and the form to put it right. */
export function EntryPane({ bankId, search, entry, editing, onEdit, onMend, onClosed }: EntryPaneProps) {
  const { bank, bankImport } = useWords();
  const sections = useSections(search);
  return (
    <ScrollBox label={bankImport.understood} className="bank-pane">
      <div className="row bank-pane-head">
        <h2 className="bank-pane-title">{bankImport.understood}</h2>
        {editing.form === null && entry && <Button onClick={onEdit}>{bank.edit.open}</Button>}
      </div>
      {editing.form?.kind === 'entry' && (
        <EntryEditor bankId={bankId} form={editing.form} sections={sections} editing={editing} onClosed={onClosed} />
      )}
      {editing.form === null && entry && (
        <div className="stack">
          <ProblemList findings={problemsOf(entry)} entry={entry} onMend={onMend} />
          {entry.matches !== null && <Changes search={search} entry={entry} id={entry.matches} />}
          {entry.question ? <QuestionView question={entry.question} /> : <DraftView draft={entry.draft} />}
        </div>
      )}
    </ScrollBox>
  );
}

/** What accepting the entry changes of the question that the bank has. */
function Changes({ search, entry, id }: { readonly search: BankSearch | null; readonly entry: BankEntry; readonly id: string }) {
  const { bankImport } = useWords();
  const known = useLive(async () => {
    const ref = await search?.refOf(id);
    return ref ? readEntry(ref) : null;
  }, [search, id]);
  if (!known) return null;
  const isReworded = known.score === entry.score || canonicalJson(known.question) !== canonicalJson(entry.question);
  return (
    <section className="stack">
      <p>
        <strong>{bankImport.changesExisting}</strong>
      </p>
      {known.score !== entry.score && <p>{bankImport.scoreChanged(known.score, entry.score)}</p>}
      {isReworded && <ChangedFields before={known.question} after={entry.question} />}
    </section>
  );
}

function DraftView({ draft }: { readonly draft: Draft | null }) {
  const { bank, bankImport } = useWords();
  if (!draft) return null;
  return (
    <div className="stack">
      <p>{bankImport.draft}</p>
      <p className="bank-stem">{draft.stem}</p>
      {draft.options.length > 0 && (
        <ol className="bank-draft-options">
          {draft.options.map((text, place) => (
            // oxlint-disable-next-line react/no-array-index-key -- an option is known by its place
            <li key={place}>{text}</li>
          ))}
        </ol>
      )}
      {draft.answer !== '' && <p className="bank-text">{bank.labelled(bank.fields.answer, draft.answer)}</p>}
      {draft.explanation !== '' && <p className="bank-text">{bank.labelled(bank.fields.explanation, draft.explanation)}</p>}
    </div>
  );
}
