import { useState } from 'react';
import type { Bank } from '@shared/model/bank.ts';
import { readDecisions } from '../../data/bank/decisions.ts';
import { useLive } from '../../data/live.ts';
import { hrefOf } from '../../route.ts';
import { Button } from '../../ui/button.tsx';
import { minuteOf } from '../../ui/format.ts';
import { FailureNotice, Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words.tsx';
import { WorkBar } from '../common/work-bar.tsx';
import { CheckGroup } from './check-group.tsx';
import { groupsOf } from './check-groups.ts';
import { useCheck, type DatedReport } from './use-check.ts';

/** Checks of the whole bank, and what they found, group by group. */
export function ChecksPage({ bank }: { readonly bank: Bank }) {
  const { bankChecks, failures } = useWords();
  const check = useCheck(bank.id);
  return (
    <div className="stack">
      <div className="row">
        <Button main disabled={check.work.running !== null} onClick={() => void check.run()}>
          {check.last ? bankChecks.again : bankChecks.run}
        </Button>
        <span className="soft">{bankChecks.hint}</span>
      </div>
      <WorkBar work={check.work} />
      {check.failure && <FailureNotice text={failures[check.failure.kind](check.failure.subject)} />}
      {check.last && check.work.running === null && <Report bank={bank} dated={check.last} />}
    </div>
  );
}

function Report({ bank, dated }: { readonly bank: Bank; readonly dated: DatedReport }) {
  const { bankChecks } = useWords();
  const { report, at } = dated;
  const decisions = useLive(() => readDecisions(bank.id), [bank.id]);
  const [withDecided, setWithDecided] = useState(false);
  if (!decisions) return null;
  const groups = groupsOf(report.problems, bank.id, decisions);
  return (
    <>
      <p>{bankChecks.checked(report.checked, minuteOf(at))}</p>
      {report.problems.length === 0 ? (
        <Clean bankId={bank.id} />
      ) : (
        <Notice tone={report.blocking > 0 ? 'bad' : 'good'}>
          {report.blocking > 0 ? bankChecks.blocking(report.blocking) : bankChecks.noneBlocking}
        </Notice>
      )}
      {!report.complete && <p className="soft">{bankChecks.incomplete}</p>}
      {report.left > 0 && <p className="soft">{bankChecks.left(report.left)}</p>}
      {decisions.length > 0 && (
        <label className="check">
          <input type="checkbox" checked={withDecided} onChange={(event) => setWithDecided(event.target.checked)} />
          {bankChecks.showDecided}
        </label>
      )}
      {[...groups].map(([name, problems]) => (
        <CheckGroup
          key={name}
          bank={bank}
          name={name}
          problems={withDecided ? problems : problems.filter(({ decided }) => decided === null)}
        />
      ))}
    </>
  );
}

function Clean({ bankId }: { readonly bankId: string }) {
  const { bankChecks } = useWords();
  return (
    <Notice tone="good">
      <div className="row">
        <p>{bankChecks.clean}</p>
        <a className="button" href={hrefOf('bank', bankId, 'publish')}>
          {bankChecks.toPublish}
        </a>
      </div>
    </Notice>
  );
}
