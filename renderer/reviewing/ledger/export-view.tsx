import type { Report } from '@shared/model/report.ts';
import type { LedgerFilter } from '@shared/projects/merge/filter.ts';
import type { LedgerRow } from '@shared/projects/merge/ledger.ts';
import { lastDueMonth } from '@shared/projects/merge/months.ts';
import { lateReport } from '@shared/reports/projects/late.ts';
import { ledgerReport } from '@shared/reports/projects/ledger.ts';
import { missingReport } from '@shared/reports/projects/missing.ts';
import { monthsReport } from '@shared/reports/projects/months.ts';
import type { Ledger } from '../../data/reviewing/ledger.ts';
import { ExportOutcomeNotice } from '../../export-outcome.tsx';
import { ReportExport } from '../../report-export.tsx';
import { useSession } from '../../session.tsx';
import { Empty } from '../../ui/empty.tsx';
import { useExporter } from '../../use-exporter.ts';
import { useWords } from '../../words.tsx';
import { useLateNodes } from './late-view.tsx';
import { useMissing } from './missing-view.tsx';

interface ExportViewProps {
  readonly ledger: Ledger;
  readonly rows: readonly LedgerRow[];
  readonly filter: LedgerFilter;
  /** 'YYYY-MM-DD'. */
  readonly today: string;
}

/** The four tables of the ledger in one go, narrowed as the screen is. */
export function ExportView({ ledger, rows, filter, today }: ExportViewProps) {
  const { ledger: words, app } = useWords();
  const exporter = useExporter();
  const bureauName = useSession().person.unitName;
  const heading = { bureauName, narrowed: useNarrowed(filter), today };
  const late = useLateNodes(rows, today);
  const month = lastDueMonth(today, ledger.rules.reportDay);
  const missing = useMissing({ ledger, rows, filter, month });
  if (!late) return <p className="soft">{app.loading}</p>;
  const reports: readonly Report[] = [
    ledgerReport(rows, heading),
    lateReport(late, heading),
    missingReport(missing, heading, month),
    monthsReport(rows, heading, filter.year ?? Number(today.slice(0, 4))),
  ].filter((report) => report.rows.length > 0);
  if (reports.length === 0) return <Empty>{words.exportView.nothing}</Empty>;
  return (
    <section className="stack" aria-label={words.view.export}>
      <p>{words.exportView.hint}</p>
      <ReportExport reports={reports} folder={words.exportView.folder(today)} exporter={exporter} />
      <ExportOutcomeNotice task={exporter.task} />
    </section>
  );
}

/** What the rows were narrowed to, for the heads of the tables. */
function useNarrowed({ unit, year, stage, light, only, sought }: LedgerFilter): string {
  const { ledger: words, projects, projectSchedule } = useWords();
  const parts = [
    unit,
    year === null ? '' : `${words.year} ${year}`,
    stage === '' ? '' : projects.shortStage[stage],
    light === '' ? '' : projectSchedule.lights[light],
    only === '' ? '' : words.onlyWords[only],
    sought,
  ];
  return parts.filter((part) => part !== '').join('、');
}
