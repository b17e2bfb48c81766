import { randomBytes } from 'node:crypto';
import type { ExportOutcome } from '@shared/ipc/contract.ts';
import type { Result } from '@shared/model/failure.ts';
import type { Report, ReportFormat } from '@shared/model/report.ts';
import { reportHtml } from '@shared/reports/html.ts';
import { exportFiles, type FilesExport, type Rendered } from './export-files.ts';
import { distinctFileNames } from './file-name.ts';
import { writeXlsx } from './xlsx.ts';

export interface ReportExport extends Omit<FilesExport, 'render'> {
  readonly reports: readonly Report[];
  readonly formats: readonly ReportFormat[];
  readonly pdf: (html: string) => Promise<Uint8Array>;
}

/** Writes reports into a folder of the chosen place and proves them; failures as in exportFiles. */
export async function exportReports(request: ReportExport): Promise<Result<ExportOutcome>> {
  return exportFiles({ ...request, render: () => render(request) });
}

async function render({ reports, formats, pdf, signal }: ReportExport): Promise<Rendered[] | null> {
  const names = distinctFileNames(reports.map((report) => report.fileName));
  const makers = {
    xlsx: writeXlsx,
    pdf: async (report: Report) => pdf(reportHtml(report, { nonce: randomBytes(16).toString('base64') })),
  } satisfies Record<ReportFormat, (report: Report) => Promise<Uint8Array>>;
  const files: Rendered[] = [];
  for (const [index, report] of reports.entries()) {
    for (const format of formats) {
      if (signal.aborted) return null;
      files.push({ name: `${names[index]}.${format}`, bytes: await makers[format](report) });
    }
  }
  return files;
}
