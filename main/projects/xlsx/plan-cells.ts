import type { PlanDocument } from '@shared/model/plan-file.ts';
import type { PlanNode } from '@shared/model/project.ts';
import { linkText, rowNumbers } from '@shared/projects/exchange/dependency-text.ts';
import { planColumns, type PlanColumn } from '@shared/projects/exchange/table/plan-columns.ts';
import { deviationDays, nodeState } from '@shared/projects/states.ts';

export type PlanCell = string | number;

/** The cells of one node by the columns of the workbook. Of an approved plan 计划完成 is what was approved and 调整后完成 what it became. */
export function planCells(node: PlanNode, place: number, plan: PlanDocument): PlanCell[] {
  const approved = plan.baseline.find(({ id }) => id === node.id)?.plannedFinish ?? '';
  const adjusted = approved !== '' && node.plannedFinish !== '' && approved !== node.plannedFinish;
  const cellOf = (field: PlanColumn['field']): PlanCell => {
    switch (field) {
      case 'number':
        return place + 1;
      case 'nodeId':
        return node.id;
      case 'plannedFinish':
        return adjusted ? approved : node.plannedFinish;
      case 'adjustedFinish':
        return adjusted ? node.plannedFinish : '';
      case 'state':
        return adjusted && nodeState(node, plan.today) !== 'done' ? '已调整' : stateNames[nodeState(node, plan.today)];
      case 'deviation':
        return deviationDays(node, plan.today) ?? '';
      case 'dependencies':
        return linkText(node.dependencies, numbersOf(plan));
      case 'evidence':
      case 'period':
        return '';
      default:
        return node[field];
    }
  };
  return planColumns.map(({ field }) => cellOf(field));
}

const stateNames = { notStarted: '未开始', underway: '进行中', done: '已完成', overdue: '逾期' } as const;

/** Counted once for a plan. */
const numbers = new WeakMap<PlanDocument, ReadonlyMap<string, number>>();

function numbersOf(plan: PlanDocument): ReadonlyMap<string, number> {
  const known = numbers.get(plan) ?? rowNumbers(plan.nodes);
  numbers.set(plan, known);
  return known;
}
