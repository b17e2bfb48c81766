import { useState } from 'react';
import type { MonthlyReport, Project } from '@shared/model/project.ts';
import { monthlyReport } from '@shared/reports/projects/monthly.ts';
import { ExportOutcomeNotice } from '../../export-outcome.tsx';
import { ReportExport } from '../../report-export.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useExporter } from '../../use-exporter.ts';
import { useWords } from '../../words.tsx';

interface MonthExportProps {
  readonly project: Project;
  readonly months: readonly MonthlyReport[];
}

/** The monthly reports as a table to print. */
export function MonthExport({ project, months }: MonthExportProps) {
  const { months: words } = useWords().projectProgress;
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.export}</Button>
      {open && <ExportDialog project={project} months={months} onClose={() => setOpen(false)} />}
    </>
  );
}

function ExportDialog({ project, months, onClose }: MonthExportProps & { readonly onClose: () => void }) {
  const { projectProgress, app } = useWords();
  const exporter = useExporter();
  const report = monthlyReport(project, months);
  return (
    <Dialog title={projectProgress.months.exportTitle} onClose={onClose} wide actions={<Button onClick={onClose}>{app.close}</Button>}>
      <div className="stack">
        <ReportExport reports={[report]} folder={report.fileName} exporter={exporter} />
        <ExportOutcomeNotice task={exporter.task} />
      </div>
    </Dialog>
  );
}
