import { useMemo, useState } from 'react';
import type { ProjectRules } from '@shared/model/policy.ts';
import type { PlanNode, Project } from '@shared/model/project.ts';
import { compareWithBaseline } from '@shared/projects/schedule/comparison.ts';
import type { LegalCalendar } from '@shared/projects/schedule/calendar.ts';
import { outlookOf } from '@shared/projects/schedule/light.ts';
import { plainYears, yearsWithoutCalendar } from '@shared/projects/schedule/schedule.ts';
import { readCalendar } from '../../data/projects/calendar.ts';
import { readChangeSteps } from '../../data/projects/changes.ts';
import { readProjectState } from '../../data/projects/events.ts';
import { readPlan } from '../../data/projects/projects.ts';
import { readProjectRules } from '../../data/projects/rules.ts';
import { useLive } from '../../data/live.ts';
import { hrefOf } from '../../route.ts';
import { Empty } from '../../ui/empty.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words.tsx';
import { CalendarNotice } from './calendar-notice.tsx';
import { ChangeOrders } from './change-orders.tsx';
import { ComparisonList } from './comparison-list.tsx';
import { OutlookFacts } from './outlook-facts.tsx';
import './changes.css';

interface ChangesProps {
  readonly project: Project;
  /** 'YYYY-MM-DD'. */
  readonly today: string;
}

/** 变更与对照: how the plan has moved since its approval, how it will come out, and every reason that was given. */
export function Changes({ project, today }: ChangesProps) {
  const { projectChanges: words, app } = useWords();
  const nodes = useLive(() => readPlan(project.id), [project.id]);
  const state = useLive(() => readProjectState(project.id), [project.id]);
  const steps = useLive(() => readChangeSteps(project.id), [project.id]);
  const rules = useLive(readProjectRules, []);
  const calendar = useLive(readCalendar, []);
  if (!nodes || !state || !steps || !rules || !calendar) return <p className="soft">{app.loading}</p>;
  return (
    <div className="stack">
      {nodes.length === 0 && state.baseline.length === 0 ? (
        <NoNodes project={project} />
      ) : (
        <Comparison {...{ project, nodes, baseline: state.baseline, calendar, rules, today }} />
      )}
      <section>
        <h2>{words.orders}</h2>
        <ChangeOrders project={project} steps={steps} />
      </section>
    </div>
  );
}

interface ComparisonProps {
  readonly project: Project;
  readonly nodes: readonly PlanNode[];
  /** Empty before the approval. */
  readonly baseline: readonly PlanNode[];
  readonly calendar: LegalCalendar;
  readonly rules: ProjectRules;
  readonly today: string;
}

function Comparison({ project, nodes, baseline, calendar, rules, today }: ComparisonProps) {
  const { projectChanges: words } = useWords();
  const [onlyChanged, setOnlyChanged] = useState(false);
  const { outlook, rows, years } = useMemo(() => comparisonOf({ nodes, baseline, calendar, today }), [nodes, baseline, calendar, today]);
  const changed = rows.filter((row) => row.changed.length > 0);
  const shown = onlyChanged ? changed : rows;
  const toPlan = (): void => window.location.assign(hrefOf('projects', project.id));
  return (
    <>
      <CalendarNotice years={years} />
      <OutlookFacts outlook={outlook} rules={rules} isApproved={baseline.length > 0} />
      {baseline.length === 0 && <Notice tone="plain">{words.notApproved}</Notice>}
      <section>
        <h2>{words.comparison}</h2>
        {baseline.length > 0 && (
          <label className="check">
            <input type="checkbox" checked={onlyChanged} onChange={() => setOnlyChanged(!onlyChanged)} />
            {words.onlyChanged(changed.length)}
          </label>
        )}
        {shown.length === 0 ? <Empty>{words.nothingChanged}</Empty> : <ComparisonList rows={shown} rules={rules} onOpen={toPlan} />}
      </section>
    </>
  );
}

function comparisonOf({ nodes, baseline, calendar, today }: Omit<ComparisonProps, 'project' | 'rules'>) {
  const outlook = outlookOf({ nodes, baseline, calendar, today });
  const compared = compareWithBaseline({ nodes, baseline, forecasts: outlook.spans, calendar });
  const rows = compared.map((row, place) => ({ ...row, number: place < nodes.length ? place + 1 : 0 }));
  const years = new Set([...yearsWithoutCalendar([...nodes, ...baseline], calendar), ...plainYears([...outlook.spans.values()], calendar)]);
  return { outlook, rows, years: [...years].sort((one, other) => one - other) };
}

function NoNodes({ project }: { readonly project: Project }) {
  const { projectChanges: words } = useWords();
  return (
    <Empty>
      <p>{words.noNodes}</p>
      <a href={hrefOf('projects', project.id)}>{words.toPlan}</a>
    </Empty>
  );
}
