import { useState } from 'react';
import { reportFormats, type ReportFormat } from '@shared/model/report.ts';
import { useExporting, type Exporting } from './exporting.ts';
import { usePlaces, type Places } from './places.ts';

/** What stays while the person goes from report to report: formats, place, and the export that runs or has ended. */
export interface Exporter {
  readonly formats: readonly ReportFormat[];
  readonly onFormats: (formats: readonly ReportFormat[]) => void;
  readonly places: Places;
  readonly task: Exporting;
}

export function useExporter(): Exporter {
  const [formats, onFormats] = useState<readonly ReportFormat[]>(reportFormats);
  const places = usePlaces();
  const task = useExporting();
  return { formats, onFormats, places, task };
}
