import { useState } from 'react';
import type { Indicator, MonthlyReport, Project } from '@shared/model/project.ts';
import { useWords } from '../../words.tsx';

interface MonthIndicatorsProps {
  readonly project: Project;
  readonly report: MonthlyReport;
  readonly onChange: (report: MonthlyReport) => void;
}

/** The business figures as they are now; empty where nobody knows. */
export function MonthIndicators({ project, report, onChange }: MonthIndicatorsProps) {
  const { form } = useWords().projectProgress;
  if (project.indicators.length === 0) return null;
  const change = (id: string, value: number | null): void => {
    const others = report.indicators.filter((one) => one.id !== id);
    onChange({ ...report, indicators: value === null ? others : [...others, { id, value }] });
  };
  return (
    <section className="stack" aria-label={form.indicators}>
      <h2>{form.indicators}</h2>
      <div className="progress-fields">
        {project.indicators.map((indicator) => (
          <ValueField
            key={indicator.id}
            indicator={indicator}
            first={report.indicators.find(({ id }) => id === indicator.id)?.value ?? null}
            onChange={(value) => change(indicator.id, value)}
          />
        ))}
      </div>
    </section>
  );
}

interface ValueFieldProps {
  readonly indicator: Indicator;
  readonly first: number | null;
  readonly onChange: (value: number | null) => void;
}

/** What is no number stays in its field, is said, and changes nothing. */
function ValueField({ indicator, first, onChange }: ValueFieldProps) {
  const { form } = useWords().projectProgress;
  const [text, setText] = useState(first === null ? '' : String(first));
  const value = text.trim() === '' ? null : Number(text);
  const isWrong = value !== null && !Number.isFinite(value);
  const type = (typed: string): void => {
    setText(typed);
    const read = typed.trim() === '' ? null : Number(typed);
    if (read === null || Number.isFinite(read)) onChange(read);
  };
  return (
    <label className="field">
      <span>{form.indicator(indicator.name, indicator.unit)}</span>
      <input inputMode="decimal" maxLength={30} aria-invalid={isWrong} value={text} onChange={(event) => type(event.target.value)} />
      {isWrong && <span role="alert">{form.notANumber}</span>}
    </label>
  );
}
