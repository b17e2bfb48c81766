import { useState } from 'react';
import type { Bank } from '@shared/model/bank.ts';
import { readCorrections } from '../../data/bank/corrections.ts';
import type { BankSearch } from '../../data/bank/search/search.ts';
import { useLive } from '../../data/live.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { FailureNotice, Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words.tsx';
import { useWork } from '../common/use-work.ts';
import { WorkBar } from '../common/work-bar.tsx';
import { CorrectionCard } from './correction-card.tsx';
import { readReports, type ReportOutcome } from './read-reports.ts';

const shownAtOnce = 50;

/** 纠错单 that came from branches: read them, answer them. What waits stands first. */
export function CorrectionsPage({ bank, search }: { readonly bank: Bank; readonly search: BankSearch | null }) {
  const { bankList, bankImport } = useWords();
  const words = bankList.corrections;
  const corrections = useLive(() => readCorrections(bank.name), [bank.name]);
  const [outcomes, setOutcomes] = useState<readonly ReportOutcome[]>([]);
  const [shown, setShown] = useState(shownAtOnce);
  const work = useWork();
  const read = async (): Promise<void> => setOutcomes(await work.run(bankImport.reading(''), (task) => readReports(task)));
  const waiting = corrections?.filter(({ reply }) => reply === null) ?? [];
  const answered = corrections?.filter(({ reply }) => reply !== null) ?? [];
  return (
    <div className="stack">
      <div className="row">
        <Button main disabled={work.running !== null} onClick={() => void read()}>
          {words.read}
        </Button>
        <span className="soft">{words.readHint}</span>
      </div>
      <WorkBar work={work} />
      {outcomes.map((outcome) => (
        <OutcomeNotice key={outcome.file} outcome={outcome} />
      ))}
      {corrections?.length === 0 && <Empty>{words.empty}</Empty>}
      {waiting.length > 0 && <h2>{words.waiting(waiting.length)}</h2>}
      {waiting.slice(0, shown).map((correction) => (
        <CorrectionCard key={correction.id} bank={bank} correction={correction} search={search} />
      ))}
      {answered.length > 0 && <h2>{words.answered(answered.length)}</h2>}
      {answered.length > 0 && <p className="soft">{words.goesOut}</p>}
      {answered.slice(0, Math.max(0, shown - waiting.length)).map((correction) => (
        <CorrectionCard key={correction.id} bank={bank} correction={correction} search={search} />
      ))}
      {shown < waiting.length + answered.length && (
        <div>
          <Button onClick={() => setShown(shown + shownAtOnce)}>{words.more(waiting.length + answered.length - shown)}</Button>
        </div>
      )}
    </div>
  );
}

function OutcomeNotice({ outcome }: { readonly outcome: ReportOutcome }) {
  const { bankList, failures } = useWords();
  const words = bankList.corrections;
  if (outcome.kind === 'failed') return <FailureNotice text={failures[outcome.failure.kind](outcome.failure.subject || outcome.file)} />;
  if (outcome.kind === 'no-report') return <Notice tone="bad">{words.notReport(outcome.file)}</Notice>;
  return (
    <Notice tone={outcome.refused.length > 0 ? 'warn' : 'good'}>
      <p>{words.received(outcome.file, outcome.fresh, outcome.known)}</p>
      {outcome.refused.slice(0, 10).map(({ row, reason }) => (
        <p key={row}>{words.refused(row, words.reasons[reason])}</p>
      ))}
    </Notice>
  );
}
