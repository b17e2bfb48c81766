import { useSession } from '../session.tsx';
import { useWords } from '../words.tsx';
import { ReportPanel } from './report-panel.tsx';
import type { Exporter } from '../use-exporter.ts';
import { useCorrectionReport } from './use-reports.ts';

interface CorrectionPageProps {
  readonly today: string;
  readonly exporter: Exporter;
}

/** 题库纠错单: what the unit's people reported on this computer and the bureau has not answered. */
export function CorrectionPage({ today, exporter }: CorrectionPageProps) {
  const { reports } = useWords();
  const { person } = useSession();
  const report = useCorrectionReport(person.unitName, today);
  return report && <ReportPanel report={report} exporter={exporter} nothing={reports.noCorrections} />;
}
