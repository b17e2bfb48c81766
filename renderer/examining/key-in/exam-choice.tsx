import { partsOf } from '@shared/exam/bureau/quarters.ts';
import { countRows, scoreRows } from '@shared/exam/key-in/sheet.ts';
import type { Exam } from '@shared/model/examining.ts';
import { readExams } from '../../data/examining/exams.ts';
import { useLive } from '../../data/live.ts';
import { readPaperScores } from '../../data/examining/paper-scores.ts';
import { hrefOf } from '../../route.ts';
import { Empty } from '../../ui/empty.tsx';
import { useWords } from '../../words.tsx';

/** The exams that scores can be keyed in for, and how far each has come. */
export function ExamChoice() {
  const { keyIn, exams: words, app } = useWords();
  const exams = useLive(readChoices, []);
  if (!exams) return <p className="soft">{app.loading}</p>;
  if (exams.length === 0) {
    return (
      <Empty>
        <p>{keyIn.noExams}</p>
        <a className="button" href={hrefOf('examining', 'exams')}>
          {keyIn.toExams}
        </a>
      </Empty>
    );
  }
  return (
    <div className="examining-scroll">
      <table className="table">
        <caption>{keyIn.choose}</caption>
        <thead>
          <tr>
            <th scope="col">{keyIn.exam}</th>
            <th scope="col">{keyIn.quarter}</th>
            <th scope="col">{keyIn.progress}</th>
          </tr>
        </thead>
        <tbody>
          {exams.map(({ exam, counts }) => (
            <tr key={exam.id}>
              <td>
                <a href={hrefOf('examining', 'key-in', exam.id)}>{exam.title}</a>
              </td>
              <td>{words.quarter(partsOf(exam.quarter).year, partsOf(exam.quarter).number)}</td>
              <td>{keyIn.progressOf(counts.keyedIn, counts.absent, counts.all)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

async function readChoices() {
  const exams = (await readExams()).filter(({ archived }) => !archived);
  return Promise.all(exams.map(async (exam) => ({ exam, counts: await countsOf(exam) })));
}

async function countsOf(exam: Exam) {
  const scores = new Map((await readPaperScores(exam.id)).map((line) => [line.personId, line]));
  return countRows(scoreRows(exam, scores, new Map()));
}
