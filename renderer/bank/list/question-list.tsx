import { useMemo, type ReactNode } from 'react';
import { withoutEmphasis } from '@shared/bank/emphasis.ts';
import { problemsOf } from '@shared/bank/work/problems.ts';
import type { BankEntry } from '@shared/model/bank.ts';
import type { Selection } from '../../ui/list/selection.ts';
import { VirtualList, type ListColumn } from '../../ui/list/virtual-list.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useWords } from '../../words.tsx';
import type { Found } from '../common/use-found.ts';

interface QuestionListProps {
  readonly found: Found;
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
  readonly onOpen: () => void;
}

/** The questions that were found, one a line. */
export function QuestionList({ found, selection, onSelect, onOpen }: QuestionListProps) {
  const { bank, bankList } = useWords();
  const words = bankList.columns;
  const columns = useMemo(
    (): readonly ListColumn[] => [
      { id: 'number', title: words.number, width: '72px', align: 'right' },
      { id: 'type', title: words.type, width: '88px', align: 'left' },
      { id: 'stem', title: words.stem, width: 'minmax(120px, 1fr)', align: 'left' },
      { id: 'section', title: words.section, width: '110px', align: 'left' },
      { id: 'difficulty', title: words.difficulty, width: '60px', align: 'left' },
      { id: 'sign', title: words.sign, width: '104px', align: 'left' },
    ],
    [words],
  );
  const cellsOf = (row: number): readonly ReactNode[] | null => {
    const entry = found.entryAt(row);
    if (!entry) return null;
    const { question, draft } = entry;
    const type = question?.type ?? draft?.type ?? null;
    return [
      row + 1,
      type === null ? '' : bank.types[type],
      withoutEmphasis(question?.stem ?? draft?.stem ?? ''),
      question?.section ?? draft?.section ?? '',
      question ? bank.difficulties[question.difficulty] : '',
      <Sign key="sign" entry={entry} />,
    ];
  };
  return (
    <div className="bank-list">
      <VirtualList
        label={bankList.label}
        columns={columns}
        count={found.total ?? 0}
        rowHeight={44}
        selection={selection}
        several
        onSelect={onSelect}
        onOpen={onOpen}
        onWindow={found.onWindow}
        cellsOf={cellsOf}
      />
      <p className="soft bank-keys">{bankList.keys}</p>
    </div>
  );
}

function Sign({ entry }: { readonly entry: BankEntry }) {
  const { bank, bankList } = useWords();
  const problems = problemsOf(entry);
  if (entry.state !== 'kept') return <Tag tone={entry.state === 'staged' ? 'warn' : 'plain'}>{bank.states[entry.state]}</Tag>;
  if (problems.length === 0) return null;
  const isError = problems.some(({ severity }) => severity === 'error');
  return <Tag tone={isError ? 'bad' : 'warn'}>{bankList.problemSign(problems.length)}</Tag>;
}
