import './closing.css';
import { readProjectState } from '../../data/projects/events.ts';
import { readPlan } from '../../data/projects/projects.ts';
import { useLive } from '../../data/live.ts';
import { hrefOf } from '../../route.ts';
import { Empty } from '../../ui/empty.tsx';
import { useWords } from '../../words.tsx';
import type { ProjectTabProps } from '../project-tabs.tsx';
import { useFocusAfterStep } from '../steps/use-focus-after-step.ts';
import type { ClosingProps } from './closing-props.ts';
import { PendingRequest } from './pending-request.tsx';
import { RequestForm } from './request-form.tsx';
import { Results } from './results.tsx';

/** 销号与评审: what is done, the request to close, its decision, and what the yearly review made of it. */
export function Closing({ project, today }: ProjectTabProps) {
  const { app, projects } = useWords();
  const state = useLive(() => readProjectState(project.id), [project.id]);
  const nodes = useLive(() => readPlan(project.id), [project.id]);
  const place = useFocusAfterStep<HTMLElement>(state?.stage ?? null);
  if (!state || !nodes) return <p className="soft">{app.loading}</p>;
  return (
    <section ref={place} tabIndex={-1} aria-label={projects.tabs.closing}>
      <StagePart project={project} state={state} nodes={nodes} today={today} />
    </section>
  );
}

function StagePart(props: ClosingProps) {
  const { projectClosing } = useWords();
  const { project, state } = props;
  switch (state.stage) {
    case 'approved':
      return <RequestForm {...props} />;
    case 'closingRequested':
      return <PendingRequest {...props} />;
    case 'closed':
    case 'assessed':
      return <Results {...props} />;
    default:
      return (
        <Empty>
          <p>{projectClosing.early}</p>
          <a className="button" href={hrefOf('projects', project.id, 'application')}>
            {projectClosing.toApplication}
          </a>
        </Empty>
      );
  }
}
