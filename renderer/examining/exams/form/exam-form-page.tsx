import { useState } from 'react';
import { quarterOf } from '@shared/exam/bureau/quarters.ts';
import type { Exam } from '@shared/model/examining.ts';
import { readPassLine } from '../../../data/examining/exams.ts';
import { useLive } from '../../../data/live.ts';
import { dayOf } from '../../../ui/format.ts';
import { useWords } from '../../../words.tsx';
import { ExamForm } from './exam-form.tsx';
import { emptyExam, formOf, inQuarter, newForm } from './form-state.ts';

/** 新建考试: the form, with everything proposed that can be. */
export function NewExam() {
  const { exams, app } = useWords();
  const [{ id, now }] = useState(() => ({ id: crypto.randomUUID(), now: Date.now() }));
  const passLine = useLive(readPassLine, []);
  if (passLine === undefined) return <p className="soft">{app.loading}</p>;
  const first = newForm(now, passLine, inQuarter(exams.proposedTitle));
  return <ExamForm first={first} exam={emptyExam(id, now, quarterOf(dayOf(now)))} isNew />;
}

export function EditExam({ exam }: { readonly exam: Exam }) {
  const [first] = useState(exam); // what is typed stays, whatever is saved meanwhile
  return <ExamForm first={formOf(first)} exam={first} isNew={false} />;
}
