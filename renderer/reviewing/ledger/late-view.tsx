import { useMemo } from 'react';
import type { LateNode } from '@shared/projects/merge/lists.ts';
import type { LedgerRow } from '@shared/projects/merge/ledger.ts';
import { useLive } from '../../data/live.ts';
import { readLateNodes } from '../../data/reviewing/ledger.ts';
import { hrefOf } from '../../route.ts';
import { Empty } from '../../ui/empty.tsx';
import { useWords } from '../../words.tsx';
import { SortedTable, type SortedColumn } from './sorted-table.tsx';

interface LateViewProps {
  readonly rows: readonly LedgerRow[];
  /** Only this project; '' for all. */
  readonly projectId: string;
  /** 'YYYY-MM-DD'. */
  readonly today: string;
}

/** 逾期节点: whose each is and how many days it is late, the longest first. */
export function LateView({ rows, projectId, today }: LateViewProps) {
  const { ledger: words, app } = useWords();
  const shown = useMemo(() => rows.filter((row) => projectId === '' || row.projectId === projectId), [rows, projectId]);
  const late = useLateNodes(shown, today);
  if (!late) return <p className="soft">{app.loading}</p>;
  const projects = new Set(late.map(({ row }) => row.projectId)).size;
  return (
    <section className="stack" aria-label={words.lateView.title}>
      {projectId !== '' && (
        <p className="row">
          {words.lateView.of(shown[0]?.facts.title ?? '')} <a href={hrefOf('reviewing', 'ledger', 'late')}>{words.lateView.showAll}</a>
        </p>
      )}
      {late.length === 0 ? (
        <Empty>{words.lateView.none}</Empty>
      ) : (
        <>
          <p>
            {words.lateView.count(late.length, projects)} <span className="soft">{words.lateView.hint}</span>
          </p>
          <LateTable late={late} />
        </>
      )}
    </section>
  );
}

/** Undefined until the plans of the late projects have been read. */
export function useLateNodes(rows: readonly LedgerRow[], today: string): readonly LateNode[] | undefined {
  return useLive(() => readLateNodes(rows, today), [rows, today]);
}

function LateTable({ late }: { readonly late: readonly LateNode[] }) {
  const { lateView } = useWords().ledger;
  const columns = useMemo((): readonly SortedColumn<LateNode>[] => {
    const column = (
      id: keyof typeof lateView.columns,
      width: number,
      value: (node: LateNode) => string | number,
    ): SortedColumn<LateNode> => ({
      id,
      title: lateView.columns[id],
      width,
      align: id === 'days' ? 'right' : 'left',
      value,
    });
    return [
      column('unit', 130, ({ row }) => row.facts.unitName),
      column('project', 180, ({ row }) => row.facts.title),
      column('secretary', 84, ({ row }) => row.facts.secretary),
      column('node', 200, ({ title }) => title),
      column('owner', 100, ({ owner }) => owner),
      column('department', 120, ({ department }) => department),
      column('finish', 112, ({ plannedFinish }) => plannedFinish),
      { ...column('days', 100, ({ days }) => days), view: ({ days }) => lateView.days(days) },
    ];
  }, [lateView]);
  return <SortedTable label={lateView.title} columns={columns} rows={late} keyOf={keyOf} />;
}

const keyOf = ({ row, nodeId }: LateNode): string => `${row.projectId}:${nodeId}`;
