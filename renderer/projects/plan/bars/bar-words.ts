import type { Messages } from '@shared/messages/index.ts';
import type { PlanNode } from '@shared/model/project.ts';
import type { PlanBar } from '@shared/projects/bars/layout.ts';

type Words = Messages['projectBars'];

const longestTitle = 24;

/** What stands behind a bar: the node's name and how it stands, in words. */
export function barText(node: PlanNode, bar: PlanBar, words: Words): string {
  return [clipped(node.title) || words.unnamed, ...standing(node, bar, words)].join('　');
}

/** The whole of a bar for those who hear it. What others read behind the bar stands in it as it is (WCAG 2.5.3). */
export function barName(node: PlanNode, row: number, bar: PlanBar, approved: PlanNode | undefined, words: Words): string {
  return [
    words.name(row + 1, barText(node, bar, words), node.plannedStart, node.plannedFinish),
    ...(bar.change === 'moved' && approved ? [words.nameApproved(approved.plannedStart, approved.plannedFinish)] : []),
    ...(bar.actual ? [words.nameActual(node.actualStart, node.actualFinish)] : []),
    ...(clipped(node.title) === node.title ? [] : [node.title]),
  ].join(words.comma);
}

function standing(node: PlanNode, bar: PlanBar, words: Words): string[] {
  const said: string[] = [];
  if (bar.state === 'done') said.push(bar.deviation !== null && bar.deviation > 0 ? words.late(bar.deviation) : words.done);
  else {
    if (node.progress > 0) said.push(words.percent(node.progress));
    if (bar.state === 'overdue') said.push(words.overdue(bar.deviation ?? 0));
  }
  if (bar.shape === 'half') said.push(words.half);
  if (bar.shape === 'reversed') said.push(words.reversed);
  if (bar.change !== 'none') said.push(words[bar.change]);
  return said;
}

function clipped(title: string): string {
  const characters = Array.from(title.split('\n')[0] ?? '');
  return characters.length > longestTitle ? `${characters.slice(0, longestTitle - 1).join('')}…` : characters.join('');
}
