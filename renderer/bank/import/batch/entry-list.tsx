import { useMemo, type ReactNode } from 'react';
import { withoutEmphasis } from '@shared/bank/emphasis.ts';
import type { SourceUnit } from '@shared/bank/imported.ts';
import { problemsOf } from '@shared/bank/work/problems.ts';
import type { BankEntry } from '@shared/model/bank.ts';
import type { Selection } from '../../../ui/list/selection.ts';
import { VirtualList, type ListColumn } from '../../../ui/list/virtual-list.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { useWords } from '../../../words.tsx';
import type { Found } from '../../common/use-found.ts';

interface EntryListProps {
  readonly found: Found;
  /** How places in the source are counted. */
  readonly unit: SourceUnit;
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
  readonly onOpen: () => void;
}

/** The entries of an import, one a line, with the row of the source and what is the matter. */
export function EntryList({ found, unit, selection, onSelect, onOpen }: EntryListProps) {
  const { bankImport } = useWords();
  const words = bankImport.list;
  const columns = useMemo(
    (): readonly ListColumn[] => [
      { id: 'row', title: words.units[unit], width: '60px', align: 'right' },
      { id: 'stem', title: words.stem, width: 'minmax(90px, 1fr)', align: 'left' },
      { id: 'sign', title: words.sign, width: '100px', align: 'left' },
    ],
    [words, unit],
  );
  const cellsOf = (row: number): readonly ReactNode[] | null => {
    const entry = found.entryAt(row);
    if (!entry) return null;
    const stem = withoutEmphasis(entry.question?.stem ?? entry.draft?.stem ?? '');
    return [entry.origin?.row ?? '', stem, <Sign key="sign" entry={entry} />];
  };
  return (
    <div className="bank-list">
      <VirtualList
        label={words.label}
        columns={columns}
        count={found.total ?? 0}
        rowHeight={44}
        selection={selection}
        several={false}
        onSelect={onSelect}
        onOpen={onOpen}
        onWindow={found.onWindow}
        cellsOf={cellsOf}
      />
      <p className="soft bank-keys">{words.keys}</p>
    </div>
  );
}

function Sign({ entry }: { readonly entry: BankEntry }) {
  const { list } = useWords().bankImport;
  const findings = problemsOf(entry);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  if (entry.question === null) return <Tag tone="bad">{list.refused}</Tag>;
  if (errors > 0) return <Tag tone="bad">{list.error(errors)}</Tag>;
  if (findings.length > 0) return <Tag tone="warn">{list.warning(findings.length)}</Tag>;
  return <Tag tone="plain">{entry.matches === null ? list.new : list.changed}</Tag>;
}
