import type { Report } from '@shared/model/report.ts';
import { Notice } from '../ui/notice.tsx';
import { ExportPanel } from './export-panel.tsx';
import { Outcome } from './outcome.tsx';
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
      <Outcome task={exporter.task} />
      {!isEmpty && <Preview report={report} />}
    </>
  );
}
