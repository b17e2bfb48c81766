import { useState, type SyntheticEvent } from 'react';
import type { Failure } from '@shared/model/failure.ts';
import type { PlanNode, Project } from '@shared/model/project.ts';
import { isDay } from '@shared/projects/days.ts';
import { actorOf } from '../../actor.ts';
import { saveEntry } from '../../data/projects/progress.ts';
import { useSession } from '../../session.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { FailureNotice, Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words.tsx';

interface EntryFormProps {
  readonly project: Project;
  readonly nodes: readonly PlanNode[];
  readonly today: string;
  readonly onClose: () => void;
}

type Problem = 'needWhat' | 'needDate' | 'badPercent';

const texts = ['what', 'problem', 'next'] as const;

/** A dated note in a dialog. It closes only when it is saved. */
export function EntryForm({ project, nodes, today, onClose }: EntryFormProps) {
  const { projectProgress, failures, app } = useWords();
  const { entries: words, form } = projectProgress;
  const { person } = useSession();
  const [fields, setFields] = useState({ date: today, nodeId: '', what: '', problem: '', next: '', percent: '' });
  const [problem, setProblem] = useState<Problem | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [saving, setSaving] = useState(false);
  const set = (changed: Partial<typeof fields>): void => setFields({ ...fields, ...changed });
  const save = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const found = problemOf(fields, today);
    setProblem(found);
    if (found) return;
    setSaving(true);
    const { percent, ...written } = fields;
    const reported = fields.nodeId === '' || percent.trim() === '' ? null : Number(percent);
    const facts = { id: crypto.randomUUID(), projectId: project.id, by: actorOf(person), at: Date.now() };
    const saved = await saveEntry({ ...written, ...facts, percent: reported });
    setSaving(false);
    if (saved.ok) onClose();
    else setFailure(saved.failure);
  };
  const actions = (
    <>
      <Button onClick={onClose}>{app.cancel}</Button>
      <Button main type="submit" form="entry-form" disabled={saving}>
        {saving ? app.saving : words.save}
      </Button>
    </>
  );
  return (
    <Dialog title={words.add} onClose={onClose} actions={actions}>
      <form id="entry-form" className="stack progress-form" noValidate onSubmit={(event) => void save(event)}>
        <div className="progress-fields">
          <Field label={words.date}>
            <input type="date" max={today} value={fields.date} onChange={(event) => set({ date: event.target.value })} />
          </Field>
          <Field label={words.about}>
            <select value={fields.nodeId} onChange={(event) => set({ nodeId: event.target.value })}>
              <option value="">{words.whole}</option>
              {nodes.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title || form.unnamed}
                </option>
              ))}
            </select>
          </Field>
        </div>
        {texts.map((field) => (
          <Field key={field} label={words[field]}>
            <textarea rows={2} maxLength={32_767} value={fields[field]} onChange={(event) => set({ [field]: event.target.value })} />
          </Field>
        ))}
        {fields.nodeId !== '' && (
          <Field label={words.percent}>
            <input inputMode="numeric" maxLength={3} value={fields.percent} onChange={(event) => set({ percent: event.target.value })} />
          </Field>
        )}
        {problem && <Notice tone="bad">{words[problem]}</Notice>}
        {failure && <FailureNotice text={failures[failure.kind](failure.subject)} />}
      </form>
    </Dialog>
  );
}

function problemOf({ date, what, percent, nodeId }: Record<'date' | 'what' | 'percent' | 'nodeId', string>, today: string): Problem | null {
  if (what.trim() === '') return 'needWhat';
  if (!isDay(date) || date > today) return 'needDate';
  const number = Number(percent);
  return nodeId !== '' && percent.trim() !== '' && !(number >= 0 && number <= 100) ? 'badPercent' : null;
}
