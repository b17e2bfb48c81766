import { hrefOf, type Route } from '../route.ts';
import { useToday } from '../ui/use-today.ts';
import { useWords } from '../words.tsx';
import { PlanPage } from './plan-page.tsx';
import { ScorePage } from './score-page.tsx';
import { useExporter } from './use-exporter.ts';
import './reports.css';

/** 报: `#/reports` exports the results of mock tests, `#/reports/plan` and `#/reports/plan/<project>` a plan table. */
export default function Reports({ route }: { readonly route: Route }) {
  const { reports } = useWords();
  const today = useToday();
  const exporter = useExporter();
  const [kind, projectId = ''] = route;
  const isPlan = kind === 'plan';
  return (
    <div className="page page-wide stack">
      <h1>{reports.title}</h1>
      <nav className="row" aria-label={reports.what}>
        <KindLink href={hrefOf('reports')} name={reports.scores} current={!isPlan} />
        <KindLink href={hrefOf('reports', 'plan')} name={reports.plan} current={isPlan} />
      </nav>
      {isPlan ? <PlanPage projectId={projectId} today={today} exporter={exporter} /> : <ScorePage today={today} exporter={exporter} />}
    </div>
  );
}

function KindLink({ href, name, current }: { readonly href: string; readonly name: string; readonly current: boolean }) {
  return (
    <a className="button report-kind" href={href} aria-current={current ? 'page' : undefined}>
      {name}
    </a>
  );
}
