import { useState } from 'react';
import type { PlanNode } from '@shared/model/project.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../words.tsx';
import type { EvidenceWork } from './use-evidence.ts';

interface AddEvidenceProps {
  /** Those that the files may belong to; empty where that is settled. */
  readonly nodes: readonly PlanNode[];
  readonly nodeId: string;
  readonly megabytes: number;
  readonly work: EvidenceWork;
}

/** What the files belong to, and the way to choose them. */
export function AddEvidence({ nodes, nodeId: settled, megabytes, work }: AddEvidenceProps) {
  const { evidence: words, entries, form } = useWords().projectProgress;
  const [nodeId, setNodeId] = useState(settled);
  const [asked, setAsked] = useState(false);
  const add = async (): Promise<void> => {
    setAsked(true);
    await work.add(nodeId, megabytes);
    setAsked(false);
  };
  return (
    <div className="row">
      {nodes.length > 0 && (
        <label className="row">
          <span>{words.about}</span>
          <select className="input" value={nodeId} onChange={(event) => setNodeId(event.target.value)}>
            <option value="">{entries.whole}</option>
            {nodes.map(({ id, title }) => (
              <option key={id} value={id}>
                {title || form.unnamed}
              </option>
            ))}
          </select>
        </label>
      )}
      <Button disabled={asked} onClick={() => void add()}>
        {words.add}
      </Button>
    </div>
  );
}
