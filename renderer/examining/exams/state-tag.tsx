import { stateOf, type ExamState } from '@shared/exam/bureau/exam-state.ts';
import type { Exam } from '@shared/model/examining.ts';
import { Tag } from '../../ui/tag.tsx';
import { useWords } from '../../words.tsx';
import { useMinute } from '../../ui/use-minute.ts';

const tones = {
  draft: 'plain',
  sealed: 'warn',
  published: 'plain',
  running: 'good',
  ended: 'plain',
  released: 'plain',
} as const satisfies Record<ExamState, string>;

/** How far an exam is, in words. */
export function StateTag({ exam }: { readonly exam: Exam }) {
  const { exams } = useWords();
  const state = stateOf(exam, useMinute());
  if (exam.archived) return <Tag tone="plain">{exams.archived}</Tag>;
  return <Tag tone={tones[state]}>{exams.states[state]}</Tag>;
}
