import { useMemo, useRef, useState, type ReactNode } from 'react';
import type { PlanNode, Project } from '@shared/model/project.ts';
import type { LegalCalendar } from '@shared/projects/schedule/calendar.ts';
import { Grid } from '../../ui/grid/grid.tsx';
import { rowHeightOf } from '../../ui/grid/grid-column.ts';
import { gridBoxIn } from '../../ui/grid/use-grid-events.ts';
import { useSteady } from '../../ui/use-steady.ts';
import { useWords } from '../../words.tsx';
import { BarsBeside } from './bars-beside.tsx';
import { BarTools } from './bars/bar-tools.tsx';
import { planColumns } from './columns.tsx';
import { DetailLine } from './detail-line.tsx';
import { PlanNewsNotice } from './plan-news.tsx';
import type { PlanRow } from './plan-rows.ts';
import { PlanToolbar } from './tools/plan-toolbar.tsx';
import { PushDialog } from './tools/push-dialog.tsx';
import { ScrollLink } from './scroll-link.ts';
import { spareRow } from './edits/spare-row.ts';
import type { PlanSession, PlanView } from './session/plan-session.ts';
import type { ChangePlan } from './use-plan-changes.tsx';
import { usePlanGrid } from './use-plan-grid.ts';
import { isShown, useViewSettings } from './tools/view-settings.ts';
import { ViewTools } from './tools/view-tools.tsx';

interface PlanTableProps {
  readonly project: Project;
  readonly session: PlanSession;
  readonly view: PlanView;
  readonly rows: readonly PlanRow[];
  readonly baseline: readonly PlanNode[];
  readonly approved: boolean;
  readonly calendar: LegalCalendar;
  /** 'YYYY-MM-DD'. */
  readonly today: string;
  readonly dueSoonDays: number;
  readonly change: ChangePlan;
  /** The node to begin at; '' for the first. */
  readonly startId: string;
  /** The table takes the focus when it comes. */
  readonly takesFocus: boolean;
  /** Further tools, beside those of the view. */
  readonly children: ReactNode;
}

/** The plan table and its bars with their buttons: hands what they ask for to the plan's session. */
export function PlanTable(props: PlanTableProps) {
  const { project, session, view, rows, baseline, approved, calendar, today, dueSoonDays, change, startId, takesFocus, children } = props;
  const { plan, state: states } = useWords().projects;
  const box = useRef<HTMLDivElement>(null);
  const help = useRef<HTMLElement>(null);
  const [settings, setSettings] = useViewSettings(project.id);
  const [link] = useState(() => new ScrollLink());
  const [pushing, setPushing] = useState(false);
  const all = useMemo(
    () => planColumns({ words: plan, states, today, dueSoonDays, calendar, approved }),
    [plan, states, today, dueSoonDays, calendar, approved],
  );
  const columns = useMemo(() => all.filter(({ id }) => isShown(id, settings)), [all, settings]);
  const nodes = view.rows;
  const onLeave = (): void => help.current?.focus();
  const table = usePlanGrid({ project, session, nodes, columns, change, startId, box, onLeave });
  const shownRows = useMemo(() => [...rows, spareRow], [rows]);
  const { row, column } = table.grid.active;

  const onMove = useSteady((nodeId: string, { start, finish }: { readonly start: string; readonly finish: string }): void => {
    const moved = nodes.map((node) => (node.id === nodeId ? { ...node, plannedStart: start, plannedFinish: finish } : node));
    change('plan.drag', moved, { onDone: () => undefined, onCancel: () => undefined });
  });
  const onScroll = useSteady((top: number): void => gridBoxIn(box.current)?.scrollTo({ top }));

  const onPushed = (pushed: readonly PlanNode[]): void => {
    setPushing(false);
    change('plan.push', pushed, { onDone: table.backToTable, onCancel: table.backToTable });
  };

  return (
    <div className="stack plan-table">
      <PlanToolbar grid={table.grid} view={view} onCommand={table.onTool} onPush={() => setPushing(true)} />
      <div className="row plan-tools">
        <ViewTools settings={settings} onSettings={setSettings} columns={all} />
        {children}
      </div>
      {table.news && (
        <PlanNewsNotice
          news={table.news}
          onUndo={() => table.onTool({ kind: 'undo' })}
          onProposals={table.onProposals}
          onClose={() => table.setNews(null)}
        />
      )}
      <div ref={box} className={`plan-panes plan-panes-${settings.view}`}>
        <Grid
          label={plan.label}
          columns={columns}
          rows={shownRows}
          hasSpareRow
          takesFocus={takesFocus}
          keyOf={keyOf}
          lines={settings.lines}
          state={table.grid}
          onState={table.setGrid}
          onEnter={table.onEnter}
          onCommand={table.onCommand}
          labelOf={plan.cell}
          proposalLabel={plan.proposal}
          onScrollTop={link.tell}
        />
        {settings.view !== 'table' && (
          <BarsBeside
            link={link}
            rows={nodes}
            baseline={baseline}
            calendar={calendar}
            today={today}
            unit={settings.unit}
            rowHeight={rowHeightOf(settings.lines)}
            onScroll={onScroll}
            onMove={onMove}
          />
        )}
      </div>
      <DetailLine row={shownRows[row]} column={columns[column]} index={row} />
      {settings.view !== 'table' && <BarTools unit={settings.unit} onUnit={(unit) => setSettings({ unit })} />}
      <details className="plan-keys">
        <summary ref={help}>{plan.keysTitle}</summary>
        <p>{plan.keys}</p>
      </details>
      {pushing && <PushDialog rows={nodes} calendar={calendar} onTake={onPushed} onClose={() => setPushing(false)} />}
    </div>
  );
}

const keyOf = ({ node }: PlanRow): string => node.id;
