import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Failure } from '@shared/model/failure.ts';
import type { Project } from '@shared/model/project.ts';
import { drafts, type ProjectFields } from './drafts.ts';

export interface ProjectDraft {
  /** The project with what was typed. */
  readonly project: Project;
  readonly change: (fields: ProjectFields) => void;
  /** Saves at once; true when everything is on disk. */
  readonly save: () => Promise<boolean>;
  readonly isSaved: boolean;
  readonly failure: Failure | null;
}

/** The project as its screen shows it, saved as one types and when the screen is left. */
export function useDraft(project: Project): ProjectDraft {
  const { id } = project;
  const draft = useSyncExternalStore(drafts.subscribe, () => drafts.of(id));
  // Stays over the row after it was saved: what the database says comes a moment later, and would take back a letter.
  const [typed, setTyped] = useState<ProjectFields>(() => drafts.of(id)?.fields ?? {});
  useEffect(() => () => void drafts.save(id), [id]);
  return {
    project: { ...project, ...typed },
    change(fields) {
      setTyped((before) => ({ ...before, ...fields }));
      drafts.change(id, fields);
    },
    save: () => drafts.save(id),
    isSaved: draft === null,
    failure: draft?.failure ?? null,
  };
}
