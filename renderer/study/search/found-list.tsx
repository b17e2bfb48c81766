import { useMemo, type ReactNode } from 'react';
import type { Selection } from '../../ui/list/selection.ts';
import { VirtualList, type ListColumn } from '../../ui/list/virtual-list.tsx';
import { useWords } from '../../words.tsx';
import { Hits } from './hits.tsx';
import type { Found } from './use-found.ts';

interface FoundListProps {
  readonly found: Found;
  readonly text: string;
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
  readonly onOpen: () => void;
}

/** The questions that were found, two lines each, with what was searched for marked in them. */
export function FoundList({ found, text, selection, onSelect, onOpen }: FoundListProps) {
  const { study, studySearch } = useWords();
  const words = studySearch.columns;
  const columns = useMemo(
    (): readonly ListColumn[] => [
      { id: 'number', title: words.number, width: '72px', align: 'right' },
      { id: 'type', title: words.type, width: '88px', align: 'left' },
      { id: 'stem', title: words.stem, width: 'minmax(160px, 1fr)', align: 'left' },
      { id: 'section', title: words.section, width: '120px', align: 'left' },
    ],
    [words],
  );
  const cellsOf = (row: number): readonly ReactNode[] | null => {
    const question = found.rowAt(row);
    if (!question) return null;
    const { stem, other, type, section } = question;
    return [
      row + 1,
      study.types[type],
      <span key="stem" className="study-found">
        <span>
          <Hits text={stem} query={text} />
        </span>
        {other !== '' && (
          <span className="soft">
            <Hits text={studySearch.other(other)} query={text} />
          </span>
        )}
      </span>,
      section,
    ];
  };
  return (
    <div className="study-list">
      <VirtualList
        label={studySearch.results}
        columns={columns}
        count={found.total ?? 0}
        rowHeight={64}
        selection={selection}
        several={false}
        onSelect={onSelect}
        onOpen={onOpen}
        onWindow={found.onWindow}
        cellsOf={cellsOf}
      />
    </div>
  );
}
