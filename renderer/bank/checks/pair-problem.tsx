import { useState } from 'react';
import type { CheckProblem } from '@shared/bank/checks/report.ts';
import type { Bank, BankDecision, BankEntry, EntryRef } from '@shared/model/bank.ts';
import type { Failure, Result } from '@shared/model/failure.ts';
import { mergeDuplicates, withdraw } from '../../data/bank/edits.ts';
import { readEntries } from '../../data/bank/entries.ts';
import { unwatched } from '../../data/bank/steps.ts';
import { useLive } from '../../data/live.ts';
import { hrefOf } from '../../route.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useWords } from '../../words.tsx';
import { useStep } from '../common/use-step.ts';
import { Compared } from '../question/difference.tsx';
import { fieldsOf } from '../question/question-fields.ts';
import { Decision } from './decision.tsx';

type Pair = Extract<CheckProblem, { pair: unknown }>;

interface PairProblemProps {
  readonly bank: Bank;
  readonly problem: Pair;
  readonly decided: BankDecision | null;
}

/** Two questions side by side with their difference marked, and what can be decided about them. */
export function PairProblem({ bank, problem, decided }: PairProblemProps) {
  const { bankChecks } = useWords();
  const [left, right] = problem.pair;
  const entries = useLive(() => readEntries(problem.pair), [left.id, right.id]);
  if (!entries) return null;
  const [one, other] = entries;
  return (
    <article className="card stack">
      {problem.kind === 'similar' && (
        <p className="soft">{bankChecks.differsIn(problem.differences.map(([mine, theirs]) => bankChecks.differsPair(mine, theirs)))}</p>
      )}
      {problem.kind === 'duplicate' && <p className="soft">{bankChecks.similarity(Math.round(problem.similarity * 100))}</p>}
      {isThere(one) && isThere(other) ? (
        <>
          <SideBySide bank={bank} one={one} other={other} />
          <PairActions bank={bank} problem={problem} decided={decided} entries={[one, other]} />
        </>
      ) : (
        <p>{bankChecks.settled}</p>
      )}
    </article>
  );
}

const isThere = (entry: BankEntry | null | undefined): entry is BankEntry => entry != null && entry.state !== 'withdrawn';

interface SideBySideProps {
  readonly bank: Bank;
  readonly one: BankEntry;
  readonly other: BankEntry;
}

/** Field by field; a field that only one question has is empty in the other. */
function SideBySide({ bank, one, other }: SideBySideProps) {
  const { bank: words, bankChecks } = useWords();
  const [left, right] = [one, other].map(
    ({ question }) => new Map(question ? fieldsOf(question, words).map(({ name, text }) => [name, text]) : []),
  );
  const names = [...new Set([...(left?.keys() ?? []), ...(right?.keys() ?? [])])];
  return (
    <table className="table bank-changed">
      <thead>
        <tr>
          <th scope="col">{words.fieldName}</th>
          {[one, other].map((entry, place) => (
            <th key={entry.id} scope="col">
              {place === 0 ? bankChecks.leftOne : bankChecks.rightOne}{' '}
              <a href={hrefOf('bank', bank.id, 'questions', entry.id)} aria-label={bankChecks.openNamed(entry.question?.stem ?? '')}>
                {bankChecks.open}
              </a>{' '}
              {entry.state === 'staged' && <Tag tone="warn">{bankChecks.staged}</Tag>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {names.map((name) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>
              <Compared text={left?.get(name) ?? ''} other={right?.get(name) ?? ''} />
            </td>
            <td>
              <Compared text={right?.get(name) ?? ''} other={left?.get(name) ?? ''} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function PairActions({ bank, problem, decided, entries }: PairProblemProps & { readonly entries: readonly [BankEntry, BankEntry] }) {
  const { bankChecks, failures } = useWords();
  const newStep = useStep();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [left, right] = problem.pair;
  const act = async (work: Promise<Result<number>>): Promise<void> => {
    const result = await work;
    setFailure(result.ok ? null : result.failure);
  };
  const merge = (stays: EntryRef, goes: EntryRef): void => void act(mergeDuplicates(bank.id, stays, [goes], newStep()));
  // what still waits in an import is not withdrawn, it is dropped
  const waits = (ref: EntryRef): boolean => entries.some(({ id, state }) => id === ref.id && state === 'staged');
  const keep = (stays: EntryRef, goes: EntryRef): void =>
    waits(goes) ? merge(stays, goes) : void act(withdraw(bank.id, [goes], newStep(), unwatched()));
  return (
    <>
      {failure && <FailureNotice text={failures[failure.kind](failure.subject)} />}
      <div className="row">
        {decided === null &&
          (problem.kind === 'contradiction' ? (
            <>
              <Button onClick={() => keep(left, right)}>{bankChecks.keepLeft}</Button>
              <Button onClick={() => keep(right, left)}>{bankChecks.keepRight}</Button>
            </>
          ) : (
            <>
              <Button onClick={() => merge(left, right)}>{bankChecks.merge}</Button>
              <Button onClick={() => merge(right, left)}>{bankChecks.mergeRight}</Button>
            </>
          ))}
        <Decision bank={bank} problem={problem} decided={decided} onFailure={setFailure} />
      </div>
    </>
  );
}
