import { useMemo, useState } from 'react';
import type { LedgerRow } from '@shared/projects/merge/ledger.ts';
import { owesMonth, reportedCounts } from '@shared/projects/merge/months.ts';
import { hrefOf } from '../../route.ts';
import { Field } from '../../ui/field.tsx';
import { useWords } from '../../words.tsx';
import { SortedTable, type SortedColumn } from './sorted-table.tsx';

interface MonthsViewProps {
  readonly rows: readonly LedgerRow[];
  readonly reportDay: number;
  /** Only this project; '' for all. */
  readonly projectId: string;
  /** 'YYYY-MM-DD'. */
  readonly today: string;
}

/** 按月: months by projects, with what each month's report says of the whole. */
export function MonthsView({ rows, reportDay, projectId, today }: MonthsViewProps) {
  const { monthsView: words, lateView } = useWords().ledger;
  const [year, setYear] = useState(Number(today.slice(0, 4)));
  const shown = useMemo(() => rows.filter((row) => projectId === '' || row.projectId === projectId), [rows, projectId]);
  const columns = useColumns(year, reportDay, today);
  const counts = useMemo(() => reportedCounts(shown.map(({ facts }) => facts)), [shown]);
  const years = [...new Set([year, ...[...counts.keys()].map((month) => Number(month.slice(0, 4)))])];
  return (
    <section className="stack" aria-label={words.title}>
      <div className="row">
        <Field label={words.year}>
          <select value={year} onChange={(event) => setYear(Number(event.target.value))}>
            {years
              .toSorted((one, other) => other - one)
              .map((each) => (
                <option key={each} value={each}>
                  {each}
                </option>
              ))}
          </select>
        </Field>
        <span className="soft">{words.hint}</span>
      </div>
      {projectId !== '' && (
        <p className="row">
          {lateView.of(shown[0]?.facts.title ?? '')} <a href={hrefOf('reviewing', 'ledger', 'months')}>{lateView.showAll}</a>
        </p>
      )}
      <ReportedCounts counts={counts} year={year} />
      <SortedTable label={words.table(year)} columns={columns} rows={shown} keyOf={keyOf} />
    </section>
  );
}

const keyOf = ({ projectId }: LedgerRow): string => projectId;

const monthNumbers = Array.from({ length: 12 }, (_, place) => place + 1);

const monthOf = (year: number, month: number): string => `${year}-${String(month).padStart(2, '0')}`;

function useColumns(year: number, reportDay: number, today: string): readonly SortedColumn<LedgerRow>[] {
  const { monthsView: words, columns } = useWords().ledger;
  return useMemo(
    () => [
      { id: 'unit', title: columns.unit, width: 130, align: 'left', value: ({ facts }) => facts.unitName },
      { id: 'title', title: columns.title, width: 190, align: 'left', value: ({ facts }) => facts.title },
      ...monthNumbers.map((number): SortedColumn<LedgerRow> => {
        const month = monthOf(year, number);
        return {
          id: month,
          title: words.month(number),
          width: 64, // so that a year fits a screen of 1366 pixels
          align: 'right',
          value: ({ facts }) => facts.months.find((each) => each.month === month)?.percent ?? '',
          view: (row) => monthText(row, month, { reportDay, today, owed: words.owed }),
        };
      }),
    ],
    [columns, words, year, reportDay, today],
  );
}

interface MonthOptions {
  readonly reportDay: number;
  readonly today: string;
  readonly owed: string;
}

function monthText({ facts, missing }: LedgerRow, month: string, { reportDay, today, owed }: MonthOptions): string {
  const reported = facts.months.find((each) => each.month === month);
  if (reported) return `${reported.percent}%`;
  if (missing.includes(month)) return owed;
  // not due yet, but waited for
  return month === today.slice(0, 7) && owesMonth(facts, month, reportDay) ? '…' : '';
}

/** How many have reported each month. */
function ReportedCounts({ counts, year }: { readonly counts: ReadonlyMap<string, number>; readonly year: number }) {
  const { monthsView: words } = useWords().ledger;
  return (
    <dl className="ledger-figures ledger-months" aria-label={words.reported}>
      {monthNumbers.map((number) => (
        <div key={number}>
          <dt>{words.month(number)}</dt>
          <dd>{words.count(counts.get(monthOf(year, number)) ?? 0)}</dd>
        </div>
      ))}
    </dl>
  );
}
