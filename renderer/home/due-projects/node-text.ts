import { daysBetween } from '@shared/projects/days.ts';
import type { DueNode, DueProjects } from '../../data/projects/due.ts';
import { useWords } from '../../words.tsx';

/** A node in words: whose, of which project, when, and what it waits for where that is known. */
export function useNodeText({ next }: DueProjects, today: string): (node: DueNode) => string {
  const { home, app, projectSchedule } = useWords();
  const waiting =
    next && next.waitsFor.length > 0 ? home.waitsFor(next.waitsFor.map(({ title, owner }) => projectSchedule.waitsFor(title, owner))) : '';
  return (node) => {
    const [year = 0, month = 0, day = 0] = node.finish.split('-').map(Number);
    const name = home.nodeOf(node.title, node.owner, node.projectTitle);
    const date = app.date(year, month, day);
    const left = daysBetween(today, node.finish);
    if (left < 0) return home.overdueNode(name, date, -left);
    return home.dueNode(name, date, left) + (node.nodeId === next?.node.nodeId ? waiting : '');
  };
}
