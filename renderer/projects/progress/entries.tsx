import { useState } from 'react';
import type { Failure } from '@shared/model/failure.ts';
import type { PlanNode, ProgressEntry, Project } from '@shared/model/project.ts';
import { useLive } from '../../data/live.ts';
import { putEntry, readEntries, removeEntry } from '../../data/projects/progress.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice, Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words.tsx';
import { EntryForm } from './entry-form.tsx';

interface EntriesProps {
  readonly project: Project;
  readonly nodes: readonly PlanNode[];
  readonly today: string;
}

/** Dated notes along the way, the latest first. */
export function Entries({ project, nodes, today }: EntriesProps) {
  const { projectProgress, failures } = useWords();
  const { entries: words } = projectProgress;
  const entries = useLive(() => readEntries(project.id), [project.id]);
  const [adding, setAdding] = useState(false);
  const [removed, setRemoved] = useState<ProgressEntry | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const titles = new Map(nodes.map(({ id, title }) => [id, title]));
  const remove = async (entry: ProgressEntry): Promise<void> => {
    const done = await removeEntry(entry.id);
    setFailure(done.ok ? null : done.failure);
    if (done.ok) setRemoved(entry);
  };
  const bringBack = async (entry: ProgressEntry): Promise<void> => {
    const done = await putEntry(entry);
    setFailure(done.ok ? null : done.failure);
    if (done.ok) setRemoved(null);
  };
  return (
    <section className="stack" aria-label={words.title}>
      <div className="head">
        <h2>{words.title}</h2>
        <Button onClick={() => setAdding(true)}>{words.add}</Button>
      </div>
      <p className="soft">{words.hint}</p>
      {failure && <FailureNotice text={failures[failure.kind](failure.subject)} />}
      {removed && (
        <Notice tone="plain">
          {words.removed} <Button onClick={() => void bringBack(removed)}>{words.undo}</Button>
        </Notice>
      )}
      {entries?.length === 0 && <p>{words.none}</p>}
      <ul className="progress-entries">
        {entries?.map((entry) => (
          <EntryRow
            key={entry.id}
            entry={entry}
            about={entry.nodeId === '' ? words.whole : (titles.get(entry.nodeId) ?? '')}
            onRemove={() => void remove(entry)}
          />
        ))}
      </ul>
      {adding && <EntryForm project={project} nodes={nodes} today={today} onClose={() => setAdding(false)} />}
    </section>
  );
}

interface EntryRowProps {
  readonly entry: ProgressEntry;
  readonly about: string;
  readonly onRemove: () => void;
}

function EntryRow({ entry, about, onRemove }: EntryRowProps) {
  const { entries: words } = useWords().projectProgress;
  const { date, by, what, problem, next, percent } = entry;
  const facts = [date, about, words.by(by.name, by.position), ...(percent === null ? [] : [words.percentIs(percent)])];
  return (
    <li className="progress-entry">
      <div>
        <p className="soft progress-text">{facts.filter(Boolean).join(' · ')}</p>
        <p className="progress-text">{what}</p>
        {problem !== '' && <p className="progress-text">{words.problemIs(problem)}</p>}
        {next !== '' && <p className="progress-text">{words.nextIs(next)}</p>}
      </div>
      <Button className="button-quiet" aria-label={words.removeNamed(date)} onClick={onRemove}>
        {words.remove}
      </Button>
    </li>
  );
}
