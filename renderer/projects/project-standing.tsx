import { lightOf, summaryDelay } from '@shared/projects/schedule/light.ts';
import { isOver } from '@shared/projects/lifecycle/state.ts';
import { standing } from '@shared/projects/summary.ts';
import type { ProjectStage } from '@shared/model/project-event.ts';
import { readCalendar } from '../data/projects/calendar.ts';
import { readProjectState } from '../data/projects/events.ts';
import { readProjectRules } from '../data/projects/rules.ts';
import { readPlanSummaries } from '../data/projects/register/summaries.ts';
import { useLive } from '../data/live.ts';
import { Tag } from '../ui/tag.tsx';
import { useWords } from '../words.tsx';
import { LightTag } from './changes/light-tag.tsx';

interface ProjectStandingProps {
  readonly projectId: string;
  /** 'YYYY-MM-DD'. */
  readonly today: string;
}

const tones: Partial<Record<ProjectStage, 'good' | 'bad'>> = {
  approved: 'good',
  closed: 'good',
  assessed: 'good',
  returned: 'bad',
  terminated: 'bad',
};

/** State, light and next node, as in the register: read of the plan's summary, so that editing a long plan costs nothing here. */
export function ProjectStanding({ projectId, today }: ProjectStandingProps) {
  const { page, stage: words } = useWords().projects;
  const stage = useLive(async () => (await readProjectState(projectId)).stage, [projectId]);
  const summary = useLive(async () => (await readPlanSummaries([projectId])).get(projectId), [projectId]);
  const reckoning = useLive(async () => ({ calendar: await readCalendar(), rules: await readProjectRules() }), []);
  return (
    <>
      <div>
        <dt>{page.stage}</dt>
        <dd>{stage && <Tag tone={tones[stage] ?? 'plain'}>{words[stage]}</Tag>}</dd>
      </div>
      {stage && !isOver(stage) && summary && reckoning && summary.total > 0 && <PlanStanding {...{ summary, ...reckoning, today }} />}
    </>
  );
}

interface PlanStandingProps {
  readonly summary: Parameters<typeof summaryDelay>[0];
  readonly calendar: Parameters<typeof summaryDelay>[1];
  readonly rules: Parameters<typeof lightOf>[1];
  readonly today: string;
}

function PlanStanding({ summary, calendar, rules, today }: PlanStandingProps) {
  const { page, register } = useWords().projects;
  const { next } = standing(summary, today, 0);
  const delay = summaryDelay(summary, calendar, today);
  return (
    <>
      <div>
        <dt>{page.light}</dt>
        <dd>
          <LightTag light={lightOf(delay, rules)} /> {page.delay(delay)}
        </dd>
      </div>
      <div>
        <dt>{page.next}</dt>
        <dd>{next ? register.nextNode(next.title || register.unnamedNode, next.finish) : page.noNext}</dd>
      </div>
    </>
  );
}
