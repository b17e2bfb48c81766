import type { Candidate, Exam, StoredPaper } from '@shared/model/examining.ts';
import type { Paper } from '@shared/model/exam.ts';
import type { Question } from '@shared/model/question.ts';

/** 9:00 to 17:00 of an example day, by the clock on the wall. */
export const opens = new Date(2026, 11, 25, 9).getTime();
export const closes = new Date(2026, 11, 25, 17).getTime();

export const candidate = (number: number, changes: Partial<Candidate> = {}): Candidate => ({
  id: `person-${number}`,
  name: `示例人员${number}`,
  staffNumber: `S${number}`,
  unitId: 'unit-1',
  unitName: '示例县供电局',
  branch: '示例支部',
  duty: 'fullTime',
  position: '党建专责',
  ...changes,
});

/** An exam that can be sealed. */
export const bureauExam = (changes: Partial<Exam> = {}): Exam => ({
  id: 'exam-1',
  title: '示例季度考试',
  quarter: '2026-Q4',
  opensAt: opens,
  closesAt: closes,
  minutes: 60,
  passLine: 80,
  release: 'key',
  candidates: [candidate(1), candidate(2)],
  paperIds: ['paper-1'],
  makeUpOf: null,
  createdAt: 1,
  archived: false,
  sealed: null,
  publications: [],
  ...changes,
});

/** A question whose stem is found nowhere else. */
export const examQuestion = (number: number): Question => ({
  id: `exam-question-${number}`,
  section: '示例板块',
  topic: '',
  stem: `示例试题第${number}题的独有题干`,
  explanation: `示例解析第${number}条`,
  basis: '',
  difficulty: 'easy',
  type: 'single',
  options: ['示例选项甲', '示例选项乙', '示例选项丙'],
  answer: [number % 3],
  shuffle: true,
});

export function examPaper(id: string, questions: readonly Question[]): Paper {
  const items = questions.map((question) => ({ question, optionOrder: [0, 1, 2], score: 2.5 }));
  return { id, title: '示例试卷', blueprintId: 'blueprint-1', seed: 1, minutes: 60, items };
}

/** A final paper of four questions. */
export const storedPaper = (changes: Partial<StoredPaper> = {}): StoredPaper => ({
  id: 'paper-1',
  pairId: 'pair-1',
  variant: '',
  blueprint: {
    id: 'blueprint-1',
    title: '示例方案',
    minutes: 60,
    parts: [{ type: 'single', count: 4, scoreEach: 2.5 }],
    sections: [],
  },
  paper: examPaper(changes.id ?? 'paper-1', [1, 2, 3, 4].map(examQuestion)),
  createdAt: 1,
  state: 'final',
  archived: false,
  ...changes,
});
