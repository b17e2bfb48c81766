import { useState } from 'react';
import type { Paper } from '@shared/model/exam.ts';
import type { StoredPaper } from '@shared/model/examining.ts';
import type { Result } from '@shared/model/failure.ts';
import { savePaper } from '../../../data/examining/papers.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { useWords } from '../../../words.tsx';
import { mayTrade, trade } from './edits.ts';
import { ExchangeDialog } from './exchange-dialog.tsx';
import { ItemText } from './item-text.tsx';

interface PaperSheetProps {
  readonly stored: StoredPaper;
  readonly others: readonly StoredPaper[];
  readonly onDone: (result: Result<unknown>) => void;
}

/** A paper whole, with its answers. A draft can be reordered, and its questions exchanged. */
export function PaperSheet({ stored, others, onDone }: PaperSheetProps) {
  const { papers: words } = useWords();
  const { paper, variant, state } = stored;
  const [exchanging, setExchanging] = useState<number | null>(null);
  const [tooLate, setTooLate] = useState(false);
  const elsewhere = new Set(others.flatMap((other) => other.paper.items.map(({ question }) => question.id)));
  const save = async (changed: Paper): Promise<void> => {
    const saved = await savePaper({ ...stored, paper: changed });
    onDone(saved);
    setTooLate(saved.ok && !saved.value);
  };
  const move = (place: number, to: number): void => {
    if (mayTrade(paper.items, place, to)) void save(trade(paper, place, to));
  };
  return (
    <section className="stack papers-sheet" aria-label={words.variant(variant)}>
      {variant && <h2>{words.variant(variant)}</h2>}
      {tooLate && <Notice tone="warn">{words.paper.changedElsewhere}</Notice>}
      <ol className="papers-items">
        {paper.items.map((item, place) => (
          <li key={item.question.id} className="card" aria-label={words.paper.number(place + 1)}>
            <ItemText item={item} label={`${place + 1}. `} />
            {elsewhere.has(item.question.id) && <Tag tone="plain">{words.paper.sharedMark}</Tag>}
            {state === 'draft' && (
              <div className="row papers-moves">
                <Button
                  aria-label={words.paper.upNamed(place + 1)}
                  disabled={!mayTrade(paper.items, place, place - 1)}
                  onClick={() => move(place, place - 1)}
                >
                  {words.paper.up}
                </Button>
                <Button
                  aria-label={words.paper.downNamed(place + 1)}
                  disabled={!mayTrade(paper.items, place, place + 1)}
                  onClick={() => move(place, place + 1)}
                >
                  {words.paper.down}
                </Button>
                <Button aria-label={words.paper.exchangeNamed(place + 1)} onClick={() => setExchanging(place)}>
                  {words.paper.exchange}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ol>
      {exchanging !== null && (
        <ExchangeDialog
          stored={stored}
          others={others}
          place={exchanging}
          onTake={(changed) => void save(changed)}
          onClose={() => setExchanging(null)}
        />
      )}
    </section>
  );
}
