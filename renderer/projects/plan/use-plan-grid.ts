import { useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import type { PlanNode, Project } from '@shared/model/project.ts';
import { goTo, startOfGrid, within, type CellAt, type GridCommand, type Refusal } from '../../ui/grid/grid-state.ts';
import { fieldIn } from '../../ui/grid/use-grid-events.ts';
import { useWords } from '../../words.tsx';
import type { PlanGridColumn } from './columns.tsx';
import { blankNode, takeProposals } from './plan-edits.ts';
import { setField } from './plan-field.ts';
import { stepOf, type PlanNews } from './plan-steps.ts';
import type { PlanChange } from './session/plan-change.ts';
import type { PlanSession } from './session/plan-session.ts';
import type { ChangePlan } from './use-plan-changes.tsx';

interface PlanGridOptions {
  readonly project: Project;
  readonly session: PlanSession;
  readonly nodes: readonly PlanNode[];
  readonly columns: readonly PlanGridColumn[];
  readonly change: ChangePlan;
  /** What holds the grid. */
  readonly box: RefObject<HTMLDivElement | null>;
  /** Where Escape leads from the table. */
  readonly onLeave: () => void;
}

/** Where the person is in the plan table, and what the grid's texts and commands do to the plan. */
export function usePlanGrid({ project, session, nodes, columns, change, box, onLeave }: PlanGridOptions) {
  const { plan } = useWords().projects;
  const [grid, setGrid] = useState(startOfGrid);
  const [news, setNews] = useState<PlanNews | null>(null);
  const { year } = project;
  const backToTable = (): void => fieldIn(box.current)?.focus();
  const afterQuestion = (asked: boolean): void => {
    if (asked) backToTable();
  };

  const onEnter = (at: CellAt, text: string): Refusal | null => {
    const node = nodes[at.row];
    const field = columns[at.column]?.field;
    if (!node || !field) return null;
    const edit = setField(node, field, text.trim(), { rows: nodes, year });
    if (!('node' in edit)) return { problem: plan.problems[edit.problem](edit.about), proposal: edit.proposal };
    if (edit.node === node) return null;
    const onCancel = (): void => {
      flushSync(() => setGrid({ ...goTo(at), editor: { text, mode: 'editing', refusal: { problem: plan.reason.kept, proposal: '' } } }));
      backToTable();
    };
    change('plan.edit', nodes.with(at.row, edit.node), { onDone: afterQuestion, onCancel });
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
    const newNode = (): PlanNode => blankNode(project.id, crypto.randomUUID());
    const here = within(grid, { rows: nodes.length, columns: columns.length });
    const step = stepOf(command, { rows: nodes, fields: columns.map(({ field }) => field), grid: here, year, newNode });
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

  return { grid, setGrid, news, setNews, onEnter, onCommand, onTool, onProposals, backToTable };
}

function flushIf(asked: boolean, step: () => void): void {
  if (asked) flushSync(step);
  else step();
}
