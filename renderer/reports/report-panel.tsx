import type { Report } from '@shared/model/report.ts';
import { ExportOutcomeNotice } from '../export-outcome.tsx';
import { ReportExport } from '../report-export.tsx';
import { ReportPreview } from '../report-preview.tsx';
import { Notice } from '../ui/notice.tsx';
import type { Exporter } from '../use-exporter.ts';

interface ReportPanelProps {
  readonly report: Report;
  readonly exporter: Exporter;
  /** Said in place of an empty table, which is not exported. */
  readonly nothing: string;
}

/** A chosen report: the way out, how the last export ended (whatever is chosen now), and what the report looks like. */
export function ReportPanel({ report, exporter, nothing }: ReportPanelProps) {
  const isEmpty = report.rows.length === 0;
  return (
    <>
      {isEmpty ? <Notice tone="plain">{nothing}</Notice> : <ReportExport reports={[report]} folder={report.fileName} exporter={exporter} />}
      <ExportOutcomeNotice task={exporter.task} />
      {!isEmpty && <ReportPreview report={report} />}
    </>
  );
}
