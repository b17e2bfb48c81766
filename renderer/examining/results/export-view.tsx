import { ExportOutcomeNotice } from '../../export-outcome.tsx';
import { ReportExport } from '../../report-export.tsx';
import { Empty } from '../../ui/empty.tsx';
import { useExporter } from '../../use-exporter.ts';
import { useWords } from '../../words.tsx';
import type { ExamResults } from '../../data/examining/exam-results.ts';
import { reportOf, tableNames } from './reports-of.ts';

interface ExportViewProps {
  readonly results: ExamResults;
  readonly bureauName: string;
  readonly today: string;
}

/** All tables of an exam in one go, into one folder. */
export function ExportView({ results, bureauName, today }: ExportViewProps) {
  const { results: words } = useWords();
  const exporter = useExporter();
  const reports = tableNames.map((table) => reportOf(table, results, bureauName, today)).filter(({ rows }) => rows.length > 0);
  if (reports.length === 0) return <Empty>{words.nothing}</Empty>;
  return (
    <>
      <ReportExport reports={reports} folder={`${results.exam.title}-${words.title}-${today}`} exporter={exporter} />
      <ExportOutcomeNotice task={exporter.task} />
    </>
  );
}
