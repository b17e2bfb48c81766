import { reportFormats, type Report, type ReportFormat } from '@shared/model/report.ts';
import { request } from './bridge.ts';
import { PlaceChoice } from './place-choice.tsx';
import type { Places } from './places.ts';
import { Button } from './ui/button.tsx';
import { useWords } from './words.tsx';
import type { Exporter } from './use-exporter.ts';

interface ReportExportProps {
  readonly reports: readonly Report[];
  /** Name of the folder that the files go into. */
  readonly folder: string;
  readonly exporter: Exporter;
}

/** Format, place and the one button. */
export function ReportExport({ reports: chosen, folder, exporter }: ReportExportProps) {
  const { reports } = useWords();
  const { formats, onFormats, places, task } = exporter;
  const obstacle = obstacleOf(formats, places);
  const busy = task.state.kind === 'writing';
  const start = (): void => {
    const order = { place: places.chosen, folder, reports: chosen, formats };
    void task.start((name) => request('exports:write', order, name));
  };
  return (
    <>
      <div className="choices">
        <FormatChoice formats={formats} onFormats={onFormats} />
        <PlaceChoice legend={reports.place} places={places} />
      </div>
      <Leaving chosen={chosen} />
      <div className="row">
        <Button main disabled={obstacle !== null || busy} aria-describedby="export-obstacle" onClick={start}>
          {reports.export}
        </Button>
        <span id="export-obstacle" className="soft">
          {obstacle && reports[obstacle]}
        </span>
      </div>
    </>
  );
}

type Obstacle = 'needFormat' | 'needPlace';

function obstacleOf(formats: readonly ReportFormat[], { chosen }: Places): Obstacle | null {
  if (formats.length === 0) return 'needFormat';
  return chosen === '' ? 'needPlace' : null;
}

interface FormatChoiceProps {
  readonly formats: readonly ReportFormat[];
  readonly onFormats: (formats: readonly ReportFormat[]) => void;
}

function FormatChoice({ formats, onFormats }: FormatChoiceProps) {
  const { reports } = useWords();
  const toggle = (format: ReportFormat): void =>
    onFormats(reportFormats.filter((other) => (other === format ? !formats.includes(format) : formats.includes(other))));
  return (
    <fieldset className="choice">
      <legend>{reports.formats}</legend>
      <div className="row">
        {reportFormats.map((format) => (
          <label key={format} className="check">
            <input type="checkbox" checked={formats.includes(format)} onChange={() => toggle(format)} />
            {reports.format[format]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Said before every export: which fields leave this computer. */
function Leaving({ chosen }: { readonly chosen: readonly Report[] }) {
  const { reports } = useWords();
  const fieldsOf = ({ columns }: Report): string => columns.map(({ title }) => title).join(reports.comma);
  return (
    <section className="card" aria-label={reports.leaving}>
      <h2>{reports.leaving}</h2>
      {chosen.map((report) => (
        <div key={report.fileName}>
          {chosen.length > 1 && <strong>{report.title}</strong>}
          <p>{reports.leavingFields(report.rows.length, fieldsOf(report))}</p>
        </div>
      ))}
      <p>{reports.leavingNothingElse}</p>
    </section>
  );
}
