import './ledger.css';
import { useMemo, useState } from 'react';
import { everything, filterLedger, ledgerOnly, type LedgerFilter } from '@shared/projects/merge/filter.ts';
import { useLive } from '../../data/live.ts';
import { readLedger } from '../../data/reviewing/ledger.ts';
import { hrefOf, type Route } from '../../route.ts';
import { Empty } from '../../ui/empty.tsx';
import { dayOf } from '../../ui/format.ts';
import { useWords } from '../../words.tsx';
import { CalendarNotice } from './calendar-notice.tsx';
import { Conflicts } from './conflicts/conflicts.tsx';
import { ExportView } from './export-view.tsx';
import { Figures } from './figures.tsx';
import { Filters } from './filters.tsx';
import { LateView } from './late-view.tsx';
import { LedgerTable } from './ledger-table.tsx';
import { MissingView } from './missing-view.tsx';
import { MonthsView } from './months-view.tsx';
import { TakeIn } from './take-in/take-in.tsx';
import { viewNames, type ViewName } from './views.ts';

interface LedgerTabProps {
  readonly route: Route;
  /** 'YYYY-MM-DD'. */
  readonly today: string;
}

/** 台账: `…/ledger/<view>/<what>` — what the branches' projects come to, and how it got here. */
export function LedgerTab({ route, today }: LedgerTabProps) {
  const { ledger: words, app } = useWords();
  const ledger = useLive(() => readLedger(today, dayOf), [today]);
  const [chosen, setFilter] = useState<LedgerFilter>(everything);
  const view = viewNames.find((name) => name === route[0]) ?? 'rows';
  const asked = view === 'rows' ? ledgerOnly.find((name) => name === route[1]) : undefined;
  const filter = useMemo(() => (asked ? { ...chosen, only: asked } : chosen), [chosen, asked]);
  const rows = useMemo(() => (ledger ? filterLedger(ledger.rows, filter) : []), [ledger, filter]);
  if (!ledger) return <p className="soft">{app.loading}</p>;
  const isEmpty = ledger.rows.length === 0;
  const isNarrowed = view !== 'take-in' && view !== 'conflicts' && !isEmpty;
  return (
    <div className="stack ledger">
      <Views current={view} />
      {isNarrowed && <CalendarNotice ledger={ledger} today={today} />}
      {isNarrowed && <Figures rows={rows} />}
      {isNarrowed && <Filters ledger={ledger} shown={rows.length} filter={filter} onFilter={setFilter} />}
      {isEmpty && view !== 'take-in' ? (
        <Empty>
          <p>{words.empty}</p>
          <a className="button button-main" href={hrefOf('reviewing', 'ledger', 'take-in')}>
            {words.toTakeIn}
          </a>
        </Empty>
      ) : (
        <View view={view} what={route[1] ?? ''} ledger={ledger} rows={rows} filter={filter} today={today} />
      )}
    </div>
  );
}

function Views({ current }: { readonly current: ViewName }) {
  const { ledger: words } = useWords();
  return (
    <nav className="row" aria-label={words.views}>
      {viewNames.map((name) => (
        <a
          key={name}
          className="button ledger-view"
          href={hrefOf('reviewing', 'ledger', name)}
          aria-current={name === current ? 'page' : undefined}
        >
          {words.view[name]}
        </a>
      ))}
    </nav>
  );
}

interface ViewProps {
  readonly view: ViewName;
  readonly what: string;
  readonly ledger: Parameters<typeof Filters>[0]['ledger'];
  readonly rows: Parameters<typeof LedgerTable>[0]['rows'];
  readonly filter: LedgerFilter;
  readonly today: string;
}

function View({ view, what, ledger, rows, filter, today }: ViewProps) {
  switch (view) {
    case 'rows':
      return <LedgerTable rows={rows} />;
    case 'late':
      return <LateView rows={rows} projectId={what} today={today} />;
    case 'missing':
      return <MissingView ledger={ledger} rows={rows} filter={filter} today={today} />;
    case 'months':
      return <MonthsView rows={rows} reportDay={ledger.rules.reportDay} projectId={what} today={today} />;
    case 'conflicts':
      return <Conflicts />;
    case 'take-in':
      return <TakeIn />;
    case 'export':
      return <ExportView ledger={ledger} rows={rows} filter={filter} today={today} />;
  }
}
