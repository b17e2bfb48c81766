import { useDeferredValue, useMemo, useState } from 'react';
import type { PlanNode, Project } from '@shared/model/project.ts';
import type { ProjectState } from '@shared/projects/lifecycle/state.ts';
import type { LegalCalendar } from '@shared/projects/schedule/calendar.ts';
import { readCalendar } from '../../data/projects/calendar.ts';
import { readProjectState } from '../../data/projects/events.ts';
import { readEvidence } from '../../data/projects/evidence.ts';
import { readDueSoonDays } from '../../data/projects/projects.ts';
import { useLive } from '../../data/live.ts';
import { useWords } from '../../words.tsx';
import { ExchangeMenu } from '../exchange/exchange-menu.tsx';
import { EmptyPlan } from './empty-plan.tsx';
import { UnsavedNotice } from './plan-news.tsx';
import { planFactMaker, planRowMaker } from './plan-rows.ts';
import { PlanSummaryLines } from './plan-summary.tsx';
import { PlanTable } from './plan-table.tsx';
import type { PlanSession, PlanView } from './session/plan-session.ts';
import { sessionOf, usePlan } from './session/use-plan.ts';
import { usePlanChanges } from './use-plan-changes.tsx';
import './plan.css';

interface PlanProps {
  readonly project: Project;
  /** 'YYYY-MM-DD'. */
  readonly today: string;
  /** The node to begin at; '' for the first. */
  readonly nodeId: string;
}

/** 推进计划表 of a project: how it stands, and the table itself. */
export function Plan({ project, today, nodeId }: PlanProps) {
  const session = sessionOf(project.id);
  const view = usePlan(session);
  const dueSoonDays = useLive(readDueSoonDays, []);
  const calendar = useLive(readCalendar, []);
  const state = useLive(() => readProjectState(project.id), [project.id]);
  const files = useLive(() => readEvidence(project.id), [project.id]);
  const { app } = useWords();
  const evidence = useMemo(() => {
    const groups = Map.groupBy(files ?? [], (file) => file.nodeId);
    return new Map([...groups].map(([id, own]) => [id, own.length]));
  }, [files]);
  const read = view && dueSoonDays !== undefined && calendar && state ? { view, dueSoonDays, calendar, state } : null;
  const isTurn = useDeferredValue(read !== null, false); // thousands of nodes are drawn in slices, as a draw that may wait is
  if (!read || !isTurn) return <p className="soft">{app.loading}</p>;
  return <ReadPlan {...{ project, today, nodeId, session, ...read, evidence }} />;
}

interface ReadPlanProps extends PlanProps {
  readonly session: PlanSession;
  readonly view: PlanView;
  readonly dueSoonDays: number;
  readonly calendar: LegalCalendar;
  readonly state: ProjectState;
  /** Number of files by node. */
  readonly evidence: ReadonlyMap<string, number>;
}

function ReadPlan({ project, today, nodeId, session, view, dueSoonDays, calendar, state, evidence }: ReadPlanProps) {
  const nodes = view.rows;
  const { baseline } = state;
  const approved = state.approvedOn !== '';
  const [hasBegun, setBegun] = useState(false);
  // a table whose last row was removed stays, for the way back is in it
  const isNew = nodes.length === 0 && !view.canUndo && !view.canRedo;
  const [makeRows] = useState(planRowMaker);
  const [makeFacts] = useState(planFactMaker);
  const facts = useMemo(() => makeFacts(nodes, calendar, today), [makeFacts, nodes, calendar, today]);
  const rows = useMemo(() => makeRows(nodes, { facts, baseline, evidence }), [makeRows, nodes, facts, baseline, evidence]);
  const { change, dialog } = usePlanChanges({ session, projectId: project.id, approved, baseline });
  const takeImported = (imported: readonly PlanNode[]): void => change('plan.import', imported, quietly);
  const exchange = <ExchangeMenu project={project} nodes={nodes} baseline={baseline} onApply={takeImported} />;
  return (
    <div className="stack">
      {view.saving === 'failed' && <UnsavedNotice view={view} onRetry={() => void session.saveWaiting()} />}
      {isNew && (
        <EmptyPlan project={project} change={change} onBegun={() => setBegun(true)}>
          {exchange}
        </EmptyPlan>
      )}
      {!isNew && (
        <>
          <PlanSummaryLines nodes={nodes} facts={facts} stage={state.stage} today={today} dueSoonDays={dueSoonDays} />
          <PlanTable
            {...{ project, session, view, rows, baseline, approved, calendar, today, dueSoonDays, change }}
            startId={nodeId}
            takesFocus={hasBegun || nodeId !== ''}
          >
            {exchange}
          </PlanTable>
        </>
      )}
      {dialog}
    </div>
  );
}

const quietly = { onDone: () => undefined, onCancel: () => undefined };
