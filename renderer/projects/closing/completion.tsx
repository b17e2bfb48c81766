import type { PlanNode } from '@shared/model/project.ts';
import { isDone } from '@shared/projects/states.ts';
import { hrefOf } from '../../route.ts';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words.tsx';

/** Nodes that are named; a plan with more of them is far from its end. */
const mostNamed = 12;

interface CompletionProps {
  readonly projectId: string;
  readonly nodes: readonly PlanNode[];
}

/** Whether every node is done, and which are not. */
export function Completion({ projectId, nodes }: CompletionProps) {
  const { check } = useWords().projectClosing;
  const open = nodes.filter((node) => !isDone(node));
  if (open.length === 0) return <Notice tone="good">{check.all(nodes.length)}</Notice>;
  return (
    <Notice tone="warn">
      <p>{check.open(open.length, nodes.length)}</p>
      <ul className="closing-open">
        {open.slice(0, mostNamed).map(({ id, title, owner, plannedFinish }) => (
          <li key={id}>
            <a href={hrefOf('projects', projectId, 'plan', id)}>{check.node(title, owner, plannedFinish)}</a>
          </li>
        ))}
      </ul>
      {open.length > mostNamed && <p>{check.more(open.length - mostNamed)}</p>}
    </Notice>
  );
}
