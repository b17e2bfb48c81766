import { stateOf } from '@shared/exam/bureau/exam-state.ts';
import type { Exam } from '@shared/model/examining.ts';
import { useLive } from '../../../data/live.ts';
import { hrefOf } from '../../../route.ts';
import { Notice } from '../../../ui/notice.tsx';
import { useWords } from '../../../words.tsx';
import { readCollection } from '../collect/collection.ts';
import { useMinute } from '../../../ui/use-minute.ts';

/** 收卷: how many answers have come in, and the way to the next ones. */
export function CollectCard({ exam }: { readonly exam: Exam }) {
  const words = useWords().exams.page.collect;
  const collection = useLive(() => readCollection(exam), [exam]);
  const state = stateOf(exam, useMinute());
  return (
    <section className="card stack" aria-labelledby="collect-title">
      <h2 id="collect-title">{words.title}</h2>
      <p>{words.hint}</p>
      {collection && (
        <p>
          <strong>{words.counts(collection.received.length, exam.candidates.length)}</strong>
          {collection.missing.length > 0 && ` · ${words.missing(collection.missing.length)}`}
          {collection.unfinished > 0 && ` · ${words.unfinished(collection.unfinished)}`}
        </p>
      )}
      {collection && collection.conflicts.length > 0 && <Notice tone="warn">{words.conflicts(collection.conflicts.length)}</Notice>}
      <div className="row">
        <a className={`button ${state === 'running' ? 'button-main' : ''}`} href={hrefOf('examining', 'exams', exam.id, 'collect')}>
          {words.button}
        </a>
        <a className="button" href={hrefOf('examining', 'results', exam.id)}>
          {words.toResults}
        </a>
      </div>
    </section>
  );
}
