import { useEffect, useRef, useState } from 'react';
import type { Rotation } from '@shared/ipc/contract.ts';
import { hrefOf } from '../../route.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { Progress } from '../../ui/progress.tsx';
import { useWords } from '../../words.tsx';
import { obstacleOf } from '../key-states.ts';
import type { Publisher } from '../use-publisher.ts';
import { choicesFor, signerOf, type RotationCase } from './cases.ts';
import { Choice } from './choice.tsx';
import { Preparation } from './preparation.tsx';
import { Result } from './result.tsx';
import { useRotation, type Rotating, type RotationState } from './use-rotation.ts';

interface WizardProps {
  readonly which: RotationCase;
  readonly publisher: Publisher;
}

const steps: readonly RotationState['kind'][][] = [['preparing'], ['confirming', 'running'], ['done']];

/** Prepare, confirm, done: one case of the rotation. Each step says what offices will notice and what comes afterwards. */
export function Wizard({ which, publisher }: WizardProps) {
  const { rotation: words } = useWords();
  const rotating = useRotation(publisher.refresh);
  const [choices] = useState(() => choicesFor(which, publisher.state.keys));
  const [chosen, setChosen] = useState<Rotation>(choices[0]);
  const { state } = rotating;
  const step = steps.findIndex((kinds) => kinds.includes(state.kind));
  const stepName = ([words.steps.prepare, words.steps.confirm, words.steps.result] as const)[step];
  return (
    <section className="stack">
      <StepHeading key={step} text={`${words.cases[which].title} — ${stepName}`} />
      <p className="soft">{words.step(step + 1, steps.length)}</p>
      {state.kind === 'preparing' && (
        <>
          {choices.length > 1 && <Choice choices={choices} chosen={chosen} keys={publisher.state.keys} onChoose={setChosen} />}
          <p>{words.unseen}</p>
          <Preparation rotation={chosen} publisher={publisher} />
          <div className="row">
            <a className="button" href={hrefOf('publishing', 'rotation')}>
              {words.back}
            </a>
            <Button main disabled={obstacleOf(publisher.state.keys, signerOf(chosen)) !== null} onClick={rotating.confirm}>
              {words.next}
            </Button>
          </div>
        </>
      )}
      {(state.kind === 'confirming' || state.kind === 'running') && (
        <Confirmation which={which} chosen={chosen} rotating={rotating} state={state} />
      )}
      {state.kind === 'done' && <Result rotation={chosen} outcome={state.outcome} />}
    </section>
  );
}

/** The focus goes along from step to step, so that a reader says where it is. */
function StepHeading({ text }: { readonly text: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h2 ref={heading} tabIndex={-1}>
      {text}
    </h2>
  );
}

interface ConfirmationProps {
  readonly which: RotationCase;
  readonly chosen: Rotation;
  readonly rotating: Rotating;
  readonly state: Extract<RotationState, { kind: 'confirming' | 'running' }>;
}

function Confirmation({ which, chosen, rotating, state }: ConfirmationProps) {
  const { rotation: words, failures } = useWords();
  const isRunning = state.kind === 'running';
  return (
    <>
      <p>{words.cases[which].effect}</p>
      <p>{words.unseen}</p>
      <p>{words.later(words.uploadNext)}</p>
      {isRunning && <Progress label={words.running} done={0} total={0} />}
      {state.kind === 'confirming' && state.failure && <FailureNotice text={failures[state.failure.kind](state.failure.subject)} />}
      <div className="row">
        <Button disabled={isRunning} onClick={rotating.prepare}>
          {words.back}
        </Button>
        <Button main disabled={isRunning} onClick={() => void rotating.run(chosen)}>
          {words.confirm[chosen.kind]}
        </Button>
      </div>
    </>
  );
}
