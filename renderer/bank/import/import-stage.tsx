import { never } from '@shared/never.ts';
import { hrefOf } from '../../route.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice, Notice } from '../../ui/notice.tsx';
import { Progress } from '../../ui/progress.tsx';
import { useWords } from '../../words.tsx';
import type { FileOutcome } from './import-state.ts';
import type { Import } from './use-import.ts';

/** How the reading goes, and what became of each file. The result stays until it is closed. */
export function ImportStage({ bankId, task }: { readonly bankId: string; readonly task: Import }) {
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
            <Outcome key={outcome.file} bankId={bankId} outcome={outcome} />
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

function Outcome({ bankId, outcome }: { readonly bankId: string; readonly outcome: FileOutcome }) {
  const { bankImport, failures } = useWords();
  const words = bankImport.outcome;
  switch (outcome.kind) {
    case 'failed':
      return <FailureNotice text={failures[outcome.failure.kind](outcome.failure.subject || outcome.file)} />;
    case 'nothing':
      return (
        <Notice tone="bad">
          <p>
            <strong>{words.nothing(outcome.file)}</strong>
          </p>
          {outcome.reading.problems.slice(0, 10).map(({ sheet, row, message }) => (
            <p key={`${sheet} ${row} ${message}`}>
              {row === 0 ? message : bankImport.problemAt(bankImport.source.rows(sheet, row, row), message)}
            </p>
          ))}
        </Notice>
      );
    case 'staged':
      return <Staged bankId={bankId} outcome={outcome} />;
    default:
      return never(outcome);
  }
}

function Staged({ bankId, outcome }: { readonly bankId: string; readonly outcome: Extract<FileOutcome, { kind: 'staged' }> }) {
  const { bankImport } = useWords();
  const words = bankImport.outcome;
  const { batch, fresh, changed, refused, unchanged, replaced } = outcome.staged;
  const waiting = fresh + changed + refused;
  return (
    <Notice tone={refused > 0 ? 'warn' : 'good'}>
      <p>{waiting > 0 ? words.staged(outcome.file, fresh, changed, refused) : words.sameAgain(outcome.file)}</p>
      {unchanged > 0 && waiting > 0 && <p>{words.unchanged(unchanged)}</p>}
      {replaced > 0 && <p>{words.replaced(replaced)}</p>}
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
