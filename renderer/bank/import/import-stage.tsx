import { useState } from 'react';
import { unitOf } from '@shared/bank/imported.ts';
import type { Bank } from '@shared/model/bank.ts';
import { never } from '@shared/never.ts';
import { hrefOf } from '../../route.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice, Notice } from '../../ui/notice.tsx';
import { Progress } from '../../ui/progress.tsx';
import { useWords } from '../../words.tsx';
import { problemText } from '../common/problem-text.ts';
import { useWork } from '../common/use-work.ts';
import type { FileOutcome } from './import-state.ts';
import { RereadDialog } from './reread/reread-dialog.tsx';
import type { Import } from './use-import.ts';

/** How the reading goes, and what became of each file. The result stays until it is closed. */
export function ImportStage({ bank, task }: { readonly bank: Bank; readonly task: Import }) {
  const { bankImport, app } = useWords();
  const { state } = task;
  switch (state.kind) {
    case 'idle':
      return null;
    case 'running':
      return (
        <div className="card stack">
          {state.of > 1 && <p className="soft">{bankImport.fileOf(state.number, state.of)}</p>}
          <Progress label={bankImport[state.step](state.file)} done={state.done} total={state.total} />
          <div>
            <Button onClick={task.cancel}>{app.cancel}</Button>
          </div>
        </div>
      );
    case 'ended':
      return (
        <section className="card stack" aria-label={bankImport.ended}>
          <h2>{bankImport.ended}</h2>
          {state.outcomes.map((outcome) => (
            <Outcome key={outcome.file} bank={bank} outcome={outcome} />
          ))}
          <div>
            <Button onClick={task.dismiss}>{app.close}</Button>
          </div>
        </section>
      );
    default:
      return never(state);
  }
}

function Outcome({ bank, outcome }: { readonly bank: Bank; readonly outcome: FileOutcome }) {
  const { failures } = useWords();
  switch (outcome.kind) {
    case 'failed':
      return <FailureNotice text={failures[outcome.failure.kind](outcome.failure.subject || outcome.file)} />;
    case 'nothing':
      return <Nothing bank={bank} outcome={outcome} />;
    case 'staged':
      return <Staged bankId={bank.id} outcome={outcome} />;
    default:
      return never(outcome);
  }
}

interface NothingProps {
  readonly bank: Bank;
  readonly outcome: Extract<FileOutcome, { kind: 'nothing' }>;
}

/** Why nothing came of a file. Where its columns or its text were not understood, the person can say how they are meant. */
function Nothing({ bank, outcome: { file, reading, source } }: NothingProps) {
  const { bankImport } = useWords();
  const work = useWork();
  const [isOpen, setIsOpen] = useState(false);
  const isTable = reading.problems.some(({ code }) => code === 'sheet-without-header');
  const hasWays = source.sha256 !== '' && (isTable || reading.encoding !== null);
  return (
    <Notice tone="bad">
      <p>
        <strong>{bankImport.outcome.nothing(file)}</strong>
      </p>
      {reading.problems.slice(0, 10).map((problem) => (
        <p key={`${problem.sheet} ${problem.row} ${problem.message}`}>{problemText(problem, unitOf(reading.format), bankImport)}</p>
      ))}
      {hasWays && (
        <p>
          <Button onClick={() => setIsOpen(true)}>{isTable ? bankImport.reread.openColumns : bankImport.reread.open}</Button>
        </p>
      )}
      {isOpen && <RereadDialog bank={bank} source={source} batch={null} work={work} onClose={() => setIsOpen(false)} />}
    </Notice>
  );
}

function Staged({ bankId, outcome }: { readonly bankId: string; readonly outcome: Extract<FileOutcome, { kind: 'staged' }> }) {
  const { bankImport } = useWords();
  const words = bankImport.outcome;
  const { batch, fresh, changed, refused, unchanged, replaced } = outcome.staged;
  const waiting = fresh + changed + refused;
  return (
    <Notice tone={refused > 0 ? 'warn' : 'good'}>
      {waiting > 0 && <p>{words.staged(outcome.file, fresh, changed, refused)}</p>}
      {waiting === 0 && replaced === 0 && <p>{words.sameAgain(outcome.file)}</p>}
      {unchanged > 0 && waiting > 0 && <p>{words.unchanged(unchanged)}</p>}
      {replaced > 0 && <p>{words.replaced(outcome.file, replaced)}</p>}
      {outcome.sender !== '' && <p>{words.mapped(outcome.sender)}</p>}
      {waiting > 0 && (
        <p>
          <a className="button" href={hrefOf('bank', bankId, 'import', batch.id)}>
            {words.look}
          </a>
        </p>
      )}
    </Notice>
  );
}
