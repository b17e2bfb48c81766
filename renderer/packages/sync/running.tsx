import { useState } from 'react';
import { never } from '@shared/never.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { sizeOf } from '../../ui/format.ts';
import { Progress } from '../../ui/progress.tsx';
import { useWords } from '../../words.tsx';
import { bytesOf, type Step, type SyncState } from './sync-state.ts';
import { sync } from './sync.ts';
import { Amount } from './amount.tsx';

type Busy = Extract<SyncState, { readonly kind: 'checking' | 'stopping' | 'installing' }>;

/** What runs, how far it has come, and how to stop it. */
export function Running({ state }: { readonly state: Busy }) {
  const { packages } = useWords();
  switch (state.kind) {
    case 'checking':
      return <Checking step={state.step} />;
    case 'stopping':
      return (
        <section className="card">
          <Progress label={packages.stopping} done={0} total={0} />
        </section>
      );
    case 'installing':
      return (
        <section className="card stack">
          <Progress label={packages.installing} done={state.done} total={state.total} />
          <p className="soft">{packages.installingHint}</p>
        </section>
      );
    default:
      return never(state);
  }
}

function Checking({ step }: { readonly step: Step }) {
  const { packages, app } = useWords();
  const [asking, setAsking] = useState(false);
  const bytes = bytesOf(step);
  return (
    <section className="card stack">
      <Progress label={packages.phases[step.phase]} done={step.done} total={step.total} />
      <Amount step={step} />
      <div className="row">
        {bytes > 0 && <Button onClick={() => sync.stop(true)}>{packages.pause}</Button>}
        <Button onClick={() => (bytes > 0 ? setAsking(true) : sync.stop(true))}>{app.cancel}</Button>
        <span className="soft">{packages.leaveHint}</span>
      </div>
      {asking && <StopDialog bytes={bytes} onClose={() => setAsking(false)} />}
    </section>
  );
}

/** Hours of a slow line are not thrown away by one click. */
function StopDialog({ bytes, onClose }: { readonly bytes: number; readonly onClose: () => void }) {
  const { packages } = useWords();
  const stop = (keep: boolean): void => {
    onClose();
    sync.stop(keep);
  };
  const actions = (
    <>
      <Button onClick={() => stop(false)}>{packages.dropParts}</Button>
      <Button onClick={onClose}>{packages.goOn}</Button>
      <Button main onClick={() => stop(true)}>
        {packages.keepParts}
      </Button>
    </>
  );
  return (
    <Dialog title={packages.stopTitle} onClose={onClose} actions={actions}>
      <p>{packages.stopBody(sizeOf(bytes))}</p>
    </Dialog>
  );
}
