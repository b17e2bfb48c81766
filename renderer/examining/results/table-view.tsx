import { useState } from 'react';
import type { Report } from '@shared/model/report.ts';
import { ReportPreview } from '../../report-preview.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Field } from '../../ui/field.tsx';
import { useWords } from '../../words.tsx';

interface TableViewProps {
  readonly report: Report;
  /** Which column holds the unit, where the rows can be narrowed by it. */
  readonly unitColumn: number | null;
}

/** A table as it will be printed; long ones unit by unit. */
export function TableView({ report, unitColumn }: TableViewProps) {
  const { results: words } = useWords();
  const [unit, setUnit] = useState('');
  if (report.rows.length === 0) return <Empty>{words.nothing}</Empty>;
  if (unitColumn === null) return <ReportPreview report={report} />;
  const units = [...new Set(report.rows.map((row) => String(row[unitColumn] ?? '')))];
  const rows = report.rows.filter((row) => unit === '' || row[unitColumn] === unit);
  return (
    <>
      <Field label={words.unit}>
        <select value={unit} onChange={(event) => setUnit(event.target.value)}>
          <option value="">{words.allUnits}</option>
          {units.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </Field>
      <ReportPreview report={{ ...report, rows }} />
    </>
  );
}
