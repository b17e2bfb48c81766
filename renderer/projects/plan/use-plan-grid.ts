import { useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import type { PlanNode, Project } from '@shared/model/project.ts';
import { checkNode } from '@shared/projects/check.ts';
import { blankNode } from '@shared/projects/complete.ts';
import { goTo, within, type CellAt, type GridCommand, type Refusal } from '../../ui/grid/grid-state.ts';
import { fieldIn } from '../../ui/grid/use-grid-events.ts';
import { useWords } from '../../words.tsx';
import type { PlanGridColumn } from './columns.tsx';
import { insertRows, takeProposals } from './edits/plan-edits.ts';
import { setField } from './edits/plan-field.ts';
import { withoutSpare } from './edits/spare-row.ts';
import { stepOf, type PlanNews } from './edits/plan-steps.ts';
import type { PlanChange } from './session/plan-change.ts';
import type { PlanSession } from './session/plan-session.ts';
import type { ChangePlan } from './use-plan-changes.tsx';

interface PlanGridOptions {
  readonly project: Project;
  readonly session: PlanSession;
  readonly nodes: readonly PlanNode[];
  readonly columns: readonly PlanGridColumn[];
  readonly change: ChangePlan;
  /** The node to begin at; '' for the first. */
  readonly startId: string;
  /** What holds the grid. */
  readonly box: RefObject<HTMLDivElement | null>;
  /** Where Escape leads from the table. */
  readonly onLeave: () => void;
}

/** Where the person is in the plan table, and what the grid's texts and commands do to the plan. */
export function usePlanGrid({ project, session, nodes, columns, change, startId, box, onLeave }: PlanGridOptions) {
  const { plan } = useWords().projects;
  const [grid, setGrid] = useState(() => goTo(startIn(nodes, columns, startId)));
  const [news, setNews] = useState<PlanNews | null>(null);
  const { year } = project;
  const newNode = (): PlanNode => blankNode(project.id, crypto.randomUUID());
  const here = within(grid, { rows: nodes.length + 1, columns: columns.length });
  const backToTable = (): void => fieldIn(box.current)?.focus();
  const afterQuestion = (asked: boolean): void => {
    if (asked) backToTable();
  };

  const onEnter = (at: CellAt, text: string): Refusal | null => {
    const node = nodes[at.row] ?? newNode();
    const field = columns[at.column]?.field;
    if (!field) return null;
    const edit = setField(node, field, text.trim(), { rows: nodes, year });
    if (!('node' in edit)) return { problem: plan.problems[edit.problem](edit.about), proposal: edit.proposal };
    if (edit.node === node) return null;
    const onCancel = (): void => {
      flushSync(() => setGrid({ ...goTo(at), editor: { text, mode: 'editing', refusal: { problem: plan.reason.kept, proposal: '' } } }));
      backToTable();
    };
    const rows = at.row < nodes.length ? nodes.with(at.row, edit.node) : insertRows(nodes, nodes.length, [edit.node]);
    if (news?.kind !== 'pasted' || news.refused.length === 0) setNews(null); // cells that a paste refused are mended one by one
    change('plan.edit', rows, { onDone: afterQuestion, onCancel });
    return null;
  };

  const follow = (done: PlanChange | null): void => {
    const touched = new Set([...(done?.after ?? []), ...(done?.before ?? [])].map((node) => node.id));
    const row = session.view()?.rows.findIndex((node) => touched.has(node.id)) ?? -1;
    if (row >= 0) setGrid(goTo({ row, column: grid.active.column }));
    setNews(null);
  };

  const onCommand = (command: GridCommand): void => {
    if (grid.editor) return; // a text that was not taken must not be lost to a button
    if (command.kind === 'undo') return follow(session.undo());
    if (command.kind === 'redo') return follow(session.redo());
    if (command.kind === 'leave') return onLeave();
    if (command.kind === 'locked') return setNews(columns[command.at.column]?.locked ? { kind: 'locked' } : null);
    const meant = withoutSpare(command, nodes.length);
    if (!meant) return;
    const step = stepOf(meant, { rows: nodes, fields: columns.map(({ field }) => field), grid: here, year, newNode });
    const onDone = (asked: boolean): void => {
      flushIf(asked, () => {
        setGrid(step.grid);
        setNews(step.news);
      });
      afterQuestion(asked);
    };
    change(step.what, step.rows, { onDone, onCancel: backToTable });
  };

  /** A command by a button: the focus goes back into the table. */
  const onTool = (command: GridCommand): void => {
    flushSync(() => onCommand(command));
    backToTable();
  };

  /** Takes what was proposed for cells that a paste could not fill. */
  const onProposals = (): void => {
    if (news?.kind !== 'pasted') return;
    const left = news.refused.filter(({ refusal }) => refusal.proposal === '');
    const onDone = (): void => setNews({ ...news, refused: left });
    change('plan.paste', takeProposals(nodes, news.refused, year), { onDone, onCancel: backToTable });
  };

  return { grid: here, setGrid, news, setNews, onEnter, onCommand, onTool, onProposals, backToTable };
}

/** At a node: the first thing it lacks; else the first cell of the table that takes a text. */
function startIn(nodes: readonly PlanNode[], columns: readonly PlanGridColumn[], startId: string): CellAt {
  const row = nodes.findIndex(({ id }) => id === startId);
  const gaps: readonly (string | null)[] = nodes[row] ? checkNode(nodes[row]) : [];
  const lacking = columns.findIndex(({ field }) => field !== null && gaps.includes(field));
  const first = columns.findIndex(({ field }) => field !== null);
  return { row: Math.max(0, row), column: Math.max(0, lacking < 0 ? first : lacking) };
}

function flushIf(asked: boolean, step: () => void): void {
  if (asked) flushSync(step);
  else step();
}
