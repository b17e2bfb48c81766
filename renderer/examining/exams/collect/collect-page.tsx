import type { Exam } from '@shared/model/examining.ts';
import { useLive } from '../../../data/live.ts';
import { PlaceChoice } from '../../../place-choice.tsx';
import { usePlaces } from '../../../places.ts';
import { hrefOf } from '../../../route.ts';
import { Button } from '../../../ui/button.tsx';
import { FailureNotice } from '../../../ui/notice.tsx';
import { useWords } from '../../../words.tsx';
import { readCollection } from './collection.ts';
import { Conflicts } from './conflicts.tsx';
import { FileOutcomes } from './file-outcomes.tsx';
import { Missing } from './missing.tsx';
import { Odd } from './odd.tsx';
import { Received } from './received.tsx';
import { useCollecting, type Collecting } from './use-collecting.ts';

/** 收答卷: takes answer files in, settles what contradicts, and says who is missing. */
export function CollectPage({ exam }: { readonly exam: Exam }) {
  const { collecting: words } = useWords();
  const collecting = useCollecting();
  const collection = useLive(() => readCollection(exam), [exam]);
  return (
    <div className="stack">
      <div className="row examining-between">
        <h2>
          {words.title} · {exam.title}
        </h2>
        <a className="button" href={hrefOf('examining', 'exams', exam.id)}>
          {words.back}
        </a>
      </div>
      <Sources collecting={collecting} />
      <Progress collecting={collecting} examId={exam.id} />
      {collection && collection.conflicts.length > 0 && <Conflicts exam={exam} conflicts={collection.conflicts} />}
      {collection && <Odd odd={collection.odd} />}
      {collection && (
        <div className="examining-collected">
          <Missing exam={exam} missing={collection.missing} onPaper={collection.onPaper} />
          <Received received={collection.received} />
        </div>
      )}
    </div>
  );
}

function Sources({ collecting }: { readonly collecting: Collecting }) {
  const { collecting: words } = useWords();
  const places = usePlaces();
  const isReading = collecting.state.kind === 'reading';
  return (
    <section className="card stack" aria-label={words.from}>
      <p>{words.hint}</p>
      <PlaceChoice legend={words.place} places={places} />
      <div className="row">
        <Button main disabled={isReading || places.chosen === ''} onClick={() => void collecting.readPlace(places.chosen)}>
          {words.readPlace}
        </Button>
        <Button disabled={isReading} onClick={() => void collecting.chooseFiles()}>
          {words.chooseFiles}
        </Button>
      </div>
    </section>
  );
}

function Progress({ collecting: { state }, examId }: { readonly collecting: Collecting; readonly examId: string }) {
  const { collecting: words, failures } = useWords();
  if (state.kind === 'reading') return <p role="status">{words.reading(state.done, state.total)}</p>;
  if (state.kind === 'failed') return <FailureNotice text={failures[state.failure.kind](state.failure.subject)} />;
  return state.kind === 'done' ? <FileOutcomes outcomes={state.outcomes} examId={examId} /> : null;
}
