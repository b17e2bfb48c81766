import { useState } from 'react';
import { fullOf } from '@shared/exam/points.ts';
import type { StoredPaper } from '@shared/model/examining.ts';
import type { Failure, Result } from '@shared/model/failure.ts';
import { useLive } from '../../../data/live.ts';
import { dropDrafts, finishPapers, pairWith } from '../../../data/examining/papers.ts';
import { hrefOf, navigate } from '../../../route.ts';
import { Button } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { minuteOf } from '../../../ui/format.ts';
import { FailureNotice } from '../../../ui/notice.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { useWords } from '../../../words.tsx';
import { PrintDialog } from '../../print-dialog/print-dialog.tsx';
import { SureDialog } from '../sure-dialog.tsx';
import { Comparison } from './comparison.tsx';
import { PaperSheet } from './paper-sheet.tsx';

/** What one draw gave: a paper whole with its answers, or A and B side by side. */
export function PaperPage({ pairId }: { readonly pairId: string }) {
  const { papers: words, app } = useWords();
  const papers = useLive(() => pairWith(pairId), [pairId]);
  if (papers === undefined) return <p className="soft">{app.loading}</p>;
  const [first] = papers;
  if (first) return <Drawn first={first} papers={papers} />;
  return (
    <Empty>
      <p>{words.paper.gone}</p>
      <a className="button" href={hrefOf('examining', 'papers')}>
        {words.paper.back}
      </a>
    </Empty>
  );
}

interface DrawnProps {
  readonly first: StoredPaper;
  readonly papers: readonly StoredPaper[];
}

function Drawn({ first, papers }: DrawnProps) {
  const { papers: words, failures } = useWords();
  const [failure, setFailure] = useState<Failure | null>(null);
  const onDone = (result: Result<unknown>): void => setFailure(result.ok ? null : result.failure);
  return (
    <div className="stack">
      <p>
        <a href={hrefOf('examining', 'papers')}>{words.paper.back}</a>
      </p>
      <Head first={first} papers={papers} onDone={onDone} />
      {failure && <FailureNotice text={failures[failure.kind](failure.subject)} />}
      {papers.length > 1 && <Comparison papers={papers.map(({ paper }) => paper)} />}
      <div className={papers.length > 1 ? 'papers-sides' : ''}>
        {papers.map((stored) => (
          <PaperSheet key={stored.id} stored={stored} others={papers.filter(({ id }) => id !== stored.id)} onDone={onDone} />
        ))}
      </div>
    </div>
  );
}

function Head({ first, papers, onDone }: DrawnProps & { readonly onDone: (result: Result<unknown>) => void }) {
  const { papers: words } = useWords();
  const { paper, pairId, createdAt, state } = first;
  const [asking, setAsking] = useState<'finish' | 'drop' | 'print' | null>(null);
  const full = fullOf(paper.items);
  const close = (): void => setAsking(null);
  const finish = async (): Promise<void> => {
    onDone(await finishPapers(pairId));
    close();
  };
  const drop = async (): Promise<void> => {
    const dropped = await dropDrafts(pairId);
    onDone(dropped);
    if (dropped.ok) navigate('examining', 'papers');
  };
  return (
    <header className="stack">
      <div className="row">
        <h2>{paper.title}</h2>
        <Tag tone={state === 'final' ? 'good' : 'plain'}>{words.states[state]}</Tag>
      </div>
      <p className="soft">
        {words.paper.facts(paper.items.length, full, paper.minutes)} · {words.paper.drawn(minuteOf(createdAt))} ·{' '}
        {words.paper.seed(paper.seed)}
      </p>
      <div className="row">
        {state === 'draft' && (
          <>
            <Button main onClick={() => setAsking('finish')}>
              {words.paper.finish}
            </Button>
            <Button onClick={() => setAsking('drop')}>{words.paper.drop}</Button>
          </>
        )}
        <Button onClick={() => setAsking('print')}>{words.paper.print}</Button>
      </div>
      {asking === 'finish' && (
        <SureDialog
          title={words.paper.finishTitle}
          text={words.paper.finishText}
          confirm={words.paper.finishConfirm}
          onConfirm={() => void finish()}
          onClose={close}
        />
      )}
      {asking === 'drop' && (
        <SureDialog
          title={words.paper.dropTitle}
          text={words.paper.dropText}
          confirm={words.paper.dropConfirm}
          onConfirm={() => void drop()}
          onClose={close}
        />
      )}
      {asking === 'print' && (
        <PrintDialog papers={papers.map(({ variant, paper: printed }) => ({ variant, paper: printed }))} onClose={close} />
      )}
    </header>
  );
}
