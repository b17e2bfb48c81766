import { ledgerFigures, type LedgerRow } from '@shared/projects/merge/ledger.ts';
import { hrefOf } from '../../route.ts';
import { useWords } from '../../words.tsx';

/** What the rows come to; every figure leads to the rows that it counts. */
export function Figures({ rows }: { readonly rows: readonly LedgerRow[] }) {
  const { ledger: words } = useWords();
  const { figure, projects } = words;
  const { projects: count, nodes, done, overdue, late, missing, conflicts, closed } = ledgerFigures(rows);
  const figures = [
    { name: figure.projects, text: projects(count), to: ['rows'] },
    { name: figure.rate, text: words.rate(done, nodes), to: ['rows'] },
    { name: figure.overdue, text: words.late(overdue, late), to: ['late'] },
    { name: figure.missing, text: projects(missing), to: ['rows', 'missing'] },
    { name: figure.conflicts, text: projects(conflicts), to: ['conflicts'] },
    { name: figure.closed, text: projects(closed), to: ['rows', 'closed'] },
  ];
  return (
    <dl className="ledger-figures" aria-label={words.figures}>
      {figures.map(({ name, text, to }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <a href={hrefOf('reviewing', 'ledger', ...to)}>{text}</a>
          </dd>
        </div>
      ))}
    </dl>
  );
}
