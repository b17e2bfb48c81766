import type { PlanNode } from '@shared/model/project.ts';
import { useWords } from '../../words.tsx';

interface AbsentNodesProps {
  readonly nodes: readonly PlanNode[];
  readonly removed: ReadonlySet<string>;
  readonly onToggle: (id: string, isIn: boolean) => void;
}

/** Nodes that the file does not have; each goes only where a person says so. */
export function AbsentNodes({ nodes, removed, onToggle }: AbsentNodesProps) {
  const { projectExchange: words } = useWords();
  if (nodes.length === 0) return null;
  return (
    <fieldset className="choice">
      <legend>{words.absentTitle}</legend>
      <p className="soft">{words.absentHint}</p>
      {nodes.map(({ id, title }) => (
        <label key={id} className="check">
          <input type="checkbox" checked={removed.has(id)} onChange={(event) => onToggle(id, event.target.checked)} />
          <span className="choice-label">{words.removeNode(title || words.untitled)}</span>
        </label>
      ))}
    </fieldset>
  );
}
