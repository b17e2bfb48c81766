import { useState } from 'react';
import type { Exam } from '@shared/model/examining.ts';
import { absentOrFailed } from '../../../data/examining/exam-results.ts';
import { useWords } from '../../../words.tsx';
import type { FieldsProps } from './exam-form.tsx';
import { inQuarter } from './form-state.ts';

export interface MakeUp {
  /** Makes up for this exam, or for none. */
  readonly choose: (exam: Exam | null) => Promise<void>;
  /** How many people the choice brought; null before one. */
  readonly loaded: number | null;
}

/** 补考: takes over the quarter, the rules and the people of an earlier exam who were absent or failed. */
export function useMakeUp(form: FieldsProps['form'], onChange: FieldsProps['onChange']): MakeUp {
  const { exams } = useWords();
  const [loaded, setLoaded] = useState<number | null>(null);
  return {
    loaded,
    async choose(exam) {
      if (exam === null) {
        setLoaded(null);
        onChange({ makeUpOf: null, title: inQuarter(exams.proposedTitle)(form.quarter) });
        return;
      }
      const { id, quarter, minutes, passLine, release } = exam;
      const wanted = new Set(await absentOrFailed(id));
      const candidates = exam.candidates.filter((candidate) => wanted.has(candidate.id));
      setLoaded(candidates.length);
      const rules = { minutes: String(minutes), passLine: String(passLine), release };
      onChange({ makeUpOf: id, title: exams.makeUpTitle(exam.title), quarter, candidates, ...rules });
    },
  };
}
