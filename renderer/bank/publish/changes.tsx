import { useState, type ReactNode } from 'react';
import { withoutEmphasis } from '@shared/bank/emphasis.ts';
import type { BankPreview } from '@shared/ipc/contract.ts';
import type { Question } from '@shared/model/question.ts';
import { readEntry } from '../../data/bank/entries.ts';
import type { BankSearch } from '../../data/bank/search/search.ts';
import { useLive } from '../../data/live.ts';
import { onlyRow, type Selection } from '../../ui/list/selection.ts';
import { VirtualList, type ListColumn } from '../../ui/list/virtual-list.tsx';
import { ScrollBox } from '../../ui/scroll-box.tsx';
import { useWords } from '../../words.tsx';
import { ChangedFields } from '../question/changed-fields.tsx';
import { QuestionView } from '../question/question-view.tsx';
import { changeList, type ListedChange } from './change-list.ts';
import { isSame } from './publish-state.ts';

interface ChangesProps {
  readonly search: BankSearch | null;
  readonly preview: BankPreview;
}

/** Every question that the new version adds, changes or withdraws; the chosen one as the branches will see it, with what it was before. */
export function Changes({ search, preview }: ChangesProps) {
  const { bankPublish } = useWords();
  const [selection, setSelection] = useState<Selection>(onlyRow(0));
  const changes = changeList(preview);
  const before = new Map(preview.before.map((question) => [question.id, question]));
  const chosen = changes[selection.active];
  return (
    <section className="stack" aria-label={bankPublish.changes}>
      <p>
        <strong>{preview.since === null ? bankPublish.firstVersion : bankPublish.sinceVersion(preview.since)}</strong>
        {'　'}
        {isSame(preview) ? bankPublish.same : bankPublish.summary(preview.added.length, preview.changed.length, preview.withdrawn.length)}
      </p>
      {preview.changed.length + preview.withdrawn.length > preview.before.length && <p className="soft">{bankPublish.beforeCut}</p>}
      {changes.length > 0 && (
        <div className="bank-panes bank-panes-two">
          <ChangeRows search={search} changes={changes} before={before} selection={selection} onSelect={setSelection} />
          <ScrollBox label={bankPublish.previewTitle} className="bank-pane">
            <h2 className="bank-pane-title">{bankPublish.previewTitle}</h2>
            {chosen && <Change key={chosen.id} search={search} change={chosen} before={before.get(chosen.id) ?? null} />}
          </ScrollBox>
        </div>
      )}
    </section>
  );
}

interface ChangeRowsProps {
  readonly search: BankSearch | null;
  readonly changes: readonly ListedChange[];
  readonly before: ReadonlyMap<string, Question>;
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
}

function ChangeRows({ search, changes, before, selection, onSelect }: ChangeRowsProps) {
  const { bankPublish, bankList } = useWords();
  const columns: readonly ListColumn[] = [
    { id: 'kind', title: bankPublish.kind, width: '72px', align: 'left' },
    { id: 'stem', title: bankList.columns.stem, width: 'minmax(120px, 1fr)', align: 'left' },
  ];
  const cellsOf = (row: number): readonly ReactNode[] | null => {
    const change = changes[row];
    if (!change) return null;
    return [bankPublish.kinds[change.kind], <StemOf key="stem" search={search} id={change.id} before={before.get(change.id) ?? null} />];
  };
  return (
    <div className="bank-list">
      <VirtualList
        label={bankPublish.changes}
        columns={columns}
        count={changes.length}
        rowHeight={44}
        selection={selection}
        several={false}
        onSelect={onSelect}
        onOpen={() => undefined}
        onWindow={() => undefined}
        cellsOf={cellsOf}
      />
      <p className="soft bank-keys">{bankPublish.previewHint}</p>
    </div>
  );
}

/** The question as the bank has it now; undefined while it is read, null where it is no longer there. */
function useNow(search: BankSearch | null, id: string): Question | null | undefined {
  return useLive(async () => {
    const ref = await search?.refOf(id);
    return ref ? ((await readEntry(ref))?.question ?? null) : null;
  }, [search, id]);
}

function StemOf({ search, id, before }: { readonly search: BankSearch | null; readonly id: string; readonly before: Question | null }) {
  const now = useNow(search, id);
  return withoutEmphasis((now ?? before)?.stem ?? id);
}

interface ChangeProps {
  readonly search: BankSearch | null;
  readonly change: ListedChange;
  readonly before: Question | null;
}

function Change({ search, change, before }: ChangeProps) {
  const { bankPublish } = useWords();
  const now = useNow(search, change.id);
  const shown = change.kind === 'withdrawn' ? before : now;
  return (
    <div className="stack">
      <p className="soft">{bankPublish.kinds[change.kind]}</p>
      {change.kind === 'changed' && before && now && <ChangedFields before={before} after={now} />}
      {shown && <QuestionView question={shown} />}
    </div>
  );
}
