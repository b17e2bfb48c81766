import { useState } from 'react';
import type { PlanNode, Project } from '@shared/model/project.ts';
import { checkBeforeSubmit, type Gap } from '@shared/projects/lifecycle/gaps.ts';
import type { ProjectState } from '@shared/projects/lifecycle/state.ts';
import { readPlan, readProject } from '../../data/projects/projects.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useWords } from '../../words.tsx';
import { StepNotice } from '../steps/step-notice.tsx';
import { useSteps } from '../steps/use-steps.ts';
import { GapsDialog } from './gaps-dialog.tsx';
import type { ProjectDraft } from './use-draft.ts';

interface Asked {
  readonly revision: number;
  readonly project: Project;
  readonly nodes: readonly PlanNode[];
  readonly gaps: readonly Gap[];
}

/** 送审: saves what was typed, names every gap, and says what goes before it goes. */
export function Submit({ draft, state }: { readonly draft: ProjectDraft; readonly state: ProjectState }) {
  const { app, projectApplication } = useWords();
  const { now, submit: words } = projectApplication;
  const { id } = draft.project;
  const [asked, setAsked] = useState<Asked | null>(null);
  const steps = useSteps(id);
  const check = async (): Promise<void> => {
    if (!(await draft.save())) return; // the form says why
    const [project, nodes] = await Promise.all([readProject(id), readPlan(id)]);
    steps.clear();
    if (project) setAsked({ revision: state.revision + 1, project, nodes, gaps: checkBeforeSubmit(project, nodes) });
  };
  const close = (): void => setAsked(null);
  const send = async ({ revision, project, nodes }: Asked): Promise<void> => {
    if (await steps.take({ kind: 'submitted', submission: { revision, project, nodes } })) close();
  };
  return (
    <>
      <Button main onClick={() => void check()}>
        {now.submit}
      </Button>
      {asked && asked.gaps.length > 0 && <GapsDialog projectId={id} gaps={asked.gaps} onClose={close} />}
      {asked && asked.gaps.length === 0 && (
        <Dialog
          title={words.title(asked.revision)}
          onClose={close}
          actions={
            <>
              <Button onClick={close}>{app.cancel}</Button>
              <Button main disabled={steps.isBusy} onClick={() => void send(asked)}>
                {steps.isBusy ? app.saving : words.confirm}
              </Button>
            </>
          }
        >
          <Contents project={asked.project} nodes={asked.nodes} />
          <StepNotice problem={steps.problem} />
        </Dialog>
      )}
    </>
  );
}

function Contents({ project, nodes }: Pick<Asked, 'project' | 'nodes'>) {
  const { submit: words } = useWords().projectApplication;
  return (
    <>
      <p>
        <strong>{words.what}</strong>
      </p>
      <ul>
        <li>{words.facts(project.title, project.number)}</li>
        <li>{words.plan(nodes.length)}</li>
        <li>{words.indicators(project.indicators.length)}</li>
      </ul>
      <p>{words.sent}</p>
    </>
  );
}
