import { useState, type SyntheticEvent } from 'react';
import type { Failure } from '@shared/model/failure.ts';
import { topicSources, type Project, type TopicSource } from '@shared/model/project.ts';
import { saveProject } from '../../data/projects/projects.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FailureNotice, Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words.tsx';

interface ProjectFormProps {
  /** What stands in the fields at first. */
  readonly project: Project;
  readonly isNew: boolean;
  readonly onSaved: (project: Project) => void;
  readonly onClose: () => void;
}

type Problem = 'titleNeeded' | 'yearNeeded';

/** The facts of a project, in a dialog. It closes only when they are saved. */
export function ProjectForm({ project: first, isNew, onSaved, onClose }: ProjectFormProps) {
  const { projects, failures, app } = useWords();
  const { form } = projects;
  const [project, setProject] = useState(first);
  const [year, setYear] = useState(String(first.year));
  const [problem, setProblem] = useState<Problem | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [saving, setSaving] = useState(false);

  const save = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const filled = { ...project, title: project.title.trim(), year: Number(year) };
    const found = problemOf(filled);
    setProblem(found);
    if (found) return;
    setSaving(true);
    const saved = await saveProject(isNew ? 'project.create' : 'project.edit', filled);
    setSaving(false);
    if (saved.ok) onSaved(filled);
    else setFailure(saved.failure);
  };

  const line = (field: 'title' | 'number' | 'secretary' | 'unitName' | 'branch', label: string) => (
    <label className="field">
      <span>{label}</span>
      <input maxLength={1_000} value={project[field]} onChange={(event) => setProject({ ...project, [field]: event.target.value })} />
    </label>
  );

  return (
    <Dialog
      title={isNew ? form.create : form.edit}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{app.cancel}</Button>
          <Button main type="submit" form="project-form" disabled={saving}>
            {saving ? app.saving : form.save}
          </Button>
        </>
      }
    >
      <form id="project-form" className="stack project-form" noValidate onSubmit={save}>
        {line('title', form.title)}
        <div className="project-fields">
          {line('number', form.number)}
          {line('secretary', form.secretary)}
          {line('unitName', form.unit)}
          {line('branch', form.branch)}
          <SourceField value={project.topicSource} onChange={(topicSource) => setProject({ ...project, topicSource })} />
          <label className="field">
            <span>{form.year}</span>
            <input inputMode="numeric" maxLength={4} value={year} onChange={(event) => setYear(event.target.value)} />
          </label>
        </div>
        <label className="field">
          <span>{form.problem}</span>
          <textarea
            rows={3}
            maxLength={32_767}
            value={project.problem}
            onChange={(event) => setProject({ ...project, problem: event.target.value })}
          />
        </label>
        {!isNew && (
          <label className="check">
            <input
              type="checkbox"
              checked={project.archived}
              onChange={(event) => setProject({ ...project, archived: event.target.checked })}
            />
            {form.archived}
          </label>
        )}
        {problem && <Notice tone="bad">{form[problem]}</Notice>}
        {failure && <FailureNotice text={failures[failure.kind](failure.subject)} />}
      </form>
    </Dialog>
  );
}

function SourceField({ value, onChange }: { readonly value: TopicSource; readonly onChange: (source: TopicSource) => void }) {
  const { projects } = useWords();
  return (
    <label className="field">
      <span>{projects.form.source}</span>
      <select value={value} onChange={(event) => onChange(topicSources.find((source) => source === event.target.value) ?? value)}>
        {topicSources.map((source) => (
          <option key={source} value={source}>
            {projects.source[source]}
          </option>
        ))}
      </select>
    </label>
  );
}

function problemOf({ title, year }: Project): Problem | null {
  if (title === '') return 'titleNeeded';
  return Number.isInteger(year) && year >= 1900 && year <= 2999 ? null : 'yearNeeded';
}
