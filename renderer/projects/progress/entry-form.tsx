import { useState } from 'react';
import type { Failure } from '@shared/model/failure.ts';
import type { PlanNode, Project } from '@shared/model/project.ts';
import { isDay } from '@shared/projects/days.ts';
import { actorOf } from '../../actor.ts';
import { saveEntry } from '../../data/projects/progress.ts';
import { useSession } from '../../session.tsx';
import { Field } from '../../ui/field.tsx';
import { FailureNotice, Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words.tsx';
import { FormDialog } from '../form-dialog.tsx';

interface EntryFormProps {
  readonly project: Project;
  readonly nodes: readonly PlanNode[];
  readonly today: string;
  readonly onClose: () => void;
}

type Problem = 'needWhat' | 'needDate' | 'badPercent';

const texts = ['what', 'problem', 'next'] as const;

/** A dated note in a dialog. It closes when it is saved, or when the person gives up what was typed. */
export function EntryForm({ project, nodes, today, onClose }: EntryFormProps) {
  const { projectProgress, failures } = useWords();
  const { entries: words, form } = projectProgress;
  const { person } = useSession();
  const [fields, setFields] = useState({ date: today, nodeId: '', what: '', problem: '', next: '', percent: '' });
  const [problem, setProblem] = useState<Problem | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [saving, setSaving] = useState(false);
  const set = (changed: Partial<typeof fields>): void => setFields({ ...fields, ...changed });
  const save = async (): Promise<void> => {
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
  const isTyped = [...texts, 'percent' as const].some((field) => fields[field] !== '');
  return (
    <FormDialog title={words.add} action={words.save} isTyped={isTyped} isBusy={saving} onSubmit={() => void save()} onClose={onClose}>
      <div className="stack progress-form">
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
      </div>
    </FormDialog>
  );
}

function problemOf({ date, what, percent, nodeId }: Record<'date' | 'what' | 'percent' | 'nodeId', string>, today: string): Problem | null {
  if (what.trim() === '') return 'needWhat';
  if (!isDay(date) || date > today) return 'needDate';
  const number = Number(percent);
  return nodeId !== '' && percent.trim() !== '' && !(number >= 0 && number <= 100) ? 'badPercent' : null;
}
