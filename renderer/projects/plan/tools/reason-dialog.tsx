import { useId, useState, type FormEvent } from 'react';
import type { ChangeReason, PlanDifference } from '@shared/projects/change-notes.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ScrollBox } from '../../../ui/scroll-box.tsx';
import { useWords } from '../../../words.tsx';

interface ReasonDialogProps {
  readonly differences: readonly PlanDifference[];
  /** What was said the last time, to be taken again or written over. */
  readonly last: ChangeReason;
  readonly onReason: (reason: ChangeReason) => void;
  readonly onCancel: () => void;
}

/** The plan is approved: shows what a step changes in it and asks why. Nothing is changed before the answer. */
export function ReasonDialog({ differences, last, onReason, onCancel }: ReasonDialogProps) {
  const { projects, app } = useWords();
  const words = projects.plan.reason;
  const form = useId();
  const [reason, setReason] = useState(last.reason);
  const [approvedBy, setApprovedBy] = useState(last.approvedBy);
  const [asked, setAsked] = useState(false);
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (reason.trim() === '') setAsked(true);
    else onReason({ reason: reason.trim(), approvedBy: approvedBy.trim() });
  };
  const actions = (
    <>
      <Button onClick={onCancel}>{app.cancel}</Button>
      <Button main type="submit" form={form}>
        {words.save}
      </Button>
    </>
  );
  return (
    <Dialog wide title={words.title} onClose={onCancel} actions={actions}>
      <form id={form} className="stack" onSubmit={onSubmit}>
        <p>{words.why}</p>
        <label className="field">
          <span>{words.reason}</span>
          <textarea
            rows={2}
            maxLength={2000}
            value={reason}
            aria-invalid={asked && reason.trim() === ''}
            onChange={({ target }) => setReason(target.value)}
          />
        </label>
        {asked && reason.trim() === '' && <p role="alert">{words.needed}</p>}
        <label className="field">
          <span>{words.approvedBy}</span>
          <input maxLength={200} value={approvedBy} onChange={({ target }) => setApprovedBy(target.value)} />
        </label>
      </form>
      <Differences differences={differences} />
    </Dialog>
  );
}

/** So many lines are shown; a paste may bring hundreds. */
const shownLines = 100;

function Differences({ differences }: Pick<ReasonDialogProps, 'differences'>) {
  const { plan } = useWords().projects;
  const words = plan.reason;
  return (
    <ScrollBox label={words.lines(differences.length)} className="plan-differences">
      <table>
        <caption>{words.lines(differences.length)}</caption>
        <thead>
          <tr>
            <th scope="col">{words.node}</th>
            <th scope="col">{words.what}</th>
            <th scope="col">{words.before}</th>
            <th scope="col">{words.after}</th>
          </tr>
        </thead>
        <tbody>
          {differences.slice(0, shownLines).map(({ nodeId, nodeTitle, field, before, after }) => (
            <tr key={`${nodeId} ${field}`}>
              <td>{nodeTitle || words.unnamed}</td>
              <td>{words.fields[field]}</td>
              <td>{plan.clip(before)}</td>
              <td>{plan.clip(after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {differences.length > shownLines && <p>{words.more(differences.length - shownLines)}</p>}
    </ScrollBox>
  );
}
