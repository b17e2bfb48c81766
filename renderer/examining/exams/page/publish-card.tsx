import { useState } from 'react';
import { stateOf } from '@shared/exam/bureau/exam-state.ts';
import type { Exam, SealedExam } from '@shared/model/examining.ts';
import { Button } from '../../../ui/button.tsx';
import { minuteOf } from '../../../ui/format.ts';
import { useWords } from '../../../words.tsx';
import { useMinute } from '../../../ui/use-minute.ts';
import { PublishDialog, type Publishing } from './publish-dialog.tsx';

/** 下发 and 公布答案: what was published, and the next step. */
export function PublishCard({ exam, sealed }: { readonly exam: Exam; readonly sealed: SealedExam }) {
  const words = useWords().exams.page.publish;
  const [asks, setAsks] = useState<Publishing | null>(null);
  const state = stateOf(exam, useMinute());
  const isOut = exam.publications.length > 0;
  const mayRelease = isOut && exam.release === 'key' && state !== 'released';
  return (
    <section className="card stack" aria-labelledby="publish-title">
      <h2 id="publish-title">{words.title}</h2>
      {isOut ? <Publications exam={exam} /> : <p>{words.never}</p>}
      <div className="row">
        <Button main={!isOut} onClick={() => setAsks(state === 'released' ? 'release' : 'publish')}>
          {isOut ? words.again : words.button}
        </Button>
        {mayRelease && (
          <Button main={state === 'ended'} onClick={() => setAsks('release')}>
            {words.release}
          </Button>
        )}
        {isOut && !exam.archived && <Button onClick={() => setAsks('withdraw')}>{words.withdraw}</Button>}
      </div>
      {asks && (
        <PublishDialog
          exam={{ ...exam, sealed }}
          what={asks}
          isEarly={state !== 'ended' && state !== 'released'}
          onClose={() => setAsks(null)}
        />
      )}
    </section>
  );
}

function Publications({ exam }: { readonly exam: Exam }) {
  const words = useWords().exams.page.publish;
  return (
    <table className="table">
      <caption>{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.columns.version}</th>
          <th scope="col">{words.columns.at}</th>
          <th scope="col">{words.columns.content}</th>
        </tr>
      </thead>
      <tbody>
        {exam.publications.map(({ version, at, withKey }) => (
          <tr key={version}>
            <td>{words.version(version)}</td>
            <td>{minuteOf(at)}</td>
            <td>{withKey ? words.withKey : words.withoutKey}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
