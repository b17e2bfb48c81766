import { useMemo, useState, type ReactNode } from 'react';
import { withoutEmphasis } from '@shared/bank/emphasis.ts';
import type { Mistake } from '@shared/model/study.ts';
import { lacking } from '@shared/study/mistakes.ts';
import { dayOf } from '../../ui/format.ts';
import { onlyRow, within, type Selection } from '../../ui/list/selection.ts';
import { VirtualList, type ListColumn } from '../../ui/list/virtual-list.tsx';
import type { ListWindow } from '../../ui/list/window.ts';
import { useWords } from '../../words.tsx';
import { MistakeDetail } from './mistake-detail.tsx';
import { useQuestions } from './use-questions.ts';

interface MistakeListProps {
  readonly part: Mistake['state'];
  /** At least one. */
  readonly mistakes: readonly Mistake[];
  /** How many right answers in a row the rule asks for. */
  readonly times: number;
}

/** One mistake a line, however many there are; Enter or a double click shows the question with its answer. */
export function MistakeList({ part, mistakes, times }: MistakeListProps) {
  const { study, studyMistakes: words } = useWords();
  const columns = useColumns(part);
  const [selection, setSelection] = useState<Selection>(onlyRow(0));
  const [shown, setShown] = useState<ListWindow>({ from: 0, to: 40 });
  const [opened, setOpened] = useState<string | null>(null);
  const ids = useMemo(() => mistakes.slice(shown.from, shown.to).map(({ questionId }) => questionId), [mistakes, shown]);
  const questions = useQuestions(ids);
  const current = within(selection, mistakes.length);
  const cellsOf = (row: number): readonly ReactNode[] | null => {
    const mistake = mistakes[row];
    const question = mistake && questions.get(mistake.questionId);
    if (!mistake) return null;
    const { wrongCount, lastAt, section } = mistake;
    const state = part === 'open' ? [words.lacking(lacking(mistake, { rightInARow: times }))] : [];
    return [
      question ? withoutEmphasis(question.stem) : words.reading,
      question ? study.types[question.type] : '',
      section,
      words.wrongTimes(wrongCount),
      ...state,
      dayOf(lastAt),
    ];
  };
  const mistake = mistakes.find(({ questionId }) => questionId === opened);
  return (
    <div className="mistakes-list">
      <VirtualList
        label={words.lists[part]}
        columns={columns}
        count={mistakes.length}
        rowHeight={44}
        selection={current}
        several={false}
        onSelect={setSelection}
        onOpen={() => setOpened(mistakes[current.active]?.questionId ?? null)}
        onWindow={setShown}
        cellsOf={cellsOf}
      />
      <p className="soft">{words.keys}</p>
      {mistake && <MistakeDetail mistake={mistake} onClose={() => setOpened(null)} />}
    </div>
  );
}

function useColumns(part: Mistake['state']): readonly ListColumn[] {
  const { columns } = useWords().studyMistakes;
  return useMemo(
    () => [
      { id: 'stem', title: columns.stem, width: 'minmax(160px, 1fr)', align: 'left' },
      { id: 'type', title: columns.type, width: '80px', align: 'left' },
      { id: 'section', title: columns.section, width: '120px', align: 'left' },
      { id: 'wrong', title: columns.wrong, width: '72px', align: 'right' },
      ...(part === 'open' ? [{ id: 'lacking', title: columns.lacking, width: '104px', align: 'left' } as const] : []),
      { id: 'last', title: part === 'open' ? columns.last : columns.overcomeOn, width: '120px', align: 'left' },
    ],
    [columns, part],
  );
}
