import { useState } from 'react';
import type { ProjectReturn } from '@shared/model/reviewing.ts';
import { useLive } from '../../../data/live.ts';
import { readConflicts } from '../../../data/reviewing/conflicts.ts';
import { Button } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { useWords } from '../../../words.tsx';
import { ConflictDialog } from './conflict-dialog.tsx';

/** Projects of which contradicting things came in: a person decides, and may decide again. */
export function Conflicts() {
  const { ledger, app } = useWords();
  const { conflicts: words } = ledger;
  const conflicts = useLive(readConflicts, []);
  const [chosen, setChosen] = useState<string | null>(null);
  if (!conflicts) return <p className="soft">{app.loading}</p>;
  const { open, settled } = conflicts;
  return (
    <section className="stack" aria-label={words.title}>
      {open.length === 0 && settled.length === 0 && <Empty>{words.none}</Empty>}
      {open.length > 0 && (
        <>
          <p>{words.hint}</p>
          <Projects rows={open} nameOf={words.settle} onChoose={setChosen} />
        </>
      )}
      {settled.length > 0 && (
        <>
          <h2>{words.settled}</h2>
          <p className="soft">{words.settledHint}</p>
          <Projects rows={settled} nameOf={words.again} onChoose={setChosen} />
        </>
      )}
      {chosen !== null && <ConflictDialog projectId={chosen} onClose={() => setChosen(null)} />}
    </section>
  );
}

interface ProjectsProps {
  readonly rows: readonly ProjectReturn[];
  readonly nameOf: (name: string) => string;
  readonly onChoose: (projectId: string) => void;
}

function Projects({ rows, nameOf, onChoose }: ProjectsProps) {
  return (
    <div className="row">
      {rows.map(({ projectId, facts }) => (
        <Button key={projectId} onClick={() => onChoose(projectId)}>
          {nameOf(`${facts.unitName} ${facts.title}`)}
        </Button>
      ))}
    </div>
  );
}
