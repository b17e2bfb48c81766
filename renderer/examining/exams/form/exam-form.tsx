import { useState, type SyntheticEvent } from 'react';
import type { Exam } from '@shared/model/examining.ts';
import type { Failure } from '@shared/model/failure.ts';
import { saveExam } from '../../../data/examining/exams.ts';
import { navigate } from '../../../route.ts';
import { Button } from '../../../ui/button.tsx';
import { FailureNotice, Notice } from '../../../ui/notice.tsx';
import { useWords } from '../../../words.tsx';
import { BasicFields } from './basic-fields.tsx';
import { CandidateFields } from './candidate-fields.tsx';
import { examOf, problemOf, type ExamForm as Form, type FormProblem } from './form-state.ts';
import { LeaveDialog } from '../../../leave-dialog.tsx';
import { PaperFields } from './paper-fields.tsx';
import { ReleaseFields } from './release-fields.tsx';
import { useLeaving } from '../../../use-leaving.ts';
import { WindowFields } from './window-fields.tsx';

/** What every group of fields is given. */
export interface FieldsProps {
  readonly form: Form;
  readonly onChange: (changes: Partial<Form>) => void;
}

interface ExamFormProps {
  readonly first: Form;
  readonly exam: Exam;
  readonly isNew: boolean;
}

/** One calm form for the whole exam; it can be saved half done. Whether it may be sealed is said on the exam's page. */
export function ExamForm({ first, exam, isNew }: ExamFormProps) {
  const { exams, failures, app } = useWords();
  const words = exams.form;
  const [form, setForm] = useState(first);
  const [problem, setProblem] = useState<FormProblem | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const leaving = useLeaving(JSON.stringify(form) !== JSON.stringify(first));
  const fields = { form, onChange: (changes: Partial<Form>) => setForm((now) => ({ ...now, ...changes })) };
  const back = (): void => navigate('examining', 'exams', ...(isNew ? [] : [exam.id]));
  const save = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const found = problemOf(form);
    setProblem(found);
    if (found) return;
    const saved = await saveExam(isNew ? 'exam.create' : 'exam.edit', examOf(form, exam));
    setFailure(saved.ok ? null : saved.failure);
    if (!saved.ok) return;
    leaving.settle();
    navigate('examining', 'exams', exam.id);
  };
  return (
    <form className="stack" noValidate onSubmit={save}>
      <h2>{isNew ? words.create : words.edit}</h2>
      <div className="examining-columns">
        <BasicFields {...fields} examId={exam.id} />
        <WindowFields {...fields} />
        <ReleaseFields {...fields} />
        <PaperFields {...fields} />
      </div>
      <CandidateFields {...fields} />
      {problem && <Notice tone="bad">{words[problem]}</Notice>}
      {failure && <FailureNotice text={failures[failure.kind](failure.subject)} />}
      <div className="row">
        <Button main type="submit">
          {words.save}
        </Button>
        <Button onClick={back}>{app.cancel}</Button>
      </div>
      {leaving.asks && <LeaveDialog onStay={leaving.stay} onLeave={leaving.leave} />}
    </form>
  );
}
