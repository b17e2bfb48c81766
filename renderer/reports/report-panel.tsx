import type { Report } from '@shared/model/report.ts';
import { ExportOutcomeNotice } from '../export-outcome.tsx';
import { Notice } from '../ui/notice.tsx';
import { ExportPanel } from './export-panel.tsx';
import { Preview } from './preview.tsx';
import type { Exporter } from './use-exporter.ts';

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
      {isEmpty ? <Notice tone="plain">{nothing}</Notice> : <ExportPanel report={report} exporter={exporter} />}
      <ExportOutcomeNotice task={exporter.task} />
      {!isEmpty && <Preview report={report} />}
    </>
  );
}
