import './register.css';
import { useMemo, useState } from 'react';
import { everyProject, needsFacts, registerRows, type RegisterFacts, type RegisterQuery } from '@shared/projects/register.ts';
import { useLive } from '../../data/live.ts';
import { readProjectCards } from '../../data/projects/register/cards.ts';
import { hrefOf, navigate } from '../../route.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { useWords } from '../../words.tsx';
import { Filters } from './filters.tsx';
import { ProjectForm } from './project-form.tsx';
import { RegisterTable } from './register-table.tsx';
import { useFacts } from './use-facts.ts';

const noFacts: ReadonlyMap<string, RegisterFacts> = new Map();
/** Somebody who comes back from a project finds the register as it was. */
let lastQuery = everyProject;

/** 台账: every project on this computer. */
export function Register({ today }: { readonly today: string }) {
  const { projects: words, app } = useWords();
  const { register } = words;
  const projects = useLive(readProjectCards, []);
  const [isCreating, setCreating] = useState(false);
  if (!projects) return <p className="soft">{app.loading}</p>;
  return (
    <div className="page page-wide stack">
      <div className="head">
        <h1>{words.title}</h1>
        <div className="row">
          <a className="button" href={hrefOf('projects', 'topics')}>
            {register.topics}
          </a>
          <a className="button" href={hrefOf('projects', 'send')}>
            {register.send}
          </a>
          <Button main onClick={() => setCreating(true)}>
            {register.create}
          </Button>
        </div>
      </div>
      {projects.length === 0 ? <Empty>{register.empty}</Empty> : <Rows projects={projects} today={today} />}
      {isCreating && (
        <ProjectForm
          others={projects}
          today={today}
          onClose={() => setCreating(false)}
          onSaved={(project) => navigate('projects', project.id)}
        />
      )}
    </div>
  );
}

type Projects = Parameters<typeof registerRows>[0];

function Rows({ projects, today }: { readonly projects: Projects; readonly today: string }) {
  const { register } = useWords().projects;
  const [query, setQuery] = useState<RegisterQuery>(lastQuery);
  const ask = (next: RegisterQuery): void => {
    lastQuery = next;
    setQuery(next);
  };
  const inOrder = useMemo(() => registerRows(projects, noFacts, { ...query, stage: null }), [projects, query]);
  const ids = useMemo(() => inOrder.map(({ id }) => id), [inOrder]);
  const facts = useFacts(ids, today);
  const shown = useMemo(() => (needsFacts(query) ? registerRows(projects, facts, query) : inOrder), [projects, facts, query, inOrder]);
  const archived = projects.filter((project) => project.archived).length;
  return (
    <>
      <Filters projects={projects} query={query} onQuery={ask} />
      <p className="register-count" role="status">
        {register.count(shown.length, query.withArchived ? projects.length : projects.length - archived)}
        {needsFacts(query) && ids.some((id) => !facts.has(id)) && ` · ${register.reading}`}
      </p>
      {shown.length === 0 ? (
        <Empty>{register.none}</Empty>
      ) : (
        <RegisterTable projects={shown} facts={facts} sort={query.sort} onSort={(sort) => ask({ ...query, sort })} />
      )}
      {archived > 0 && (
        <label className="check">
          <input type="checkbox" checked={query.withArchived} onChange={(event) => ask({ ...query, withArchived: event.target.checked })} />
          {register.showArchived(archived)}
        </label>
      )}
    </>
  );
}
