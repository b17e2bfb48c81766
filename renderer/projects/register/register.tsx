import { useState } from 'react';
import type { Project } from '@shared/model/project.ts';
import { projectSummary } from '@shared/projects/summary.ts';
import { useLive } from '../../data/live.ts';
import { readProjects, type ProjectPlan } from '../../data/projects/projects.ts';
import { hrefOf, navigate } from '../../route.ts';
import { useSession, type Session } from '../../session.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { useWords } from '../../words.tsx';
import { ProjectForm } from './project-form.tsx';

/** 台账: every project on this computer. */
export function Register({ today }: { readonly today: string }) {
  const { projects, app } = useWords();
  const { person } = useSession();
  const all = useLive(readProjects, []);
  const [draft, setDraft] = useState<Project | null>(null);
  const [withArchived, setWithArchived] = useState(false);
  if (!all) return <p className="soft">{app.loading}</p>;
  const archived = all.filter(({ project }) => project.archived).length;
  const shown = all.filter(({ project }) => withArchived || !project.archived);
  return (
    <div className="page page-wide">
      <div className="head">
        <h1>{projects.title}</h1>
        <Button main onClick={() => setDraft(draftFor(person, today))}>
          {projects.register.create}
        </Button>
      </div>
      {shown.length === 0 ? <Empty>{projects.register.empty}</Empty> : <RegisterTable plans={shown} today={today} />}
      {archived > 0 && (
        <label className="check">
          <input type="checkbox" checked={withArchived} onChange={(event) => setWithArchived(event.target.checked)} />
          {projects.register.showArchived(archived)}
        </label>
      )}
      {draft && (
        <ProjectForm isNew project={draft} onClose={() => setDraft(null)} onSaved={(project) => navigate('projects', project.id)} />
      )}
    </div>
  );
}

function RegisterTable({ plans, today }: { readonly plans: readonly ProjectPlan[]; readonly today: string }) {
  const { register } = useWords().projects;
  return (
    <div className="project-scroll">
      <table className="table">
        <caption className="visually-hidden">{register.caption}</caption>
        <thead>
          <tr>
            {[register.name, register.number, register.secretary, register.source].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
            <th scope="col" className="num">
              {register.progress}
            </th>
            <th scope="col">{register.next}</th>
            <th scope="col">{register.overdue}</th>
          </tr>
        </thead>
        <tbody>
          {plans.map((plan) => (
            <RegisterRow key={plan.project.id} plan={plan} today={today} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function RegisterRow({ plan: { project, nodes }, today }: { readonly plan: ProjectPlan; readonly today: string }) {
  const { projects } = useWords();
  const { register } = projects;
  const { total, percent, next, overdue } = projectSummary(nodes, today);
  return (
    <tr>
      <td>
        <a href={hrefOf('projects', project.id)}>{project.title}</a>
        {project.archived && <span className="soft">　{register.archived}</span>}
      </td>
      <td>{project.number}</td>
      <td>{project.secretary}</td>
      <td>{projects.source[project.topicSource]}</td>
      <td className="num">{percent}%</td>
      <td>
        {next
          ? register.nextNode(next.title || register.unnamedNode, next.plannedFinish)
          : total === 0
            ? register.noNodes
            : register.noNext}
      </td>
      <td>
        {overdue.length > 0 ? (
          <strong className="project-late">{register.overdueCount(overdue.length)}</strong>
        ) : total > 0 ? (
          register.noneOverdue
        ) : (
          ''
        )}
      </td>
    </tr>
  );
}

/** A new project belongs to whoever is at the computer until the form says otherwise. */
const draftFor = (person: Session['person'], today: string): Project => ({
  id: crypto.randomUUID(),
  title: '',
  number: '',
  unitId: person.unitId,
  unitName: person.unitName,
  branch: person.branch,
  secretary: '',
  topicSource: 'self',
  year: Number(today.slice(0, 4)),
  problem: '',
  topicId: '',
  contact: '',
  specialty: '',
  startDate: '',
  endDate: '',
  background: '',
  measures: '',
  effect: '',
  outcome: '',
  indicators: [],
  createdAt: Date.now(),
  archived: false,
});
