import { useState } from 'react';
import { daysBetween } from '@shared/projects/days.ts';
import { readHandled, readWaiting, waitingStages, type ReviewRow, type WaitingStage } from '../../data/reviewing/approval.ts';
import { useLive } from '../../data/live.ts';
import { hrefOf } from '../../route.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { dayOf } from '../../ui/format.ts';
import { Tag } from '../../ui/tag.tsx';
import { useWords } from '../../words.tsx';
import { ListTable, type ListColumn } from '../list-table.tsx';

type View = 'all' | 'handled' | WaitingStage;

/** What waits for the bureau, by the step at which it waits; and what it has dealt with. */
export function Queue({ today }: { readonly today: string }) {
  const { approval, app } = useWords();
  const [view, setView] = useState<View>('all');
  const waiting = useLive(readWaiting, []);
  if (!waiting) return <p className="soft">{app.loading}</p>;
  return (
    <div className="stack">
      <ViewChoice view={view} onView={setView} waiting={waiting} />
      {view === 'handled' ? <Handled /> : <Waiting rows={waiting} view={view} today={today} />}
      {waiting.length === 0 && view !== 'handled' && (
        <Empty>
          <p>{approval.queue.noReturns}</p>
          <a className="button" href={hrefOf('reviewing', 'ledger')}>
            {approval.queue.toLedger}
          </a>
        </Empty>
      )}
    </div>
  );
}

interface ViewChoiceProps {
  readonly view: View;
  readonly onView: (view: View) => void;
  readonly waiting: readonly ReviewRow[];
}

function ViewChoice({ view, onView, waiting }: ViewChoiceProps) {
  const { queue, stages } = useWords().approval;
  const countOf = (stage: WaitingStage): number => waiting.filter(({ facts }) => facts.stage === stage).length;
  const choices: readonly (readonly [View, string])[] = [
    ['all', queue.all(waiting.length)],
    ...waitingStages.map((stage) => [stage, queue.stage(stages[stage], countOf(stage))] as const),
    ['handled', queue.handled],
  ];
  return (
    <div className="row" role="group" aria-label={queue.filter}>
      {choices.map(([name, text]) => (
        <Button key={name} className={name === view ? 'reviewing-chosen' : ''} aria-pressed={name === view} onClick={() => onView(name)}>
          {text}
        </Button>
      ))}
    </div>
  );
}

interface WaitingProps {
  readonly rows: readonly ReviewRow[];
  readonly view: Exclude<View, 'handled'>;
  readonly today: string;
}

function Waiting({ rows, view, today }: WaitingProps) {
  const { queue } = useWords().approval;
  const { columns } = queue;
  const shown = rows.filter(({ facts }) => view === 'all' || facts.stage === view);
  if (rows.length === 0) return null;
  if (shown.length === 0) return <p>{queue.noneInStage}</p>;
  return (
    <Rows
      key={view}
      label={queue.caption}
      columns={[columns.title, columns.unit, columns.secretary, columns.stage, columns.since, { number: columns.days }]}
      rows={shown}
      today={today}
    />
  );
}

function Handled() {
  const { approval, app } = useWords();
  const { queue } = approval;
  const { columns } = queue;
  const rows = useLive(readHandled, []);
  if (!rows) return <p className="soft">{app.loading}</p>;
  if (rows.length === 0) return <p>{queue.noHandled}</p>;
  return (
    <Rows
      label={queue.handledCaption}
      columns={[columns.title, columns.unit, columns.secretary, columns.stage, columns.since]}
      rows={rows}
      today={null}
    />
  );
}

/** So many rows are drawn at once: more would hold the window up. */
const rowsAtOnce = 50;

interface RowsProps {
  readonly label: string;
  readonly columns: readonly ListColumn[];
  readonly rows: readonly ReviewRow[];
  /** 'YYYY-MM-DD', to count the days that a row has waited; null where it does not wait. */
  readonly today: string | null;
}

/** The first of many rows, and the way to the next ones. */
function Rows({ label, columns, rows, today }: RowsProps) {
  const { queue, stages } = useWords().approval;
  const [count, setCount] = useState(rowsAtOnce);
  return (
    <>
      <ListTable label={label} columns={columns}>
        {rows.slice(0, count).map((row) => (
          <tr key={row.projectId}>
            <ProjectCells row={row} />
            <td>{stages[row.facts.stage]}</td>
            <td className="reviewing-day">{dayOf(row.since)}</td>
            {today !== null && <td className="num">{queue.days(Math.max(0, daysBetween(dayOf(row.since), today)))}</td>}
          </tr>
        ))}
      </ListTable>
      {rows.length > count && (
        <div>
          <Button onClick={() => setCount(count + rowsAtOnce)}>{queue.more(rows.length - count)}</Button>
        </div>
      )}
    </>
  );
}

function ProjectCells({ row: { projectId, facts, isConflict } }: { readonly row: ReviewRow }) {
  const { queue } = useWords().approval;
  return (
    <>
      <th scope="row">
        <a href={hrefOf('reviewing', 'approval', projectId)}>{facts.title}</a> {isConflict && <Tag tone="bad">{queue.conflict}</Tag>}
      </th>
      <td>{facts.unitName}</td>
      <td>{facts.secretary}</td>
    </>
  );
}
