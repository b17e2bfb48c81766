import { useEffect, useRef } from 'react';
import type { CarryOutcome } from '@shared/ipc/contract.ts';
import { never } from '@shared/never.ts';
import { Button } from '../../ui/button.tsx';
import { sizeOf } from '../../ui/format.ts';
import { FailureNotice, Notice } from '../../ui/notice.tsx';
import { Progress } from '../../ui/progress.tsx';
import { useWords } from '../../words.tsx';
import { Amount } from '../sync/amount.tsx';
import type { Carry, CarryState } from './use-carry.ts';

/** How the copy goes and how it ended, brought into sight at every turn. The end stays until it is closed. */
export function CarryProgress({ carry }: { readonly carry: Carry }) {
  const box = useRef<HTMLDivElement>(null);
  const { kind } = carry.state;
  useEffect(() => {
    if (kind !== 'idle') box.current?.scrollIntoView({ block: 'nearest' });
  }, [kind]);
  return (
    <div ref={box} className="stack" hidden={kind === 'idle'}>
      <Stage carry={carry} />
    </div>
  );
}

function Stage({ carry }: { readonly carry: Carry }) {
  const { packages, packageCarry: words, failures, app } = useWords();
  const { state } = carry;
  const close = <Button onClick={carry.dismiss}>{app.close}</Button>;
  switch (state.kind) {
    case 'idle':
      return null;
    case 'copying':
      return <Copying state={state} onStop={carry.stop} />;
    case 'stopped':
      return (
        <Notice tone="warn">
          <div className="row">
            <p>{words.stopped}</p>
            {close}
          </div>
        </Notice>
      );
    case 'done':
      return (
        <>
          <Done outcome={state.outcome} comma={packages.comma} />
          <div>{close}</div>
        </>
      );
    case 'failed':
      return (
        <>
          <FailureNotice text={failures[state.failure.kind](state.failure.subject, state.failure.at)} />
          <div>{close}</div>
        </>
      );
    default:
      return never(state);
  }
}

interface CopyingProps {
  readonly state: Extract<CarryState, { readonly kind: 'copying' }>;
  readonly onStop: () => void;
}

function Copying({ state: { step, stopping }, onStop }: CopyingProps) {
  const { packageCarry: words } = useWords();
  if (stopping) return <Progress label={words.stopping} done={0} total={0} />;
  return (
    <div className="stack">
      <Progress label={words.phases[step.phase]} done={step.done} total={step.total} />
      <Amount step={step} />
      <div className="row">
        <Button onClick={onStop}>{words.stop}</Button>
        <strong>{words.stay}</strong>
      </div>
    </div>
  );
}

/** 可以拔出 is said only of a drive whose cache main has emptied. */
function Done({ outcome, comma }: { readonly outcome: CarryOutcome; readonly comma: string }) {
  const { packages, packageCarry: words } = useWords();
  return (
    <Notice tone="good">
      <p>
        <strong>✓ {words.done(outcome.folderLabel)}</strong>
      </p>
      <p>{outcome.packages.map(({ title, version }) => packages.titled(title, version)).join(comma)}</p>
      <p>{words.proven(outcome.files, sizeOf(outcome.bytes), sizeOf(outcome.writtenBytes))}</p>
      {outcome.removable && (
        <p>
          <strong>{words.canUnplug}</strong>
        </p>
      )}
      <p>{words.how}</p>
    </Notice>
  );
}
