import type { PaperItem, Paper } from '@shared/model/exam.ts';
import type {
  Answer,
  BlankQuestion,
  CaseQuestion,
  ChoiceQuestion,
  JudgeQuestion,
  Question,
  ShortQuestion,
  SimpleAnswer,
  SimpleQuestion,
} from '@shared/model/question.ts';

const base = { section: '党章', topic: '', stem: '题干', explanation: '', basis: '', difficulty: 'medium' } as const;

export const choice = (id: string, answer: number[], more: Partial<ChoiceQuestion> = {}): ChoiceQuestion => ({
  ...base,
  id,
  type: answer.length > 1 ? 'multiple' : 'single',
  options: ['甲', '乙', '丙', '丁'],
  answer,
  shuffle: true,
  ...more,
});
export const judge = (id: string, answer: boolean): JudgeQuestion => ({ ...base, id, type: 'judge', answer });
export const blank = (id: string, answer: string[][]): BlankQuestion => ({ ...base, id, type: 'blank', answer });
export const short = (id: string): ShortQuestion => ({ ...base, id, type: 'short', answer: '要点一\n要点二' });

export const caseOf = (id: string, parts: SimpleQuestion[], weights = parts.map(() => 1)): CaseQuestion => ({
  ...base,
  id,
  type: 'case',
  stem: '材料',
  parts,
  weights,
});

export const options = (...chosen: number[]): SimpleAnswer => ({ kind: 'options', chosen });
export const texts = (...written: string[]): SimpleAnswer => ({ kind: 'blanks', texts: written });
export const parts = (...answers: (SimpleAnswer | null)[]): Answer => ({ kind: 'parts', answers });
export const item = (question: Question, score: number): PaperItem => ({ question, optionOrder: [], score });
export const paper = (...items: PaperItem[]): Paper => ({ id: 'p', title: '卷', blueprintId: 'b', seed: 1, minutes: 60, items });
