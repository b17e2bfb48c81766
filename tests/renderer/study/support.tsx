import { render } from '@testing-library/react';
import type { CaseQuestion, Question } from '@shared/model/question.ts';
import type { Response, StudyMode } from '@shared/model/study.ts';
import { database } from '../../../renderer/data/database.ts';
import { hrefOf, useRoute } from '../../../renderer/route.ts';
import { SessionContext } from '../../../renderer/session.tsx';
import Study from '../../../renderer/study/index.tsx';
import { hrefOfSet } from '../../../renderer/study-links.ts';
import { session } from '../../support/screen.tsx';

const common = { section: '党章', topic: '', explanation: '解析文字', basis: '《示例文件》第一条', difficulty: 'medium' } as const;

/** One question of each type that stands alone. */
const simple = {
  single: {
    ...common,
    id: 'q1',
    type: 'single',
    stem: '单选题干',
    options: ['甲', '乙', '丙', '丁', '戊', '己'],
    answer: [2],
    shuffle: true,
  },
  multiple: { ...common, id: 'q2', type: 'multiple', stem: '多选题干', options: ['甲', '乙', '丙'], answer: [0, 2], shuffle: true },
  judge: { ...common, id: 'q3', type: 'judge', stem: '判断题干', answer: false },
  blank: { ...common, id: 'q4', type: 'blank', stem: '填空____、____', answer: [['政治纪律', '政治'], ['组织纪律']] },
  short: { ...common, id: 'q5', type: 'short', stem: '简答题干', answer: '要点一\n要点二' },
} satisfies Record<string, Question>;

/** A case of four of them. */
const caseQuestion: CaseQuestion = {
  ...common,
  id: 'q6',
  type: 'case',
  stem: '某支部的**材料**',
  explanation: '案例解析',
  parts: [
    { ...simple.single, id: 'q6/1' },
    { ...simple.judge, id: 'q6/2', explanation: '' },
    { ...simple.blank, id: 'q6/3', unordered: true },
    { ...simple.short, id: 'q6/4' },
  ],
  weights: [1, 1, 1, 1],
};

/** One question of each type. */
export const questions = { ...simple, case: caseQuestion };

/** A set of questions. */
export const showSet = (mode: StudyMode, section?: string) => showAt(hrefOfSet(mode, section === undefined ? {} : { section }));

/** A page of study. */
export const showStudy = (...place: readonly string[]) => showAt(hrefOf('study', ...place));

/** The screen at the address, as the shell shows it. */
function showAt(address: string) {
  window.location.hash = address;
  return render(
    <SessionContext value={session}>
      <Routed />
    </SessionContext>,
  );
}

function Routed() {
  return <Study route={useRoute().slice(1)} />;
}

/** What the database has of the person's answers: question, what was answered, right or not, and in which mode. */
export async function savedAnswers(): Promise<readonly (readonly [string, Response['answer'], boolean, Response['mode']])[]> {
  const responses = (await database.responses.toArray()).toSorted((one, other) => one.at - other.at);
  return responses.map(({ questionId, answer, correct, mode }) => [questionId, answer, correct, mode]);
}
