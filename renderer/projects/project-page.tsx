import type { Project } from '@shared/model/project.ts';
import { useLive } from '../data/live.ts';
import { readProject } from '../data/projects/projects.ts';
import { hrefOf } from '../route.ts';
import { Notice } from '../ui/notice.tsx';
import { useWords } from '../words.tsx';
import { ProjectStanding } from './project-standing.tsx';
import { ProjectTabs, type ProjectTab } from './project-tabs.tsx';

interface ProjectPageProps {
  readonly id: string;
  readonly tab: ProjectTab;
  /** The node of the plan to begin at; '' for none. */
  readonly nodeId: string;
  /** 'YYYY-MM-DD'. */
  readonly today: string;
}

/** One project: what it is, how it stands, and its parts. */
export function ProjectPage({ id, tab, nodeId, today }: ProjectPageProps) {
  const { projects, app } = useWords();
  const project = useLive(() => readProject(id), [id]);
  if (project === undefined) return <p className="soft">{app.loading}</p>;
  if (project === null) return <Gone />;
  return (
    <div className="page page-wide stack">
      <div className="head project-head">
        <div>
          <a href={hrefOf('projects')}>{projects.page.back}</a>
          <h1>{project.title}</h1>
        </div>
        <a className="button" href={hrefOf('reports', 'plan', project.id)}>
          {projects.page.export}
        </a>
      </div>
      <dl className="project-facts" aria-label={projects.page.facts}>
        <ProjectStanding projectId={id} today={today} />
        <Facts project={project} />
      </dl>
      <ProjectTabs tab={tab} nodeId={nodeId} project={project} today={today} />
    </div>
  );
}

function Facts({ project }: { readonly project: Project }) {
  const { page, register, source } = useWords().projects;
  const facts = [
    [register.number, project.number],
    [register.secretary, project.secretary],
    [page.unit, [project.unitName, project.branch].filter(Boolean).join(' ')],
    [register.source, `${source[project.topicSource]} · ${page.year(project.year)}`],
    ...(project.archived ? [['', register.archived]] : []),
  ].filter(([, value]) => value !== '');
  return facts.map(([name, value]) => (
    <div key={name}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  ));
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
