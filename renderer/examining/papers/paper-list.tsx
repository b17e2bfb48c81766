import { useState } from 'react';
import type { StoredPaper } from '@shared/model/examining.ts';
import type { Result } from '@shared/model/failure.ts';
import { useLive } from '../../data/live.ts';
import { archivePapers, readPapers } from '../../data/examining/papers.ts';
import { hrefOf } from '../../route.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { minuteOf } from '../../ui/format.ts';
import { Tag } from '../../ui/tag.tsx';
import { ListTable } from '../list-table.tsx';
import { useWords } from '../../words.tsx';

interface ListProps {
  readonly onDone: (result: Result<unknown>) => void;
}

/** What was drawn: one row for a paper, or for A and B together. */
export function PaperList({ onDone }: ListProps) {
  const { papers: words, app } = useWords();
  const all = useLive(readPapers, []);
  const [withArchived, setWithArchived] = useState(false);
  if (!all) return <p className="soft">{app.loading}</p>;
  const draws = [...Map.groupBy(all, ({ pairId }) => pairId).values()];
  const shown = draws.filter(([first]) => withArchived || first?.archived === false);
  const archived = draws.filter(([first]) => first?.archived).length;
  return (
    <section className="stack" aria-label={words.papers}>
      <h2>{words.papers}</h2>
      {shown.length === 0 ? <Empty>{words.noPapers}</Empty> : <PaperTable shown={shown} onDone={onDone} />}
      {archived > 0 && (
        <label className="check">
          <input type="checkbox" checked={withArchived} onChange={(event) => setWithArchived(event.target.checked)} />
          {words.showArchived(archived)}
        </label>
      )}
    </section>
  );
}

function PaperTable({ shown, onDone }: ListProps & { readonly shown: readonly StoredPaper[][] }) {
  const { papers: words } = useWords();
  const { columns } = words;
  return (
    <ListTable
      label={words.papers}
      columns={[columns.title, columns.drawn, columns.variants, { number: columns.seed }, columns.state, columns.actions]}
    >
      {shown.map(([first, ...others]) => first && <PaperRow key={first.pairId} papers={[first, ...others]} onDone={onDone} />)}
    </ListTable>
  );
}

function PaperRow({ papers, onDone }: ListProps & { readonly papers: readonly [StoredPaper, ...StoredPaper[]] }) {
  const { papers: words } = useWords();
  const [{ pairId, paper, createdAt, state, archived }] = papers;
  const date = minuteOf(createdAt);
  const href = hrefOf('examining', 'papers', 'paper', pairId);
  const archive = async (): Promise<void> => onDone(await archivePapers(pairId, !archived));
  return (
    <tr>
      <th scope="row">
        <a href={href}>{paper.title}</a>
        {archived && <span className="soft">　{words.archived}</span>}
      </th>
      <td>{date}</td>
      <td>{words.variantsOf(papers.map(({ variant }) => variant))}</td>
      <td className="num">{paper.seed}</td>
      <td>
        <Tag tone={state === 'final' ? 'good' : 'plain'}>{words.states[state]}</Tag>
      </td>
      <td>
        <div className="row">
          <a className="button" href={href} aria-label={words.openNamed(paper.title, date)}>
            {words.open}
          </a>
          <Button aria-label={archived ? words.restoreNamed(paper.title) : words.archiveNamed(paper.title)} onClick={() => void archive()}>
            {archived ? words.restore : words.archive}
          </Button>
        </div>
      </td>
    </tr>
  );
}
