import './key-in.css';
import { recordsByPerson, scorePapers } from '@shared/exam/key-in/sheet.ts';
import { readRecords } from '../../data/examining/exam-records.ts';
import { examWith, papersOf } from '../../data/examining/exams.ts';
import { useLive } from '../../data/live.ts';
import { hrefOf, type Route } from '../../route.ts';
import { Empty } from '../../ui/empty.tsx';
import { useWords } from '../../words.tsx';
import { ExamChoice } from './exam-choice.tsx';
import { KeyInPage } from './key-in-page.tsx';

/** 录分: `#/examining/key-in/<exam>` keys in, `…/<exam>/check` keys in a second time. */
export function KeyInTab({ route }: { readonly route: Route }) {
  const [examId = '', part] = route;
  if (examId === '') return <ExamChoice />;
  return <ChosenExam key={examId} examId={examId} pass={part === 'check' ? 'second' : 'first'} />;
}

function ChosenExam({ examId, pass }: { readonly examId: string; readonly pass: 'first' | 'second' }) {
  const { keyIn, app } = useWords();
  const loaded = useLive(() => readExam(examId), [examId]);
  const records = useLive(async () => recordsByPerson(await readRecords(examId)), [examId]);
  if (loaded === undefined || records === undefined) return <p className="soft">{app.loading}</p>;
  const problem = loaded === null ? keyIn.gone : loaded.papers.length === 0 ? keyIn.noPaper : null;
  if (loaded === null || problem !== null || loaded.exam.candidates.length === 0) {
    return (
      <Empty>
        <p>{problem ?? keyIn.noCandidates}</p>
        <a className="button" href={loaded ? hrefOf('examining', 'exams', examId) : hrefOf('examining', 'key-in')}>
          {loaded ? keyIn.toExams : keyIn.back}
        </a>
      </Empty>
    );
  }
  return <KeyInPage exam={loaded.exam} papers={loaded.papers} records={records} pass={pass} />;
}

async function readExam(examId: string) {
  const exam = await examWith(examId);
  return exam && { exam, papers: scorePapers(await papersOf(exam)) };
}
