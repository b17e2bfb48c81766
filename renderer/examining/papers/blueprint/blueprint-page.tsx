import { blueprintWith } from '../../../data/examining/blueprints.ts';
import { useLive } from '../../../data/live.ts';
import { hrefOf } from '../../../route.ts';
import { Empty } from '../../../ui/empty.tsx';
import { useWords } from '../../../words.tsx';
import { BlueprintEditor } from './blueprint-editor.tsx';

/** One blueprint of the bureau. */
export function BlueprintPage({ id }: { readonly id: string }) {
  const { papers: words, app } = useWords();
  const stored = useLive(() => blueprintWith(id), [id]);
  if (stored === undefined) return <p className="soft">{app.loading}</p>;
  if (stored) return <BlueprintEditor saved={stored.blueprint} />;
  return (
    <Empty>
      <p>{words.editor.gone}</p>
      <a className="button" href={hrefOf('examining', 'papers')}>
        {words.editor.back}
      </a>
    </Empty>
  );
}
