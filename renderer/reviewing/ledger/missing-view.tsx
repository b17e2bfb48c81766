import { useMemo, useState } from 'react';
import type { LedgerFilter } from '@shared/projects/merge/filter.ts';
import { missingReporters, type MissingReporters } from '@shared/projects/merge/lists.ts';
import type { LedgerRow } from '@shared/projects/merge/ledger.ts';
import { lastDueMonth, monthsBetween } from '@shared/projects/merge/months.ts';
import type { Ledger } from '../../data/reviewing/ledger.ts';
import { Field } from '../../ui/field.tsx';
import { useWords } from '../../words.tsx';
import { SortedTable, type SortedColumn } from './sorted-table.tsx';

interface MissingViewProps {
  readonly ledger: Ledger;
  readonly rows: readonly LedgerRow[];
  readonly filter: LedgerFilter;
  /** 'YYYY-MM-DD'. */
  readonly today: string;
}

/** 缺报: who has not reported a month, unit by unit, and which units have no project. */
export function MissingView({ ledger, rows, filter, today }: MissingViewProps) {
  const { missingView: words } = useWords().ledger;
  const { reportDay } = ledger.rules;
  const due = lastDueMonth(today, reportDay);
  const [month, setMonth] = useState(due);
  const missing = useMissing({ ledger, rows, filter, month });
  const months = monthsBetween(`${Number(today.slice(0, 4)) - 1}-01`, today.slice(0, 7)).toReversed();
  return (
    <section className="stack" aria-label={words.title}>
      <div className="row">
        <Field label={words.month}>
          <select value={month} onChange={(event) => setMonth(event.target.value)}>
            {months.map((each) => (
              <option key={each} value={each}>
                {words.monthWords(Number(each.slice(0, 4)), Number(each.slice(5)))}
              </option>
            ))}
          </select>
        </Field>
        <span className="soft">{words.due(reportDay)}</span>
      </div>
      <Silent missing={missing} />
      <Without missing={missing} hasRoster={ledger.units !== null} />
    </section>
  );
}

interface MissingOptions extends Pick<MissingViewProps, 'ledger' | 'rows' | 'filter'> {
  /** 'YYYY-MM'. */
  readonly month: string;
}

/** Units without a project are those without any in the year of the month, whatever else is filtered. */
export function useMissing({ ledger, rows, filter, month }: MissingOptions): MissingReporters {
  return useMemo(() => {
    const options = { month, reportDay: ledger.rules.reportDay };
    const ofYear = ledger.rows.filter(({ facts }) => facts.year === (filter.year ?? Number(month.slice(0, 4))));
    const units = (ledger.units ?? []).filter(({ name }) => filter.unit === '' || name === filter.unit);
    return { ...missingReporters(rows, [], options), withoutProjects: missingReporters(ofYear, units, options).withoutProjects };
  }, [ledger, rows, filter.year, filter.unit, month]);
}

function Silent({ missing: { units } }: { readonly missing: MissingReporters }) {
  const { missingView: words } = useWords().ledger;
  const columns = useColumns();
  const rows = useMemo(() => units.flatMap((unit) => unit.rows), [units]);
  if (rows.length === 0) return <p>✓ {words.none}</p>;
  return (
    <>
      <p>{words.units(units.length, rows.length)}</p>
      <SortedTable label={words.list} columns={columns} rows={rows} keyOf={keyOf} />
    </>
  );
}

const keyOf = ({ projectId }: LedgerRow): string => projectId;

function useColumns(): readonly SortedColumn<LedgerRow>[] {
  const { missingView: words } = useWords().ledger;
  return useMemo(() => {
    const column = (id: keyof typeof words.columns, width: number, value: SortedColumn<LedgerRow>['value']): SortedColumn<LedgerRow> => ({
      id,
      title: words.columns[id],
      width,
      align: 'left',
      value,
    });
    const monthsOf = ({ missing }: LedgerRow): string =>
      missing.map((month) => words.monthWords(Number(month.slice(0, 4)), Number(month.slice(5)))).join(' ');
    return [
      column('unit', 150, ({ facts }) => facts.unitName),
      column('project', 260, ({ facts }) => facts.title),
      column('secretary', 90, ({ facts }) => facts.secretary),
      column('reportedOn', 120, ({ reportedOn }) => reportedOn),
      { ...column('months', 260, ({ missing }) => missing.length), view: monthsOf },
    ];
  }, [words]);
}

function Without({ missing: { withoutProjects }, hasRoster }: { readonly missing: MissingReporters; readonly hasRoster: boolean }) {
  const { missingView: words } = useWords().ledger;
  if (!hasRoster) return <p className="soft">{words.noRoster}</p>;
  return (
    <section className="card stack" aria-labelledby="ledger-without">
      <h2 id="ledger-without">{words.without(withoutProjects.length)}</h2>
      <p className="soft">{words.withoutHint}</p>
      {withoutProjects.length > 0 && (
        <ul className="ledger-units">
          {withoutProjects.map(({ id, name }) => (
            <li key={id}>{name}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
