import type { ComponentType } from 'react';
import type { Project } from '@shared/model/project.ts';
import { hrefOf } from '../route.ts';
import { useWords } from '../words.tsx';
import { Application } from './application/application.tsx';
import { Changes } from './changes/changes.tsx';
import { Closing } from './closing/closing.tsx';
import { Plan } from './plan/plan.tsx';
import { ProgressTab } from './progress/progress-tab.tsx';

export interface ProjectTabProps {
  readonly project: Project;
  /** 'YYYY-MM-DD'. */
  readonly today: string;
}

export const projectTabs = ['plan', 'application', 'progress', 'changes', 'closing'] as const;
export type ProjectTab = (typeof projectTabs)[number];

interface OpenTabProps extends ProjectTabProps {
  /** The node of the plan to begin at; '' for none. */
  readonly nodeId: string;
}

const parts: Record<ProjectTab, ComponentType<OpenTabProps>> = {
  plan: Plan,
  application: Application,
  progress: ProgressTab,
  changes: Changes,
  closing: Closing,
};

/** The parts of a project's page, one at a time; the plan is the first. */
export function ProjectTabs({ tab, ...props }: OpenTabProps & { readonly tab: ProjectTab }) {
  const { tabs, page } = useWords().projects;
  const Part = parts[tab];
  return (
    <>
      <nav className="row project-tabs" aria-label={page.parts}>
        {projectTabs.map((name) => (
          <a
            key={name}
            className="button"
            href={name === 'plan' ? hrefOf('projects', props.project.id) : hrefOf('projects', props.project.id, name)}
            aria-current={name === tab ? 'page' : undefined}
          >
            {tabs[name]}
          </a>
        ))}
      </nav>
      <Part {...props} />
    </>
  );
}
