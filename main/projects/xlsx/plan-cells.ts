import type { PlanDocument } from '@shared/model/plan-file.ts';
import type { PlanNode } from '@shared/model/project.ts';
import { linkText, rowNumbers } from '@shared/projects/exchange/dependency-text.ts';
import { planColumns, type PlanColumn } from '@shared/projects/exchange/table/plan-columns.ts';
import { printedDeviation, printedState } from '@shared/projects/printed-standing.ts';

export type PlanCell = string | number;

/** The cells of one node by the columns of the workbook. Of an approved plan 计划完成 is what was approved and 调整后完成 what it became. */
export function planCells(node: PlanNode, place: number, plan: PlanDocument): PlanCell[] {
  const before = plan.baseline.find(({ id }) => id === node.id) ?? null;
  const approved = before?.plannedFinish ?? '';
  const adjusted = approved !== '' && node.plannedFinish !== '' && approved !== node.plannedFinish;
  const against = { before, isApproved: plan.baseline.length > 0, today: plan.today };
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
        return printedState(node, against);
      case 'deviation':
        return printedDeviation(node, against) ?? '';
      case 'dependencies':
        return linkText(node.dependencies, numbersOf(plan));
      case 'evidence':
        return namesOf(node, plan).join('\n');
      case 'period':
        return '';
      default:
        return node[field];
    }
  };
  return planColumns.map(({ field }) => cellOf(field));
}

const namesOf = ({ id }: PlanNode, { evidence = [] }: PlanDocument): string[] =>
  evidence.flatMap(({ nodeId, name }) => (nodeId === id ? [name] : []));

/** Counted once for a plan. */
const numbers = new WeakMap<PlanDocument, ReadonlyMap<string, number>>();

function numbersOf(plan: PlanDocument): ReadonlyMap<string, number> {
  const known = numbers.get(plan) ?? rowNumbers(plan.nodes);
  numbers.set(plan, known);
  return known;
}
