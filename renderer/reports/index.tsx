import { hrefOf, type Route } from '../route.ts';
import { useToday } from '../ui/use-today.ts';
import { useWords } from '../words.tsx';
import { CorrectionPage } from './correction-page.tsx';
import { PlanPage } from './plan-page.tsx';
import { ScorePage } from './score-page.tsx';
import { useExporter, type Exporter } from '../use-exporter.ts';
import './reports.css';

/** 报: `#/reports` exports the results of mock tests, `#/reports/exams` those of quarterly exams, `#/reports/plan` and `#/reports/plan/<project>` a plan table, `#/reports/corrections` the 纠错单. */
export default function Reports({ route }: { readonly route: Route }) {
  const { reports } = useWords();
  const today = useToday();
  const exporter = useExporter();
  const [kind, projectId = ''] = route;
  return (
    <div className="page page-wide stack">
      <h1>{reports.title}</h1>
      <nav className="row" aria-label={reports.what}>
        <KindLink href={hrefOf('reports')} name={reports.scores} current={kind === undefined} />
        <KindLink href={hrefOf('reports', 'exams')} name={reports.exams} current={kind === 'exams'} />
        <KindLink href={hrefOf('reports', 'plan')} name={reports.plan} current={kind === 'plan'} />
        <KindLink href={hrefOf('reports', 'corrections')} name={reports.corrections} current={kind === 'corrections'} />
      </nav>
      <Kind kind={kind} projectId={projectId} today={today} exporter={exporter} />
    </div>
  );
}

interface KindProps {
  readonly kind: string | undefined;
  readonly projectId: string;
  readonly today: string;
  readonly exporter: Exporter;
}

function Kind({ kind, projectId, ...rest }: KindProps) {
  if (kind === 'plan') return <PlanPage projectId={projectId} {...rest} />;
  if (kind === 'corrections') return <CorrectionPage {...rest} />;
  const scored = kind === 'exams' ? 'exam' : 'mock';
  return <ScorePage key={scored} kind={scored} {...rest} />;
}

function KindLink({ href, name, current }: { readonly href: string; readonly name: string; readonly current: boolean }) {
  return (
    <a className="button report-kind" href={href} aria-current={current ? 'page' : undefined}>
      {name}
    </a>
  );
}
