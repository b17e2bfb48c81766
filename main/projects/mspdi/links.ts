import type { PlanFileRow } from '@shared/model/plan-file.ts';
import { childrenOf, isSet, numberIn, textIn, type XmlElement } from './xml/elements.ts';
import { lagOf, typeOfNumber } from './lags.ts';
import type { Task } from './tasks.ts';

type RowLink = NonNullable<PlanFileRow['links']>[number];

export interface LinkContext {
  readonly tasks: readonly Task[];
  readonly minutesPerDay: number;
  readonly problem: (row: number, code: string, message: string) => void;
}

/** A link to or from a phase is one to or from each of its nodes; of a larger product only the outermost remain. */
const mostExpanded = 100;

/** Links by the uid of the task that they lead to; only tasks that are nodes have any. */
export function linksOf({ tasks, minutesPerDay, problem }: LinkContext): ReadonlyMap<string, readonly RowLink[]> {
  const byUid = new Map(tasks.map((task) => [task.uid, task]));
  const leaves = leavesByUid(tasks);
  const links = new Map<string, RowLink[]>();
  for (const task of tasks) {
    for (const element of childrenOf(task.element, 'predecessorlink')) {
      const from = byUid.get(textIn(element, 'predecessoruid'));
      if (!from || isSet(element, 'crossproject')) {
        problem(task.id, 'link-left-out', `任务 ${task.id} 的一个前置任务不在这个文件中，这条前置关系没有读入。`);
        continue;
      }
      if (from.isSummary || task.isSummary)
        problem(task.id, 'summary-link', `任务 ${task.id} 与任务 ${from.id} 之间是摘要任务的前置关系，已换成各节点之间的前置关系。`);
      for (const [start, end] of pairs(leaves.get(from.uid) ?? [], leaves.get(task.uid) ?? []))
        addLink(links, end, linkOf(element, from, start, minutesPerDay));
    }
  }
  return links;
}

function addLink(links: Map<string, RowLink[]>, to: Task, link: RowLink): void {
  const known = links.get(to.uid) ?? [];
  if (link.row !== to.id && !known.some(({ row, type }) => row === link.row && type === link.type)) links.set(to.uid, [...known, link]);
}

/** The lag may be a share of the predecessor's own duration. */
function linkOf(element: XmlElement, from: Task, start: Task, minutesPerDay: number): RowLink {
  const lag = lagOf(numberIn(element, 'linklag') ?? 0, numberIn(element, 'lagformat') ?? 7, {
    minutesPerDay,
    durationMinutes: from.minutes,
  });
  return { row: start.id, type: typeOfNumber(numberIn(element, 'type')), ...lag };
}

/** Nodes in a task: itself, or all within it. */
function leavesByUid(tasks: readonly Task[]): ReadonlyMap<string, readonly Task[]> {
  const leaves = new Map<string, Task[]>(tasks.map((task) => [task.uid, task.isSummary ? [] : [task]]));
  for (const task of tasks.filter(({ isSummary }) => !isSummary)) for (const uid of task.above) leaves.get(uid)?.push(task);
  return leaves;
}

function pairs(from: readonly Task[], to: readonly Task[]): (readonly [Task, Task])[] {
  const all = from.length * to.length <= mostExpanded;
  const [starts, ends] = all ? [from, to] : [latest(from), to.slice(0, 1)];
  return starts.flatMap((start) => ends.map((end) => [start, end] as const));
}

function latest(tasks: readonly Task[]): readonly Task[] {
  const finishOf = (task: Task): string => textIn(task.element, 'finish');
  return tasks.toSorted((one, other) => (finishOf(one) < finishOf(other) ? 1 : -1)).slice(0, 1);
}
