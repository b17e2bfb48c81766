import { orderAsWritten } from '@shared/exam/option-order.ts';
import type { Paper } from '@shared/model/exam.ts';
import type { StoredPaper } from '@shared/model/examining.ts';
import type { Question } from '@shared/model/question.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { useWords } from '../../../words.tsx';
import { PoolFields } from '../draw/pool-fields.tsx';
import { isEmpty, usePool } from '../draw/use-pool.ts';
import { useAsked } from '../use-asked.ts';
import { useAssembler } from '../use-assembler.ts';
import { exchange } from './edits.ts';
import { ItemText } from './item-text.tsx';

interface ExchangeDialogProps {
  readonly stored: StoredPaper;
  readonly others: readonly StoredPaper[];
  readonly place: number;
  readonly onTake: (paper: Paper) => void;
  readonly onClose: () => void;
}

const mostShown = 10;

/** Offers questions of the same kind for one of the paper. */
export function ExchangeDialog({ stored, others, place, onTake, onClose }: ExchangeDialogProps) {
  const { papers: words, app } = useWords();
  const { paper, blueprint } = stored;
  const assembler = useAssembler();
  const pool = usePool(assembler);
  const item = paper.items[place];
  const onPapers = [stored, ...others].flatMap((one) => one.paper.items.map(({ question }) => question));
  const { answer, running } = useAsked(JSON.stringify([pool.choice, place, assembler !== null]), () => {
    if (!assembler || !item || isEmpty(pool.choice)) return null;
    const exposure = { kind: 'papers' } as const;
    return assembler.ask('instead', { pool: pool.choice, blueprint, exposure, question: item.question, onPapers, most: mostShown });
  });
  const take = (question: Question): void => {
    onTake(exchange(paper, place, { question, seed: crypto.getRandomValues(new Uint32Array(1))[0] ?? 0 }));
    onClose();
  };
  return (
    <Dialog wide title={words.exchange.title(place + 1)} onClose={onClose} actions={<Button onClick={onClose}>{app.cancel}</Button>}>
      <div className="stack papers-exchange">
        <p className="soft">{words.exchange.hint}</p>
        <PoolFields pool={pool} />
        {running && <p role="status">{words.exchange.running}</p>}
        {!running && answer?.length === 0 && <p role="status">{words.exchange.none}</p>}
        <ul className="papers-items">
          {answer?.map((question) => (
            <li key={question.id} className="card">
              <ItemText item={{ question, ...orderAsWritten(question), score: item?.score ?? 0 }} label="" />
              <Button aria-label={words.exchange.takeNamed(question.stem)} onClick={() => take(question)}>
                {words.exchange.take}
              </Button>
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}
