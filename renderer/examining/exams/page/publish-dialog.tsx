import { useState } from 'react';
import type { BankPublication } from '@shared/ipc/contract.ts';
import type { Failure } from '@shared/model/failure.ts';
import { PlaceChoice } from '../../../place-choice.tsx';
import { usePlaces } from '../../../places.ts';
import { hrefOf } from '../../../route.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { minuteOf } from '../../../ui/format.ts';
import { FailureNotice, Notice } from '../../../ui/notice.tsx';
import { useWords } from '../../../words.tsx';
import { useMinute } from '../../../ui/use-minute.ts';
import { publishAs, type Publishing, type SealedBureauExam } from './publishing.ts';
import { useRepositoryProposed } from '../../../use-repository.ts';

export type { Publishing } from './publishing.ts';

interface PublishDialogProps {
  readonly exam: SealedBureauExam;
  readonly what: Publishing;
  /** Whether people may still sit it. */
  readonly isEarly: boolean;
  readonly onClose: () => void;
}

type State =
  | { readonly kind: 'asking' }
  | { readonly kind: 'working' }
  | { readonly kind: 'done'; readonly publication: BankPublication }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Writes a version into the repository: the sealed exam, the answers with it, or its withdrawal. */
export function PublishDialog({ exam, what, isEarly, onClose }: PublishDialogProps) {
  const { exams, app } = useWords();
  const words = exams.page.publish;
  const places = usePlaces();
  const [isClockOk, setClockOk] = useState(false);
  const [state, setState] = useState<State>({ kind: 'asking' });
  useRepositoryProposed(places.propose);
  const publish = async (): Promise<void> => {
    setState({ kind: 'working' });
    const published = await publishAs(what, exam, { place: places.chosen, clockOk: isClockOk, now: Date.now() });
    setState(published.ok ? { kind: 'done', publication: published.value } : { kind: 'failed', failure: published.failure });
  };
  const isDone = state.kind === 'done';
  const isReady = places.chosen !== '' && isClockOk && state.kind !== 'working';
  const actions = (
    <>
      <Button onClick={onClose}>{isDone ? app.close : app.cancel}</Button>
      {!isDone && (
        <Button main disabled={!isReady} onClick={() => void publish()}>
          {what === 'withdraw' ? words.withdrawConfirm : words.confirm}
        </Button>
      )}
    </>
  );
  const titles = { publish: words.dialogTitle, release: words.releaseTitle, withdraw: words.withdrawTitle };
  return (
    <Dialog title={titles[what]} onClose={onClose} actions={actions}>
      <div className="stack examining-dialog">
        {isDone ? (
          <Done what={what} publication={state.publication} />
        ) : (
          <>
            <Explanation what={what} isEarly={isEarly} />
            <PlaceChoice legend={words.place} places={places} />
            <ClockCheck isOk={isClockOk} onChange={setClockOk} />
          </>
        )}
        <span role="status">{state.kind === 'working' && words.working}</span>
        {state.kind === 'failed' && <Failed failure={state.failure} />}
      </div>
    </Dialog>
  );
}

function Explanation({ what, isEarly }: { readonly what: Publishing; readonly isEarly: boolean }) {
  const words = useWords().exams.page.publish;
  const texts = { publish: words.dialogText, release: words.releaseText, withdraw: words.withdrawText };
  return (
    <>
      <p>{texts[what]}</p>
      {what === 'release' && isEarly && <Notice tone="warn">{words.releaseEarly}</Notice>}
    </>
  );
}

/** A wrong date would be signed and then believed by every branch, and the exam would open at another hour. */
function ClockCheck({ isOk, onChange }: { readonly isOk: boolean; readonly onChange: (isOk: boolean) => void }) {
  const words = useWords().exams.page.publish;
  const now = useMinute();
  return (
    <label className="check">
      <input type="checkbox" checked={isOk} onChange={(event) => onChange(event.target.checked)} />
      {words.clock(minuteOf(now))}
    </label>
  );
}

function Done({ what, publication }: { readonly what: Publishing; readonly publication: BankPublication }) {
  const words = useWords().exams.page.publish;
  const { outcome, version, folderLabel } = publication;
  return (
    <Notice tone="good">
      <p>
        <strong>✓ {what === 'withdraw' ? words.withdrawn : words.done[outcome](version, folderLabel)}</strong>
      </p>
      <p>
        {words.next} <a href={hrefOf('publishing', 'destinations')}>{words.toUpload}</a>
      </p>
    </Notice>
  );
}

function Failed({ failure }: { readonly failure: Failure }) {
  const { exams, failures } = useWords();
  return (
    <>
      <FailureNotice text={failures[failure.kind](failure.subject)} />
      {failure.kind === 'key-locked' && (
        <div>
          <a className="button" href={hrefOf('publishing', 'keys')}>
            {exams.page.publish.toUnlock}
          </a>
        </div>
      )}
    </>
  );
}
