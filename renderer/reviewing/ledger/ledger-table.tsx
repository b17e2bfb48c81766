import { useMemo } from 'react';
import { projectStages } from '@shared/model/project-event.ts';
import type { LedgerRow } from '@shared/projects/merge/ledger.ts';
import { lights } from '@shared/projects/schedule/light.ts';
import type { Messages } from '@shared/messages/index.ts';
import { hrefOf } from '../../route.ts';
import { Empty } from '../../ui/empty.tsx';
import { useWords } from '../../words.tsx';
import { SortedTable, type SortedColumn } from './sorted-table.tsx';

/** The rows of the ledger, as many as there are. */
export function LedgerTable({ rows }: { readonly rows: readonly LedgerRow[] }) {
  const words = useWords();
  const columns = useMemo(() => ledgerColumns(words), [words]);
  if (rows.length === 0) return <Empty>{words.ledger.none}</Empty>;
  return <SortedTable label={words.ledger.table} columns={columns} rows={rows} keyOf={keyOf} />;
}

const keyOf = ({ projectId }: LedgerRow): string => projectId;

type Column = SortedColumn<LedgerRow>;

/** Columns of 局台账 (formats.md §5), with the stage and the light among them. */
function ledgerColumns(words: Messages): readonly Column[] {
  const { columns, percent } = words.ledger;
  const { source, shortStage } = words.projects;
  const { lights: lightWords } = words.projectSchedule;
  const text = (id: keyof typeof columns, width: number, value: Column['value']): Column => ({
    id,
    title: columns[id],
    width,
    align: 'left',
    value,
  });
  const number = (id: keyof typeof columns, width: number, value: Column['value']): Column => ({
    ...text(id, width, value),
    align: 'right',
  });
  return [
    { ...number('number', 56, ({ facts }) => facts.number), view: (_row, place) => place + 1 },
    text('unit', 130, ({ facts }) => facts.unitName),
    { ...text('title', 200, ({ facts }) => facts.title), view: (row) => <Title row={row} /> },
    text('secretary', 80, ({ facts }) => facts.secretary),
    text('source', 96, ({ facts }) => source[facts.topicSource]),
    { ...text('stage', 92, ({ facts }) => projectStages.indexOf(facts.stage)), view: ({ facts }) => shortStage[facts.stage] },
    {
      ...text('light', 118, (row) => lights.indexOf(row.light)),
      view: (row) => <span className={`ledger-light-${row.light}`}>{lightWords[row.light]}</span>,
    },
    text('approvedOn', 112, ({ facts }) => facts.approvedOn),
    number('total', 76, ({ facts }) => facts.total),
    number('done', 76, ({ facts }) => facts.done),
    { ...number('overdue', 68, ({ overdue }) => overdue), view: (row) => <Count count={row.overdue} to={['late', row.projectId]} /> },
    { ...number('rate', 84, ({ doneShare }) => doneShare ?? ''), view: ({ doneShare }) => (doneShare === null ? '' : percent(doneShare)) },
    text('reportedOn', 112, ({ reportedOn }) => reportedOn),
    {
      ...number('missing', 76, ({ missing }) => missing.length),
      view: (row) => <Count count={row.missing.length} to={['months', row.projectId]} />,
    },
    number('score', 84, ({ facts }) => facts.score ?? ''),
    text('grade', 76, ({ facts }) => facts.grade),
  ];
}

function Title({ row: { facts, projectId, inConflict } }: { readonly row: LedgerRow }) {
  const { ledger } = useWords();
  return (
    <>
      <a href={hrefOf('reviewing', 'approval', projectId)}>{facts.title}</a>{' '}
      {inConflict && <a href={hrefOf('reviewing', 'ledger', 'conflicts')}>{ledger.conflictMark}</a>}
    </>
  );
}

/** A figure that opens its rows. */
function Count({ count, to }: { readonly count: number; readonly to: readonly string[] }) {
  return count === 0 ? 0 : <a href={hrefOf('reviewing', 'ledger', ...to)}>{count}</a>;
}
