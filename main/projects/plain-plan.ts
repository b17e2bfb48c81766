import type { PlanDocument } from '@shared/model/plan-file.ts';
import type { PlanNode } from '@shared/model/project.ts';
import { xmlText } from '../export/xml-text.ts';

/** A plan whose texts can stand in XML: no control characters and no halves of characters, which no person has typed. Nodes in their order. */
export function plainPlan(plan: PlanDocument): PlanDocument {
  return { ...plan, project: plainTexts(plan.project), nodes: plan.nodes.toSorted((one, other) => one.order - other.order).map(plainNode) };
}

const plainNode = (node: PlanNode): PlanNode => plainTexts(node);

function plainTexts<Row extends object>(row: Row): Row {
  const texts = Object.entries(row).map(([key, value]) => [key, typeof value === 'string' ? plainText(value) : value] as const);
  return Object.fromEntries(texts) as Row; // the same fields with the same types
}

const plainText = (text: string): string => xmlText(text.replaceAll(/\r\n?/g, '\n').replaceAll(/(?![\t\n])\p{Cc}/gu, ''));
