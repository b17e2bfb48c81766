import { useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { PlanNode, Project } from '@shared/model/project.ts';
import { setCell } from '@shared/projects/edits.ts';
import { Grid } from '../../ui/grid/grid.tsx';
import { goTo, startOfGrid, within, type CellAt, type GridCommand } from '../../ui/grid/grid-state.ts';
import { fieldIn } from '../../ui/grid/use-grid-events.ts';
import { useWords } from '../../words.tsx';
import { planColumns } from './columns.tsx';
import type { PlanChange } from './plan-change.ts';
import { blankNode } from './plan-edits.ts';
import { PlanNewsNotice } from './plan-news.tsx';
import type { PlanSession, PlanView } from './plan-session.ts';
import { stepOf, type PlanNews } from './plan-steps.ts';
import { PlanToolbar } from './plan-toolbar.tsx';

interface PlanTableProps {
  readonly project: Project;
  readonly session: PlanSession;
  readonly view: PlanView;
  /** 'YYYY-MM-DD'. */
  readonly today: string;
  readonly dueSoonDays: number;
}

/** The plan table with its buttons: hands what the grid asks for to the plan's session. */
export function PlanTable({ project, session, view, today, dueSoonDays }: PlanTableProps) {
  const { projects } = useWords();
  const { plan, state: states } = projects;
  const { rows } = view;
  const [grid, setGrid] = useState(startOfGrid);
  const [news, setNews] = useState<PlanNews | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const help = useRef<HTMLElement>(null);
  const columns = useMemo(() => planColumns({ words: plan, states, today, dueSoonDays }), [plan, states, today, dueSoonDays]);

  const onEnter = ({ row, column }: CellAt, text: string): string => {
    const node = rows[row];
    const field = columns[column]?.field;
    if (!node || !field) return '';
    const edit = setCell(node, field, text.trim(), project.year);
    if ('problem' in edit) return plan.problems[edit.problem];
    session.change('plan.edit', rows.with(row, edit.node));
    return '';
  };

  const follow = (change: PlanChange | null): void => {
    const touched = new Set([...(change?.after ?? []), ...(change?.before ?? [])].map((node) => node.id));
    const row = session.view()?.rows.findIndex((node) => touched.has(node.id)) ?? -1;
    if (row >= 0) setGrid(goTo({ row, column: grid.active.column }));
    setNews(null);
  };

  const onCommand = (command: GridCommand): void => {
    if (grid.editor) return; // a text that was not taken must not be lost to a button
    if (command.kind === 'undo') return follow(session.undo());
    if (command.kind === 'redo') return follow(session.redo());
    if (command.kind === 'leave') return help.current?.focus();
    const newNode = (): PlanNode => blankNode(project.id, crypto.randomUUID());
    const size = { rows: rows.length, columns: columns.length };
    const fields = columns.map(({ field }) => field);
    const step = stepOf(command, { rows, fields, grid: within(grid, size), year: project.year, newNode });
    session.change(step.what, step.rows);
    setGrid(step.grid);
    setNews(step.news);
  };

  const onTool = (command: GridCommand): void => {
    flushSync(() => onCommand(command));
    fieldIn(box.current)?.focus();
  };

  return (
    <div className="stack">
      <PlanToolbar grid={grid} view={view} onCommand={onTool} />
      {news && <PlanNewsNotice news={news} onUndo={() => onTool({ kind: 'undo' })} onClose={() => setNews(null)} />}
      <div ref={box}>
        <Grid
          label={plan.label}
          columns={columns}
          rows={rows}
          keyOf={keyOf}
          state={grid}
          onState={setGrid}
          onEnter={onEnter}
          onCommand={onCommand}
          labelOf={plan.cell}
        />
      </div>
      <details className="plan-keys">
        <summary ref={help}>{plan.keysTitle}</summary>
        <p>{plan.keys}</p>
      </details>
    </div>
  );
}

const keyOf = (node: PlanNode): string => node.id;
