import { useState } from 'react';
import type { Failure } from '@shared/model/failure.ts';
import type { Project, TopicSource } from '@shared/model/project.ts';
import { nextNumber, sameNumber } from '@shared/projects/numbering.ts';
import type { ProjectCard } from '@shared/projects/register.ts';
import { useLive } from '../../data/live.ts';
import { saveProject } from '../../data/projects/projects.ts';
import { readProjectRules } from '../../data/projects/rules.ts';
import { hrefOf } from '../../route.ts';
import { useSession } from '../../session.tsx';
import { Field } from '../../ui/field.tsx';
import { FailureNotice, Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words.tsx';
import { FormDialog } from '../form-dialog.tsx';
import { SourceSelect } from '../source-select.tsx';
import { draftFor } from './draft.ts';

interface ProjectFormProps {
  /** Every other project, whose numbers are taken. */
  readonly others: readonly ProjectCard[];
  /** 'YYYY-MM-DD'. */
  readonly today: string;
  readonly onSaved: (project: Project) => void;
  readonly onClose: () => void;
}

/** A new project: only what it cannot begin without. It closes only when that is saved. */
export function ProjectForm({ others, today, onSaved, onClose }: ProjectFormProps) {
  const { projects: words, failures } = useWords();
  const { form } = words;
  const blank = draftFor(useSession().person, today);
  const [title, setTitle] = useState('');
  const [topicSource, setSource] = useState<TopicSource>('self');
  const [typedNumber, setNumber] = useState<string | null>(null);
  const [problem, setProblem] = useState<'untitled' | Failure | null>(null);
  const [isSaving, setSaving] = useState(false);
  const suggested = useSuggestedNumber(blank, others);
  const number = typedNumber ?? suggested;
  const [twin] = sameNumber({ ...blank, number }, others);

  const save = async (): Promise<void> => {
    if (title.trim() === '') return setProblem('untitled');
    setSaving(true);
    const ids = { id: crypto.randomUUID(), createdAt: Date.now() };
    const project = { ...blank, ...ids, title: title.trim(), topicSource, number: number.trim() };
    const saved = await saveProject('project.create', project);
    setSaving(false);
    if (saved.ok) onSaved(project);
    else setProblem(saved.failure);
  };

  return (
    <FormDialog
      title={form.create}
      action={form.save}
      isTyped={title.trim() !== '' || typedNumber !== null}
      isBusy={isSaving}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <Field label={form.title}>
        <input maxLength={1_000} value={title} onChange={(event) => setTitle(event.target.value)} />
      </Field>
      <SourceSelect label={form.source} value={topicSource} disabled={false} onChange={setSource} />
      {topicSource !== 'self' && (
        <p className="soft">
          {form.sourceHint} <a href={hrefOf('projects', 'topics')}>{words.register.topics}</a>
        </p>
      )}
      <Field label={form.number}>
        <input maxLength={1_000} value={number} aria-describedby="number-hint" onChange={(event) => setNumber(event.target.value)} />
      </Field>
      <p id="number-hint" className="soft">
        {form.numberHint}
      </p>
      {twin && <Notice tone="warn">{form.numberTaken(twin.title)}</Notice>}
      <p className="soft">{form.restLater}</p>
      {problem === 'untitled' && <Notice tone="bad">{form.titleNeeded}</Notice>}
      {problem && problem !== 'untitled' && <FailureNotice text={failures[problem.kind](problem.subject)} />}
    </FormDialog>
  );
}

function useSuggestedNumber({ year, unitName }: Project, others: readonly ProjectCard[]): string {
  const rules = useLive(readProjectRules, []);
  if (!rules) return '';
  const taken = others.map(({ number }) => number);
  return nextNumber(rules.numberPattern, { year, unit: unitName }, taken);
}
