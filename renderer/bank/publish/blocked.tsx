import type { CheckProblem, CheckReport } from '@shared/bank/checks/report.ts';
import type { Bank } from '@shared/model/bank.ts';
import { hrefOf } from '../../route.ts';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words.tsx';
import { EntryProblem } from '../checks/entry-problem.tsx';
import { PairProblem } from '../checks/pair-problem.tsx';

const shown = 5;

/** What has to be decided before anything can be published; the first of it at once, all of it under 检查. */
export function Blocked({ bank, report }: { readonly bank: Bank; readonly report: CheckReport }) {
  const { bankPublish } = useWords();
  const blocking = report.problems.filter(({ blocks }) => blocks);
  return (
    <section className="stack">
      <Notice tone="bad">
        <div className="row">
          <p>
            <strong>{bankPublish.blockingTitle(report.blocking)}</strong>
          </p>
          <a className="button" href={hrefOf('bank', bank.id, 'checks')}>
            {bankPublish.toChecks}
          </a>
        </div>
      </Notice>
      {blocking.slice(0, shown).map((problem, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- the report does not change while it is shown
        <Blocking key={place} bank={bank} problem={problem} />
      ))}
      {report.blocking > shown && <p className="soft">{bankPublish.blockingMore(report.blocking - shown)}</p>}
    </section>
  );
}

function Blocking({ bank, problem }: { readonly bank: Bank; readonly problem: CheckProblem }) {
  return problem.kind === 'finding' || problem.kind === 'document' ? (
    <EntryProblem bank={bank} problem={problem} decided={null} />
  ) : (
    <PairProblem bank={bank} problem={problem} decided={null} />
  );
}
