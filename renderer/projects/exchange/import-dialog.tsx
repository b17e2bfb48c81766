import { useMemo, useState } from 'react';
import type { PlanFile } from '@shared/model/plan-file.ts';
import { mostNodes, type PlanNode, type Project } from '@shared/model/project.ts';
import { apply } from '@shared/projects/exchange/apply.ts';
import { firstChoices, takeAll, toggled } from '@shared/projects/exchange/choices.ts';
import { compare } from '@shared/projects/exchange/compare.ts';
import { differingNodes } from '@shared/projects/same-node.ts';
import { useLive } from '../../data/live.ts';
import { readPeople } from '../../data/people.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words.tsx';
import { AbsentNodes } from './absent-nodes.tsx';
import { DifferenceList } from './difference-list.tsx';
import { FileNotes } from './file-notes.tsx';
import { OutcomeNotes } from './outcome-notes.tsx';

interface ImportDialogProps {
  readonly project: Project;
  readonly nodes: readonly PlanNode[];
  readonly file: PlanFile;
  /** Takes the whole plan as it is to be. */
  readonly onApply: (rows: readonly PlanNode[]) => void;
  readonly onClose: () => void;
}

/** What a file changes, cell by cell, before any of it goes into the plan. */
export function ImportDialog(props: ImportDialogProps) {
  const roster = useLive(readPeople, []);
  return roster ? <ReadDialog {...props} people={roster.people.map(({ name }) => name)} /> : null;
}

function ReadDialog({ project, nodes, file, people, onApply, onClose }: ImportDialogProps & { readonly people: readonly string[] }) {
  const { projectExchange: words, projects, app } = useWords();
  const [comparison] = useState(() => compare(file, nodes, { projectId: project.id, year: project.year, people }));
  const [choices, setChoices] = useState(() => firstChoices(comparison));
  const [ids] = useState(() => new Map(comparison.rows.flatMap(({ key, node }) => (node ? [] : [[key, crypto.randomUUID()] as const]))));
  const outcome = useMemo(() => {
    const { columns } = projects.plan;
    return apply(comparison, choices, { ids, noteLine: (field, text) => words.noteLine(columns[field], text) });
  }, [comparison, choices, ids, projects, words]);
  const { put, removed } = differingNodes(comparison.nodes, outcome.nodes);
  const count = put.length + removed.length;
  const isTooLong = outcome.nodes.length > mostNodes;
  const actions = (
    <>
      <Button onClick={onClose}>{app.cancel}</Button>
      <Button main disabled={count === 0 || outcome.faults.length > 0 || isTooLong} onClick={() => onApply(outcome.nodes)}>
        {words.apply(count)}
      </Button>
    </>
  );
  const isSame = comparison.rows.every(({ cells, node }) => node && cells.length === 0) && comparison.moved.length === 0;
  return (
    <Dialog title={words.importTitle} wide onClose={onClose} actions={actions}>
      <div className="stack">
        <FileNotes file={file} comparison={comparison} />
        {file.rows.length > 0 && isSame && comparison.absent.length === 0 && <Notice tone="good">{words.same}</Notice>}
        {!isSame && (
          <div className="row">
            <Button onClick={() => setChoices(takeAll(comparison, choices, true))}>{words.takeAll}</Button>
            <Button onClick={() => setChoices(takeAll(comparison, choices, false))}>{words.takeNone}</Button>
          </div>
        )}
        {comparison.moved.length > 0 && (
          <label className="check">
            <input type="checkbox" checked={choices.order} onChange={(event) => setChoices({ ...choices, order: event.target.checked })} />
            {words.order(comparison.moved.length)}
          </label>
        )}
        <DifferenceList comparison={comparison} choices={choices} people={people} onChoices={setChoices} />
        <AbsentNodes
          nodes={comparison.absent}
          removed={choices.removed}
          onToggle={(id, isIn) => setChoices({ ...choices, removed: toggled(choices.removed, id, isIn) })}
        />
        {isTooLong && <Notice tone="bad">{words.tooLong(outcome.nodes.length, mostNodes)}</Notice>}
        <OutcomeNotes outcome={outcome} comparison={comparison} />
      </div>
    </Dialog>
  );
}
