import { examWith } from '../../data/examining/exams.ts';
import { useLive } from '../../data/live.ts';
import { hrefOf, type Route } from '../../route.ts';
import { Empty } from '../../ui/empty.tsx';
import { useWords } from '../../words.tsx';
import { CollectPage } from './collect/collect-page.tsx';
import { ExamList } from './exam-list.tsx';
import { EditExam, NewExam } from './form/exam-form-page.tsx';
import { ExamPage } from './page/exam-page.tsx';

/** 考试: `#/examining/exams`, `…/new`, `…/<id>`, `…/<id>/edit`, `…/<id>/collect`. */
export function ExamsTab({ route }: { readonly route: Route }) {
  const [id = '', part = ''] = route;
  if (id === '') return <ExamList />;
  if (id === 'new') return <NewExam />;
  return <OneExam key={id} id={id} part={part} />;
}

function OneExam({ id, part }: { readonly id: string; readonly part: string }) {
  const { exams, app } = useWords();
  const exam = useLive(async () => (await examWith(id)) ?? 'none', [id]);
  if (!exam) return <p className="soft">{app.loading}</p>;
  if (exam === 'none') {
    return (
      <Empty>
        <p>{exams.list.gone}</p>
        <a className="button" href={hrefOf('examining', 'exams')}>
          {exams.list.toList}
        </a>
      </Empty>
    );
  }
  if (part === 'collect') return <CollectPage exam={exam} />;
  return part === 'edit' && exam.sealed === null ? <EditExam exam={exam} /> : <ExamPage exam={exam} />;
}
