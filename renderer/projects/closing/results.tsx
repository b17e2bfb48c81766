import { useState } from 'react';
import { closingForm } from '@shared/projects/forms/closing-form.ts';
import { readPublishedProjects } from '../../data/projects/published.ts';
import { useLive } from '../../data/live.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../words.tsx';
import { ExportForm } from '../exchange/export-form.tsx';
import { IndicatorChart } from '../indicators/indicator-chart.tsx';
import { UndoStep } from '../steps/undo-step.tsx';
import type { ClosingProps } from './closing-props.ts';
import { RequestFacts } from './request-facts.tsx';

/** A closed project: the decision, what the yearly review gave it, and before and after. */
export function Results({ project, state, nodes }: ClosingProps) {
  const { result } = useWords().projectClosing;
  const [isPrinting, setPrinting] = useState(false);
  const { request, decision } = state.closing ?? {};
  return (
    <div className="stack">
      <section className="card stack" aria-label={result.heading}>
        <h2>{result.heading}</h2>
        {decision && (
          <p>
            {result.closed(decision.date, decision.signer)} {decision.opinion && result.opinion(decision.opinion)}
          </p>
        )}
        <Assessed state={state} />
        <Benchmarks projectId={project.id} />
        <div className="row">
          <Button main aria-expanded={isPrinting} onClick={() => setPrinting(!isPrinting)}>
            {isPrinting ? result.printClose : result.print}
          </Button>
          <UndoStep projectId={project.id} state={state} />
        </div>
        {isPrinting && <ExportForm forms={[closingForm(project, state, nodes)]} folder={project.title} />}
      </section>
      {request && <RequestFacts request={request} />}
      <section className="stack" aria-label={result.chart}>
        <h2>{result.chart}</h2>
        <IndicatorChart indicators={request?.indicators ?? project.indicators} />
      </section>
    </div>
  );
}

function Assessed({ state: { assessment } }: Pick<ClosingProps, 'state'>) {
  const { result } = useWords().projectClosing;
  if (!assessment) return <p className="soft">{result.waiting}</p>;
  const facts = [
    [result.score, String(assessment.score)],
    [result.rank, result.rankOf(assessment.rank)],
    [result.grade, assessment.grade],
  ];
  return (
    <dl className="project-facts" aria-label={result.assessed(assessment.year)}>
      <div>
        <dt>{result.assessed(assessment.year)}</dt>
        <dd>{assessment.date}</dd>
      </div>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <strong>{value}</strong>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** 标杆 that the bureau made of this project, as they came down. */
function Benchmarks({ projectId }: { readonly projectId: string }) {
  const { result, benchmark } = useWords().projectClosing;
  const published = useLive(readPublishedProjects, []);
  const own = (published?.benchmarks ?? []).filter((one) => one.projectId === projectId && !one.archived);
  if (own.length === 0) return null;
  return (
    <div>
      <strong>{result.benchmarks}</strong>
      <ul className="closing-open">
        {own.map(({ id, kind, subject, year, reason }) => (
          <li key={id}>
            ★ {benchmark[kind]}：{result.benchmarkOf(subject, year)} {reason}
          </li>
        ))}
      </ul>
    </div>
  );
}
