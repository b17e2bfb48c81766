import { daysBetween } from '@shared/projects/days.ts';
import type { DueNode } from '@shared/projects/due.ts';
import type { DueProjects } from '../../data/projects/due.ts';
import { useWords } from '../../words.tsx';

/** A node in words: whose, of which project, when, and what it waits for where that is known. */
export function useNodeText({ next, waitsFor }: DueProjects, today: string): (node: DueNode) => string {
  const { home, app, projectSchedule } = useWords();
  const waiting = waitsFor.length > 0 ? home.waitsFor(waitsFor.map(({ title, owner }) => projectSchedule.waitsFor(title, owner))) : '';
  return (node) => {
    const [year = 0, month = 0, day = 0] = node.finish.split('-').map(Number);
    const name = home.nodeOf(node.title, node.owner, node.projectTitle);
    const date = app.date(year, month, day);
    const left = daysBetween(today, node.finish);
    if (left < 0) return home.overdueNode(name, date, -left);
    return home.dueNode(name, date, left) + (node.nodeId === next?.nodeId ? waiting : '');
  };
}
