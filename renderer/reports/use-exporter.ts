import { useState } from 'react';
import { reportFormats, type ReportFormat } from '@shared/model/report.ts';
import { useExport, type Export } from './use-export.ts';
import { usePlaces, type Places } from './use-places.ts';

/** What stays while the person goes from report to report: formats, place, and the export that runs or has ended. */
export interface Exporter {
  readonly formats: readonly ReportFormat[];
  readonly onFormats: (formats: readonly ReportFormat[]) => void;
  readonly places: Places;
  readonly task: Export;
}

export function useExporter(): Exporter {
  const [formats, onFormats] = useState<readonly ReportFormat[]>(reportFormats);
  const places = usePlaces();
  const task = useExport();
  return { formats, onFormats, places, task };
}
