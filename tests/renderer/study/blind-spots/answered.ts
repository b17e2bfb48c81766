import type { Attempt, AttemptResult } from '@shared/model/exam.ts';
import type { Blueprint, Policy } from '@shared/model/policy.ts';
import type { JudgeQuestion } from '@shared/model/question.ts';
import type { Forecast, Response } from '@shared/model/study.ts';
import { commit } from '../../../../renderer/data/work.ts';
import { buildBank, buildSmall, install } from '../../../support/bank.ts';
import { session } from '../../../support/screen.tsx';

export const person = session.person.id;

/** `count` judgements of a topic: `<topic>-1`, … */
const judgements = (section: string, topic: string, count: number): JudgeQuestion[] =>
  Array.from({ length: count }, (_, place) => ({
    id: `${topic}-${place + 1}`,
    section,
    topic,
    type: 'judge',
    stem: `${topic}第${place + 1}题`,
    answer: true,
    explanation: '',
    basis: '《示例文件》第一条',
    difficulty: 'medium',
  }));

const bank = buildBank([
  [...judgements('党章', '总纲', 30), ...judgements('党章', '党员', 30)],
  [...judgements('党史', '会议', 30), ...judgements('党史', '', 30)],
]);
const places = new Map(
  bank.blocks.flatMap(({ index }) =>
    (index?.ids.split('\n') ?? []).map(
      (id, n) => [id, { section: index?.section ?? '', revision: index?.revisions.slice(16 * n, 16 * n + 16) ?? '' }] as const,
    ),
  ),
);

export const blueprint: Blueprint = {
  id: 'mock',
  title: '示例模拟卷',
  minutes: 30,
  parts: [{ type: 'judge', count: 20, scoreEach: 5 }],
  sections: [],
};

const policy: Policy = {
  passLine: 80,
  mistakeRule: { rightInARow: 2 },
  planThresholds: { dueSoonDays: 7 },
  calendar: [],
  blueprints: [blueprint],
};

/** Two sections of two topics, one of them without a name, and a policy with one blueprint. */
export async function installBank(): Promise<void> {
  await install(bank);
  await install(buildSmall('policy', { policy }));
}

let answers = 0;

/** The first `count` questions of a topic were answered, the first `right` of them right. */
export async function answerTopic(topic: string, count: number, right: number): Promise<void> {
  const ops = Array.from({ length: count }, (_, place) => {
    answers += 1;
    const questionId = `${topic}-${place + 1}`;
    const about = { section: '', revision: '', ...places.get(questionId) };
    const put: Response = {
      id: `answer-${answers}`,
      personId: person,
      questionId,
      ...about,
      answer: { kind: 'judge', value: place < right },
      correct: place < right,
      mode: 'random',
      at: Date.now() - 60_000 + answers,
    };
    return { table: 'responses' as const, put };
  });
  await commit('test', ops);
}

/** A mock test that begins now. */
export const openMock: Attempt = {
  id: 'attempt-1',
  personId: person,
  kind: 'mock',
  paper: { id: 'paper', title: blueprint.title, blueprintId: blueprint.id, seed: 1, minutes: blueprint.minutes, items: [] },
  startedAt: Date.now(),
  budgetMs: 1_800_000,
  passLine: 80,
  state: 'open',
  handedInAt: null,
  endedBy: null,
  result: null,
};

/** A mock test that was handed in with so many of ten points, and what had been forecast for it. */
export async function satMock(number: number, points: number, forecast: Pick<Forecast, 'expected' | 'low' | 'high'>): Promise<void> {
  const id = `mock-${number}`;
  const startedAt = new Date(2026, 8, number, 12).getTime();
  const item = { questionId: '总纲-1', section: '党章', type: 'judge', score: points, full: 10, correct: points === 10 } as const;
  const result: AttemptResult = { score: points, full: 10, unmarked: 0, percent: 10 * points, passed: points >= 8, items: [item] };
  const attempt: Attempt = {
    ...openMock,
    id,
    paper: { ...openMock.paper, title: `示例卷${number}` },
    startedAt,
    state: 'handedIn',
    handedInAt: startedAt + 60_000,
    endedBy: 'person',
    result,
  };
  await commit('test', [
    { table: 'attempts', put: attempt },
    { table: 'forecasts', put: { id, personId: person, blueprintId: 'mock', at: startedAt, answers: 100, ...forecast } },
  ]);
}
