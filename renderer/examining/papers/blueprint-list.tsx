import { useState } from 'react';
import { sizeOfBlueprint } from '@shared/exam/blueprint-size.ts';
import type { StoredBlueprint } from '@shared/model/examining.ts';
import type { Result } from '@shared/model/failure.ts';
import { archiveBlueprint, readBlueprints, saveBlueprint } from '../../data/examining/blueprints.ts';
import { useLive } from '../../data/live.ts';
import { hrefOf, navigate } from '../../route.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ListTable } from '../list-table.tsx';
import { useWords } from '../../words.tsx';
import { newBlueprint } from './blueprint/edits.ts';

interface ListProps {
  readonly onDone: (result: Result<unknown>) => void;
}

/** The bureau's own blueprints (组卷方案). */
export function BlueprintList({ onDone }: ListProps) {
  const { papers: words, app } = useWords();
  const all = useLive(readBlueprints, []);
  const [withArchived, setWithArchived] = useState(false);
  if (!all) return <p className="soft">{app.loading}</p>;
  const shown = all.filter(({ archived }) => withArchived || !archived);
  const archived = all.filter((stored) => stored.archived).length;
  const create = async (): Promise<void> => {
    const blueprint = newBlueprint(crypto.randomUUID(), words.untitled);
    const saved = await saveBlueprint(blueprint, Date.now());
    onDone(saved);
    if (saved.ok) navigate('examining', 'papers', 'blueprint', blueprint.id);
  };
  return (
    <section className="stack" aria-label={words.blueprints}>
      <div className="row examining-between">
        <h2>{words.blueprints}</h2>
        <Button main onClick={() => void create()}>
          {words.newBlueprint}
        </Button>
      </div>
      {shown.length === 0 ? <Empty>{words.noBlueprints}</Empty> : <BlueprintTable shown={shown} onDone={onDone} />}
      {archived > 0 && (
        <label className="check">
          <input type="checkbox" checked={withArchived} onChange={(event) => setWithArchived(event.target.checked)} />
          {words.showArchived(archived)}
        </label>
      )}
    </section>
  );
}

function BlueprintTable({ shown, onDone }: ListProps & { readonly shown: readonly StoredBlueprint[] }) {
  const { papers: words } = useWords();
  const { columns } = words;
  return (
    <ListTable
      label={words.blueprints}
      columns={[columns.title, { number: columns.size }, { number: columns.full }, { number: columns.minutes }, columns.actions]}
    >
      {shown.map((stored) => (
        <BlueprintRow key={stored.id} stored={stored} onDone={onDone} />
      ))}
    </ListTable>
  );
}

function BlueprintRow({ stored, onDone }: ListProps & { readonly stored: StoredBlueprint }) {
  const { papers: words } = useWords();
  const { blueprint, archived } = stored;
  const { questions, full } = sizeOfBlueprint(blueprint);
  const copy = async (): Promise<void> =>
    onDone(await saveBlueprint({ ...blueprint, id: crypto.randomUUID(), title: words.copyTitle(blueprint.title) }, Date.now()));
  const archive = async (): Promise<void> => onDone(await archiveBlueprint(stored, !archived));
  return (
    <tr>
      <th scope="row">
        <a href={hrefOf('examining', 'papers', 'blueprint', blueprint.id)}>{blueprint.title}</a>
        {archived && <span className="soft">　{words.archived}</span>}
      </th>
      <td className="num">{questions}</td>
      <td className="num">{full}</td>
      <td className="num">{words.minutes(blueprint.minutes)}</td>
      <td>
        <div className="row">
          <a
            className="button"
            href={hrefOf('examining', 'papers', 'blueprint', blueprint.id)}
            aria-label={words.editNamed(blueprint.title)}
          >
            {words.edit}
          </a>
          <Button aria-label={words.copyNamed(blueprint.title)} onClick={() => void copy()}>
            {words.copy}
          </Button>
          <Button
            aria-label={archived ? words.restoreNamed(blueprint.title) : words.archiveNamed(blueprint.title)}
            onClick={() => void archive()}
          >
            {archived ? words.restore : words.archive}
          </Button>
        </div>
      </td>
    </tr>
  );
}
