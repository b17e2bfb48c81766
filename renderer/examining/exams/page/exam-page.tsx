import type { Exam } from '@shared/model/examining.ts';
import { archiveExam } from '../../../data/examining/exams.ts';
import { hrefOf } from '../../../route.ts';
import { Button } from '../../../ui/button.tsx';
import { useWords } from '../../../words.tsx';
import { StateTag } from '../state-tag.tsx';
import { CodeCard } from './code-card.tsx';
import { CollectCard } from './collect-card.tsx';
import { ExamFacts } from './exam-facts.tsx';
import { KeyCard } from './key-card.tsx';
import { PublishCard } from './publish-card.tsx';
import { SealCard } from './seal-card.tsx';

/** One exam, with the steps that are to be done now. */
export function ExamPage({ exam }: { readonly exam: Exam }) {
  const { exams, app } = useWords();
  const words = exams.page;
  return (
    <div className="stack">
      <div className="row examining-between">
        <h2 className="row">
          {exam.title} <StateTag exam={exam} />
        </h2>
        <div className="row">
          <a className="button" href={hrefOf('examining', 'exams')}>
            {app.back}
          </a>
          {exam.sealed === null && (
            <a className="button" href={hrefOf('examining', 'exams', exam.id, 'edit')}>
              {words.edit}
            </a>
          )}
          <Button onClick={() => void archiveExam(exam, !exam.archived)}>{exam.archived ? words.unarchive : words.archive}</Button>
        </div>
      </div>
      <div className="examining-columns">
        <ExamFacts exam={exam} />
        {exam.sealed === null ? <SealCard exam={exam} /> : <CodeCard exam={exam} sealed={exam.sealed} />}
        {exam.sealed !== null && <PublishCard exam={exam} sealed={exam.sealed} />}
        {exam.publications.length > 0 && <CollectCard exam={exam} />}
        {exam.sealed !== null && <KeyCard />}
      </div>
    </div>
  );
}
