import type { StagedPackage, SyncFindings, SyncRequest } from '@shared/ipc/contract.ts';
import type { Failure } from '@shared/model/failure.ts';
import type { Messages } from '@shared/messages/index.ts';
import { never } from '@shared/never.ts';
import { readable } from '@shared/packages/readable.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice, Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words.tsx';
import type { SyncState } from './sync-state.ts';
import { sync } from './sync.ts';

type Ended = Extract<SyncState, { readonly kind: 'found' | 'installed' | 'failed' }>;

interface OutcomeProps<State extends Ended = Ended> {
  readonly state: State;
  /** Whether a download can be taken up again: the way to do so stands below. */
  readonly resumable: boolean;
}

/** How the last check or installation ended; it stays until it is closed. New packages are shown by the preview. */
export function Outcome({ state, resumable }: OutcomeProps) {
  const { packages } = useWords();
  switch (state.kind) {
    case 'found':
      return state.findings.packages.length > 0 ? null : <NothingNew findings={state.findings} />;
    case 'installed':
      return <Message text={sayInstalled(state.packages, packages)} />;
    case 'failed':
      return <Failed state={state} resumable={resumable} />;
    default:
      return never(state);
  }
}

function sayInstalled(installed: readonly StagedPackage[], packages: Messages['packages']): string {
  const titles = installed.map(({ manifest }) => packages.titled(manifest.title, manifest.version));
  return installed.some(({ rollsBack }) => rollsBack) ? packages.rolledBack(titles) : packages.done(titles);
}

/** “Up to date” is said only where every source was read. */
function NothingNew({ findings }: { readonly findings: SyncFindings }) {
  const { packages, app } = useWords();
  const { refused, unread } = findings;
  if (refused.length === 0) return <Message text={unread.length > 0 ? packages.currentSoFar : packages.current} findings={findings} />;
  return (
    <div className="stack">
      <Reservations findings={findings} />
      <div>
        <Button onClick={sync.dismiss}>{app.close}</Button>
      </div>
    </div>
  );
}

function Message({ text, findings }: { readonly text: string; readonly findings?: SyncFindings }) {
  const { app } = useWords();
  return (
    <div className="stack">
      <Notice tone="good">
        <div className="row">
          <p>✓ {text}</p>
          <Button onClick={sync.dismiss}>{app.close}</Button>
        </div>
      </Notice>
      {findings && <Reservations findings={findings} />}
    </div>
  );
}

/** What a check did not take, and which sources it could not read, beside what it found. */
export function Reservations({ findings: { refused, unread } }: { readonly findings: SyncFindings }) {
  const { packages } = useWords();
  const say = useFailureText();
  return (
    <>
      {refused.map((failure) => (
        <FailureNotice key={failure.kind + failure.subject} text={say(failure)} />
      ))}
      {unread.length > 0 && (
        <Notice tone="warn">
          <p>{packages.unread(unread.length)}</p>
          <ul className="packages-list">
            {unread.map(({ source, label, failure }) => (
              <li key={source}>{packages.unreadLine(label, say(readable(failure, label)).what)}</li>
            ))}
          </ul>
          {unread.some(({ failure }) => failure.kind === 'metered') && <BeyondLimit request={{ source: null, beyondLimit: true }} />}
        </Notice>
      )}
    </>
  );
}

function Failed({ state: { failure, request }, resumable }: OutcomeProps<Extract<Ended, { readonly kind: 'failed' }>>) {
  const { app } = useWords();
  const say = useFailureText();
  return (
    <div className="stack">
      <FailureNotice text={say(failure)} />
      <div className="row">
        {request && failure.kind === 'metered' && <BeyondLimit request={{ ...request, beyondLimit: true }} />}
        {request && failure.kind !== 'metered' && !resumable && <Button onClick={() => void sync.check(request, '')}>{app.retry}</Button>}
        <Button onClick={sync.dismiss}>{app.close}</Button>
      </div>
    </div>
  );
}

/** Only a person decides to pay for more than they have set. */
function BeyondLimit({ request }: { readonly request: SyncRequest }) {
  const { packages } = useWords();
  return <Button onClick={() => void sync.check(request, '')}>{packages.beyondLimit}</Button>;
}

function useFailureText() {
  const { failures } = useWords();
  return ({ kind, subject, at }: Failure) => failures[kind](subject, at);
}
