import { useState } from 'react';
import type { Project } from '@shared/model/project.ts';
import { useLive } from '../data/live.ts';
import { readProject } from '../data/projects/projects.ts';
import { hrefOf } from '../route.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { useWords } from '../words.tsx';
import { ProjectTabs, type ProjectTab } from './project-tabs.tsx';
import { ProjectForm } from './register/project-form.tsx';

interface ProjectPageProps {
  readonly id: string;
  readonly tab: ProjectTab;
  /** 'YYYY-MM-DD'. */
  readonly today: string;
}

/** One project: its facts and its parts. */
export function ProjectPage({ id, tab, today }: ProjectPageProps) {
  const { projects, app } = useWords();
  const project = useLive(() => readProject(id), [id]);
  const [editing, setEditing] = useState(false);
  if (project === undefined) return <p className="soft">{app.loading}</p>;
  if (project === null) return <Gone />;
  return (
    <div className="page page-wide stack">
      <div className="head project-head">
        <div>
          <a href={hrefOf('projects')}>{projects.page.back}</a>
          <h1>{project.title}</h1>
        </div>
        <div className="row">
          <Button onClick={() => setEditing(true)}>{projects.page.edit}</Button>
          <a className="button" href={hrefOf('reports', 'plan', project.id)}>
            {projects.page.export}
          </a>
        </div>
      </div>
      <Facts project={project} />
      <ProjectTabs tab={tab} project={project} today={today} />
      {editing && <ProjectForm isNew={false} project={project} onClose={() => setEditing(false)} onSaved={() => setEditing(false)} />}
    </div>
  );
}

function Facts({ project }: { readonly project: Project }) {
  const { projects } = useWords();
  const { form, page, register } = projects;
  const facts = [
    [form.number, project.number],
    [form.secretary, project.secretary],
    [form.unit, [project.unitName, project.branch].filter(Boolean).join(' ')],
    [form.source, `${projects.source[project.topicSource]} · ${page.year(project.year)}`],
    [form.problem, project.problem],
    ...(project.archived ? [['', register.archived]] : []),
  ].filter(([, value]) => value !== '');
  return (
    <dl className="project-facts" aria-label={page.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Gone() {
  const { page } = useWords().projects;
  return (
    <div className="page stack">
      <Notice tone="warn">{page.gone}</Notice>
      <a href={hrefOf('projects')}>{page.back}</a>
    </div>
  );
}
