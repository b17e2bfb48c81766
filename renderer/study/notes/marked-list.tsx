import { useCallback, useMemo, type ReactNode } from 'react';
import { stemLine } from '@shared/study/search/texts.ts';
import type { MarkedQuestion } from '../../data/study/question-marks.ts';
import type { Selection } from '../../ui/list/selection.ts';
import { VirtualList, type ListColumn } from '../../ui/list/virtual-list.tsx';
import { useWords } from '../../words.tsx';
import { Hits } from '../search/hits.tsx';

interface MarkedListProps {
  readonly rows: readonly MarkedQuestion[];
  readonly text: string;
  readonly withNotes: boolean;
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
  readonly onOpen: () => void;
}

/** Marked questions, one a row, with the note where it is about notes. */
export function MarkedList({ rows, text, withNotes, selection, onSelect, onOpen }: MarkedListProps) {
  const { study, studyNotes } = useWords();
  const words = studyNotes.columns;
  const columns = useMemo(
    (): readonly ListColumn[] => [
      { id: 'type', title: words.type, width: '88px', align: 'left' },
      { id: 'stem', title: words.stem, width: 'minmax(160px, 1fr)', align: 'left' },
      ...(withNotes ? [{ id: 'note', title: words.note, width: 'minmax(120px, 1fr)', align: 'left' } as const] : []),
      { id: 'section', title: words.section, width: '120px', align: 'left' },
    ],
    [words, withNotes],
  );
  const cellsOf = (row: number): readonly ReactNode[] | null => {
    const marked = rows[row];
    if (!marked) return null;
    const { question, mark } = marked;
    return [
      study.types[question.type],
      <Hits key="stem" text={stemLine(question)} query={text} />,
      ...(withNotes ? [<Hits key="note" text={mark.note} query={text} />] : []),
      question.section,
    ];
  };
  return (
    <div className="study-list">
      <VirtualList
        label={withNotes ? studyNotes.notes.title : studyNotes.favourites.title}
        columns={columns}
        count={rows.length}
        rowHeight={44}
        selection={selection}
        several={false}
        onSelect={onSelect}
        onOpen={onOpen}
        onWindow={useCallback(() => undefined, [])}
        cellsOf={cellsOf}
      />
    </div>
  );
}
