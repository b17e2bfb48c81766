import { useState } from 'react';
import type { MonthlyReport, PlanNode } from '@shared/model/project.ts';
import { isDone } from '@shared/projects/states.ts';
import { Button } from '../../ui/button.tsx';
import { ScrollBox } from '../../ui/scroll-box.tsx';
import { useWords } from '../../words.tsx';

interface MonthNodesProps {
  readonly nodes: readonly PlanNode[];
  readonly report: MonthlyReport;
  /** 'YYYY-MM'. */
  readonly month: string;
  readonly onChange: (report: MonthlyReport) => void;
}

type Row = MonthlyReport['nodes'][number];

/** How far every node is. Those that are finished, or begin later, stand behind a button. */
export function MonthNodes({ nodes, report, month, onChange }: MonthNodesProps) {
  const { form } = useWords().projectProgress;
  const [all, setAll] = useState(false);
  const [first] = useState(() => new Set(nodes.filter((node) => concerns(node, month)).map(({ id }) => id)));
  const shown = nodes.filter(({ id }) => all || first.has(id));
  const rows = new Map(report.nodes.map((row) => [row.nodeId, row]));
  const change = (changed: Row): void =>
    onChange({ ...report, nodes: report.nodes.map((row) => (row.nodeId === changed.nodeId ? changed : row)) });
  if (nodes.length === 0) return <p className="soft">{form.noNodes}</p>;
  return (
    <section className="stack">
      <h2>{form.nodes}</h2>
      <p className="soft">{form.nodeHint}</p>
      <ScrollBox label={form.nodes} className="progress-scroll">
        <table className="table">
          <thead>
            <tr>
              {[form.node, form.owner, form.planned, form.percent, form.finished].map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((node) => (
              <NodeRow key={node.id} node={node} row={rows.get(node.id)} onChange={change} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {shown.length < nodes.length && (
        <div>
          <Button onClick={() => setAll(true)}>{form.showAll(nodes.length - shown.length)}</Button>
        </div>
      )}
    </section>
  );
}

/** Not finished yet, and begun or to be begun by the end of the month. */
const concerns = (node: PlanNode, month: string): boolean => !isDone(node) && node.plannedStart.slice(0, 7) <= month;

interface NodeRowProps {
  readonly node: PlanNode;
  readonly row: Row | undefined;
  readonly onChange: (row: Row) => void;
}

function NodeRow({ node, row, onChange }: NodeRowProps) {
  const { form } = useWords().projectProgress;
  const title = node.title || form.unnamed;
  if (!row) return null;
  return (
    <tr>
      <th scope="row" className="progress-name">
        {title}
      </th>
      <td>{node.owner}</td>
      <td>{node.plannedFinish}</td>
      <td>
        <input
          className="input progress-number"
          type="number"
          min={0}
          max={100}
          aria-label={form.percentOf(title)}
          value={row.percent}
          onChange={(event) => onChange({ ...row, percent: percentIn(event.target.value) })}
        />
      </td>
      <td>
        <input
          className="input"
          type="date"
          aria-label={form.finishedOf(title)}
          value={row.actualFinish}
          onChange={(event) => onChange(finishedOn(row, event.target.value))}
        />
      </td>
    </tr>
  );
}

/** What is typed beyond 0 and 100 becomes their nearest. */
const percentIn = (text: string): number => Math.min(100, Math.max(0, Math.round(Number(text)) || 0));

/** A date of finishing says 100 %. */
const finishedOn = (row: Row, actualFinish: string): Row => ({ ...row, actualFinish, percent: actualFinish === '' ? row.percent : 100 });
