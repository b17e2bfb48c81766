import './marking.css';
import { useEffect, useState } from 'react';
import { markingSheets, type MarkingSheet } from '../../data/examining/exam-results.ts';
import { readExams } from '../../data/examining/exams.ts';
import { useLive } from '../../data/live.ts';
import { readMarkings } from '../../data/examining/markings.ts';
import { navigate, type Route } from '../../route.ts';
import { Empty } from '../../ui/empty.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words.tsx';
import { MarkQuestion } from './mark-question.tsx';
import { markedAnswers, roles } from './marking-state.ts';
import { QuestionList } from './question-list.tsx';

/** 阅卷: `…/marking/<exam>` the questions, `…/marking/<exam>/<question>/<role>` the answers to one of them. */
export function MarkingTab({ route }: { readonly route: Route }) {
  const { marking: words } = useWords();
  const exams = useLive(readExams, []);
  if (!exams) return null;
  const listed = exams.filter(({ archived }) => !archived);
  const [examId, questionId = '', role = ''] = route;
  const chosen = listed.find(({ id }) => id === examId) ?? listed[0];
  if (!chosen) return <Empty>{words.noExams}</Empty>;
  return (
    <>
      {questionId === '' && (
        <Field label={words.exam}>
          <select value={chosen.id} onChange={(event) => navigate('examining', 'marking', event.target.value)}>
            {listed.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </Field>
      )}
      <OfExam key={chosen.id} examId={chosen.id} questionId={questionId} role={role} />
    </>
  );
}

interface OfExamProps {
  readonly examId: string;
  readonly questionId: string;
  readonly role: string;
}

function OfExam({ examId, questionId, role: wanted }: OfExamProps) {
  const { marking: words } = useWords();
  const sheets = useSheets(examId);
  const markings = useLive(() => readMarkings(examId), [examId]);
  if (sheets === 'failed') return <Notice tone="bad">{words.failed}</Notice>;
  if (!sheets || !markings) return <p role="status">{words.reading}</p>;
  const role = roles.find((name) => name === wanted);
  const sheet = sheets.find((each) => each.questionId === questionId);
  if (!sheet || !role) return <QuestionList examId={examId} sheets={sheets} markings={markings} />;
  return <MarkQuestion key={`${questionId} ${role}`} examId={examId} sheet={sheet} role={role} answers={markedAnswers(sheet, markings)} />;
}

/** Read once: what comes in while somebody marks is there the next time. Null while it is being read. */
function useSheets(examId: string): readonly MarkingSheet[] | 'failed' | null {
  const [sheets, setSheets] = useState<readonly MarkingSheet[] | 'failed' | null>(null);
  useEffect(() => {
    let current = true;
    markingSheets(examId).then(
      (read) => current && setSheets(read),
      (error: unknown) => {
        console.error(error);
        if (current) setSheets('failed');
      },
    );
    return () => {
      current = false;
    };
  }, [examId]);
  return sheets;
}
