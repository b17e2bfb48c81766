import { useSession } from '../../session.tsx';
import { useToday } from '../../ui/use-today.ts';
import type { ExamResults } from '../../data/examining/exam-results.ts';
import { ExportView } from './export-view.tsx';
import { Flags } from './flags.tsx';
import { Matrix } from './matrix.tsx';
import { Overview } from './overview.tsx';
import { reportOf } from './reports-of.ts';
import { TableView } from './table-view.tsx';
import type { ViewName } from './views.ts';

/** One view of an exam's results. The tables are those that are printed. */
export function ResultsView({ view, results }: { readonly view: ViewName; readonly results: ExamResults }) {
  const { person } = useSession();
  const today = useToday();
  if (view === 'overview') return <Overview results={results} />;
  if (view === 'matrix') return <Matrix results={results} />;
  if (view === 'export') return <ExportView results={results} bureauName={person.unitName} today={today} />;
  const report = reportOf(view, results, person.unitName, today);
  return (
    <>
      {view === 'questions' && <Flags questions={results.figures.questions} />}
      <TableView key={view} report={report} unitColumn={view === 'people' || view === 'merit' ? 1 : null} />
    </>
  );
}
