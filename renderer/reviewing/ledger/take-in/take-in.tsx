import { PlaceChoice } from '../../../place-choice.tsx';
import { usePlaces } from '../../../places.ts';
import { Button } from '../../../ui/button.tsx';
import { FailureNotice, Notice } from '../../../ui/notice.tsx';
import { Progress } from '../../../ui/progress.tsx';
import { useWords } from '../../../words.tsx';
import { BundleOutcomes } from './bundle-outcomes.tsx';
import { useDropping } from './use-dropping.ts';
import { useTakingIn, type TakingIn } from './use-taking-in.ts';

/** 收上报包: from a stick, a folder or files; with what became of each. */
export function TakeIn() {
  const taking = useTakingIn();
  return (
    <div className="stack">
      <Sources taking={taking} />
      <Stage taking={taking} />
    </div>
  );
}

function Sources({ taking }: { readonly taking: TakingIn }) {
  const { takeIn: words } = useWords().ledger;
  const places = usePlaces();
  const isReading = taking.state.kind === 'reading';
  const isOver = useDropping(!isReading, (dropped) => void taking.readDropped(dropped));
  return (
    <section className={isOver ? 'card stack ledger-drop' : 'card stack'} aria-label={words.from}>
      <p>{words.hint}</p>
      <PlaceChoice legend={words.place} places={places} />
      <div className="row">
        <Button main disabled={isReading || places.chosen === ''} onClick={() => void taking.readPlace(places.chosen)}>
          {words.readPlace}
        </Button>
        <Button disabled={isReading} onClick={() => void taking.chooseFiles()}>
          {words.chooseFiles}
        </Button>
      </div>
      <p className={isOver ? 'ledger-drop-now' : 'soft'}>{isOver ? words.dropNow : words.drop}</p>
    </section>
  );
}

function Stage({ taking: { state, stop } }: { readonly taking: TakingIn }) {
  const { ledger, failures } = useWords();
  const { takeIn: words } = ledger;
  switch (state.kind) {
    case 'idle':
      return null;
    case 'reading':
      return (
        <div className="card stack">
          <Progress label={words.reading(state.done, state.total)} done={state.done} total={state.total} />
          <div>
            <Button onClick={stop}>{words.stop}</Button>
          </div>
        </div>
      );
    case 'failed':
      return (
        <>
          <FailureNotice text={failures[state.failure.kind](state.failure.subject)} />
          {state.outcomes.length > 0 && <BundleOutcomes outcomes={state.outcomes} />}
        </>
      );
    case 'done':
      return (
        <>
          {state.left > 0 && <Notice tone="warn">{words.stopped(state.outcomes.length, state.left)}</Notice>}
          <BundleOutcomes outcomes={state.outcomes} />
        </>
      );
  }
}
