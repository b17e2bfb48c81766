import { useState } from 'react';
import type { BankPublication, TaskProgress } from '@shared/ipc/contract.ts';
import type { Failure } from '@shared/model/failure.ts';
import { countOf } from '@shared/projects/reviewing/publication.ts';
import { useLive } from '../../data/live.ts';
import { readNextVersion } from '../../data/reviewing/publish.ts';
import { PlaceChoice } from '../../place-choice.tsx';
import { usePlaces } from '../../places.ts';
import { hrefOf } from '../../route.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { minuteOf } from '../../ui/format.ts';
import { FailureNotice, Notice } from '../../ui/notice.tsx';
import { Progress } from '../../ui/progress.tsx';
import { useMinute } from '../../ui/use-minute.ts';
import { useRepositoryProposed } from '../../use-repository.ts';
import { useWords } from '../../words.tsx';
import { usePublishing, type PublishingState } from './use-publishing.ts';

/** Writes the next version into the repository: once somebody has looked at the place and at the clock. */
export function PublishDialog({ onClose }: { readonly onClose: () => void }) {
  const { projectsPublish: words, app } = useWords();
  const places = usePlaces();
  const [clockOk, setClockOk] = useState(false);
  const { state, publish, cancel } = usePublishing();
  useRepositoryProposed(places.propose);
  const isWorking = state.kind === 'working';
  const isDone = state.kind === 'done';
  const start = (): Promise<void> => publish({ place: places.chosen, title: words.title, clockOk });
  const actions = (
    <>
      <Button onClick={isWorking ? cancel : onClose}>{isDone ? app.close : app.cancel}</Button>
      {!isDone && (
        <Button main disabled={places.chosen === '' || !clockOk || isWorking} onClick={() => void start()}>
          {words.confirm}
        </Button>
      )}
    </>
  );
  return (
    <Dialog title={words.dialogTitle} onClose={isWorking ? cancel : onClose} actions={actions}>
      <div className="stack reviewing-dialog">
        {!isDone && (
          <>
            <WhatGoes />
            <PlaceChoice legend={words.place} places={places} />
            <ClockCheck isOk={clockOk} onChange={setClockOk} />
          </>
        )}
        <Outcome state={state} />
      </div>
    </Dialog>
  );
}

function WhatGoes() {
  const words = useWords().projectsPublish;
  const count = useLive(async () => countOf((await readNextVersion()).news), []);
  return (
    <>
      <p>{count === 0 ? words.dialogAgain : words.dialogText(count ?? 0)}</p>
      {count !== 0 && <p>{words.final}</p>}
    </>
  );
}

/** A wrong date would be signed and then believed by every branch. */
function ClockCheck({ isOk, onChange }: { readonly isOk: boolean; readonly onChange: (isOk: boolean) => void }) {
  const words = useWords().projectsPublish;
  const now = useMinute();
  return (
    <label className="check">
      <input type="checkbox" checked={isOk} onChange={(event) => onChange(event.target.checked)} />
      {words.clock(minuteOf(now))}
    </label>
  );
}

function Outcome({ state }: { readonly state: PublishingState }) {
  const words = useWords().projectsPublish;
  return (
    <>
      {state.kind === 'working' && <Working progress={state.progress} />}
      {state.kind === 'done' && <Done publication={state.publication} />}
      {state.kind === 'cancelled' && <Notice tone="warn">{words.cancelled}</Notice>}
      {state.kind === 'notKept' && <Notice tone="warn">{words.notKept}</Notice>}
      {(state.kind === 'failed' || state.kind === 'notKept') && <Failed failure={state.failure} />}
    </>
  );
}

function Working({ progress }: { readonly progress: TaskProgress | null }) {
  const words = useWords().projectsPublish;
  return (
    <div role="status">
      <Progress label={words.working} done={progress?.done ?? 0} total={progress?.total ?? 0} />
    </div>
  );
}

function Done({ publication }: { readonly publication: BankPublication }) {
  const words = useWords().projectsPublish;
  const { outcome, version, folderLabel } = publication;
  return (
    <Notice tone="good">
      <p>
        <strong>✓ {words.done[outcome](version, folderLabel)}</strong>
      </p>
      <p>
        {words.next} <a href={hrefOf('publishing', 'destinations')}>{words.toUpload}</a>
      </p>
    </Notice>
  );
}

function Failed({ failure }: { readonly failure: Failure }) {
  const { projectsPublish: words, failures } = useWords();
  return (
    <>
      <FailureNotice text={failures[failure.kind](failure.subject)} />
      {failure.kind === 'key-locked' && (
        <div>
          <a className="button" href={hrefOf('publishing', 'keys')}>
            {words.toUnlock}
          </a>
        </div>
      )}
    </>
  );
}
