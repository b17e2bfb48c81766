import { useState } from 'react';
import { rankingReport, scoreSheet } from '@shared/reports/projects/assessment.ts';
import { ExportOutcomeNotice } from '../../export-outcome.tsx';
import { ReportExport } from '../../report-export.tsx';
import { useSession } from '../../session.tsx';
import { Field } from '../../ui/field.tsx';
import { useExporter } from '../../use-exporter.ts';
import { useWords } from '../../words.tsx';
import type { AssessmentPartProps } from './assessment-page.tsx';
import { useRanking } from './use-ranking.ts';

/** One export carries at most fifty tables. */
const sheetsAtOnce = 40;

/** The ranking for the responsibility assessment, and the sheets of the projects, forty at a time. */
export function ExportPart({ assessment, facts, today }: AssessmentPartProps) {
  const { assessment: words, app } = useWords();
  const bureauName = useSession().person.unitName;
  const ranking = useRanking(assessment);
  const exporter = useExporter();
  const [from, setFrom] = useState(0);
  if (!ranking) return <p className="soft">{app.loading}</p>;
  const heading = { bureauName, assessment, today };
  const factsOf = (id: string) => facts.get(id)?.facts ?? null;
  const sheets = ranking.ranked
    .slice(from, from + sheetsAtOnce)
    .map(({ result }) => scoreSheet(heading, factsOf(result.projectId) ?? unknown(result.projectId), result, ranking.marks));
  const starts = Array.from({ length: Math.ceil(ranking.ranked.length / sheetsAtOnce) }, (_, place) => place * sheetsAtOnce);
  return (
    <div className="stack">
      <p>{words.exportView.hint}</p>
      {starts.length > 1 && (
        <Field label={words.ranking.sheet}>
          <select value={from} onChange={(event) => setFrom(Number(event.target.value))}>
            {starts.map((start) => (
              <option key={start} value={start}>
                {`${start + 1}–${Math.min(start + sheetsAtOnce, ranking.ranked.length)}`}
              </option>
            ))}
          </select>
        </Field>
      )}
      <ReportExport
        reports={[rankingReport(heading, ranking.ranked, factsOf), ...sheets]}
        folder={words.exportView.folder(`${assessment.title}-${today}`)}
        exporter={exporter}
      />
      <ExportOutcomeNotice task={exporter.task} />
    </div>
  );
}

const unknown = (title: string) => ({ title, unitName: '', secretary: '' });
