import { useState } from 'react';
import type { PlanChangeNote, Project } from '@shared/model/project.ts';
import { changeOrder } from '@shared/projects/forms/change-order.ts';
import type { ChangeStep } from '../../data/projects/changes.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Empty } from '../../ui/empty.tsx';
import { dayOf, minuteOf } from '../../ui/format.ts';
import { useWords } from '../../words.tsx';
import { ExportForm } from '../exchange/export-form.tsx';

interface ChangeOrdersProps {
  readonly project: Project;
  /** The newest first. */
  readonly steps: readonly ChangeStep[];
}

const shownAtOnce = 20;

/** 节点变更单: what was changed in each step, why, and by whom. */
export function ChangeOrders({ project, steps }: ChangeOrdersProps) {
  const { projectChanges: words } = useWords();
  const [shown, setShown] = useState(shownAtOnce);
  const [printed, setPrinted] = useState<readonly PlanChangeNote[] | null>(null);
  if (steps.length === 0) return <Empty>{words.noOrders}</Empty>;
  return (
    <div className="stack">
      <div>
        <Button onClick={() => setPrinted(steps.flatMap(({ notes }) => notes))}>{words.printAll(steps.length)}</Button>
      </div>
      {steps.slice(0, shown).map((step) => (
        <ChangeOrder key={step.id} step={step} onPrint={() => setPrinted(step.notes)} />
      ))}
      {steps.length > shown && (
        <div>
          <Button onClick={() => setShown(shown + shownAtOnce)}>{words.showMore(Math.min(shownAtOnce, steps.length - shown))}</Button>
        </div>
      )}
      {printed && <PrintDialog project={project} notes={printed} onClose={() => setPrinted(null)} />}
    </div>
  );
}

function ChangeOrder({ step, onPrint }: { readonly step: ChangeStep; readonly onPrint: () => void }) {
  const { projectChanges: words } = useWords();
  const first = step.notes[0];
  if (!first) return null;
  const title = words.orderCaption(minuteOf(step.at));
  return (
    <section className="card" aria-label={title}>
      <div className="row changes-order-head">
        <strong>{title}</strong>
        <Button onClick={onPrint}>{words.print}</Button>
      </div>
      <dl className="project-facts">
        <Fact name={words.reason} value={first.reason} />
        <Fact name={words.approvedBy} value={first.approvedBy || words.blank} />
        <Fact name={words.by} value={first.by.name} />
      </dl>
      <ChangeLines notes={step.notes} />
    </section>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

const shownLines = 50;

function ChangeLines({ notes }: { readonly notes: readonly PlanChangeNote[] }) {
  const { projectChanges: words, projectSchedule } = useWords();
  const { lines } = words;
  const [shown, setShown] = useState(shownLines);
  return (
    <>
      <div className="changes-lines">
        <table className="table">
          <thead>
            <tr>
              <th>{lines.node}</th>
              <th>{lines.field}</th>
              <th>{lines.before}</th>
              <th>{lines.after}</th>
            </tr>
          </thead>
          <tbody>
            {notes.slice(0, shown).map((note) => (
              <tr key={note.id}>
                <th scope="row">{note.nodeTitle || projectSchedule.unnamed}</th>
                <td>{words.fields[note.field]}</td>
                <td>{note.before || words.blank}</td>
                <td>{note.after || words.blank}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {notes.length > shown && <Button onClick={() => setShown(shown + shownLines)}>{words.showLines(notes.length - shown)}</Button>}
    </>
  );
}

interface PrintDialogProps {
  readonly project: Project;
  readonly notes: readonly PlanChangeNote[];
  readonly onClose: () => void;
}

function PrintDialog({ project, notes, onClose }: PrintDialogProps) {
  const { projectChanges: words, app } = useWords();
  return (
    <Dialog wide title={words.printTitle} onClose={onClose} actions={<Button onClick={onClose}>{app.close}</Button>}>
      <ExportForm forms={[changeOrder(project, notes, dayOf)]} folder={words.folder(project.title)} />
    </Dialog>
  );
}
