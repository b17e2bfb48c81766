import './application.css';
import { reviewStages, type ProjectStage } from '@shared/model/project-event.ts';
import { isOver } from '@shared/projects/lifecycle/state.ts';
import { readProjectState } from '../../data/projects/events.ts';
import { readProjectRules } from '../../data/projects/rules.ts';
import { useLive } from '../../data/live.ts';
import { useWords } from '../../words.tsx';
import type { ProjectTabProps } from '../project-tabs.tsx';
import { Fields } from './fields.tsx';
import { History } from './history.tsx';
import { NextStep } from './next-step.tsx';
import { Reviews } from './review/reviews.tsx';
import { StageRail } from './stage-rail.tsx';
import { useDraft } from './use-draft.ts';

/** Where the content is not to be changed. */
const isLocked = (stage: ProjectStage): boolean => isOver(stage) || reviewStages.some((review) => review === stage);

/** 申报与审批: how far the project has come, what to do now, its application and everything that was done. */
export function Application({ project, today }: ProjectTabProps) {
  const { app } = useWords();
  const draft = useDraft(project);
  const state = useLive(() => readProjectState(project.id), [project.id]);
  const rules = useLive(readProjectRules, []);
  if (!state || !rules) return <p className="soft">{app.loading}</p>;
  return (
    <div className="stack">
      <StageRail state={state} />
      <NextStep draft={draft} state={state} rules={rules} today={today} />
      <Reviews reviews={state.reviews} weights={rules.weights} />
      <Fields draft={draft} stage={state.stage} isLocked={isLocked(state.stage)} rules={rules} />
      <History state={state} weights={rules.weights} />
    </div>
  );
}
