import { gzipSync } from 'node:zlib';
import { render } from '@testing-library/react';
import type { BlockIndex, InstalledPackage } from '@shared/model/package.ts';
import type { Attempt, AttemptAnswer, Paper, PaperItem } from '@shared/model/exam.ts';
import type { Blueprint, Policy } from '@shared/model/policy.ts';
import type { Answer, CaseQuestion, Question } from '@shared/model/question.ts';
import { packIndex } from '@shared/packages/packed-index.ts';
import { installVersions } from '../../../renderer/data/content.ts';
import { saveSitting, startAttempt } from '../../../renderer/data/exam/exam.ts';
import ExamScreen from '../../../renderer/exam/index.tsx';
import { useRoute } from '../../../renderer/route.ts';
import { SessionContext } from '../../../renderer/session.tsx';
import { installAssemblyWorker } from '../../support/assembly-worker.ts';
import { session } from '../../support/screen.tsx';

const common = { topic: '', explanation: '解析文字', basis: '《示例文件》第一条', difficulty: 'medium' } as const;

/** One question of each type, in two sections. */
export const questions = {
  single: {
    ...common,
    id: 'q1',
    section: '党章',
    type: 'single',
    stem: '单选题干',
    options: ['甲', '乙', '丙', '丁'],
    answer: [2],
    shuffle: true,
  },
  multiple: {
    ...common,
    id: 'q2',
    section: '党章',
    type: 'multiple',
    stem: '多选题干',
    options: ['甲', '乙', '丙'],
    answer: [0, 2],
    shuffle: true,
  },
  judge: { ...common, id: 'q3', section: '党规', type: 'judge', stem: '判断题干', answer: false },
  blank: { ...common, id: 'q4', section: '党规', type: 'blank', stem: '填空____、____', answer: [['政治纪律'], ['组织纪律']] },
  short: { ...common, id: 'q5', section: '党规', type: 'short', stem: '简答题干', answer: '要点一\n要点二' },
} satisfies Record<string, Question>;

/** A case of four of them, worth 10: 2, 4, 2 and 2. */
export const caseQuestion: CaseQuestion = {
  ...common,
  id: 'q6',
  section: '党规',
  type: 'case',
  stem: '某支部的**材料**',
  parts: [
    { ...questions.single, id: 'q6/1', section: '党规' },
    { ...questions.multiple, id: 'q6/2', section: '党规' },
    { ...questions.judge, id: 'q6/3' },
    { ...questions.short, id: 'q6/4' },
  ],
  weights: [1, 2, 1, 1],
};

/** The first part shows 丙 first, as the single choice of the other paper does. */
export const casePaper = (): Paper => ({
  ...paper,
  items: [
    item(questions.judge, [], 2),
    { question: caseQuestion, optionOrder: [], partOrders: [[2, 0, 1, 3], [2, 1, 0], [], []], score: 10 },
    item(questions.single, [0, 1, 2, 3], 2),
  ],
});

const item = (question: Question, optionOrder: readonly number[], score: number): PaperItem => ({ question, optionOrder, score });

/** The single choice shows 丙 first: its letter A is the option of index 2. */
export const paper: Paper = {
  id: 'paper',
  title: '小测',
  blueprintId: 'small',
  seed: 7,
  minutes: 20,
  items: [
    item(questions.single, [2, 0, 1, 3], 2),
    item(questions.multiple, [2, 1, 0], 4),
    item(questions.judge, [], 2),
    item(questions.blank, [], 2),
    item(questions.short, [], 10),
  ],
};

export function attempt(change: Partial<Attempt> = {}): Attempt {
  const open = {
    personId: session.person.id,
    kind: 'mock',
    paper,
    startedAt: 1_000,
    passLine: 80,
    state: 'open',
    handedInAt: null,
    endedBy: null,
    result: null,
  } as const;
  return { id: crypto.randomUUID(), budgetMs: 20 * 60_000, ...open, ...change };
}

export const blueprint: Blueprint = {
  id: 'small',
  title: '小测',
  minutes: 20,
  parts: [
    { type: 'single', count: 1, scoreEach: 2 },
    { type: 'judge', count: 1, scoreEach: 3 },
  ],
  sections: [],
};

export async function startSitting(change: Partial<Attempt> = {}): Promise<Attempt> {
  const started = attempt(change);
  await startAttempt(started);
  return started;
}

/** Installs a policy with this one blueprint, and a bank. */
export async function installContent(wanted: Blueprint, bank: readonly Question[]): Promise<void> {
  const policy: Policy = {
    passLine: 80,
    mistakeRule: { rightInARow: 2 },
    planThresholds: { dueSoonDays: 7 },
    calendar: [],
    blueprints: [wanted],
  };
  await install('policy', { policy }, null);
  const sections = Map.groupBy(bank, (question) => question.section);
  for (const [section, ofSection] of sections) await install('bank', { questions: ofSection }, indexOf(section, ofSection));
}

/** Sixteen hex digits, as a package has them. */
export const revisionOf = (id: string): string => id.replace('q', '').padStart(16, 'a');

function indexOf(section: string, bank: readonly Question[]): BlockIndex {
  return {
    section,
    ids: bank.map((question) => question.id),
    types: bank.map((question) => question.type),
    topics: bank.map(() => ''),
    difficulties: bank.map(() => 'medium'),
    revisions: bank.map((question) => revisionOf(question.id)),
  };
}

async function install(kind: 'policy' | 'bank', content: unknown, index: BlockIndex | null): Promise<void> {
  const name = index ? `bank-${index.ids[0]}` : kind;
  const bytes = new Uint8Array(gzipSync(JSON.stringify(content)));
  const block = { target: `${name}/1.json.gz`, sha256: crypto.randomUUID(), length: bytes.length, items: 1, section: index?.section ?? '' };
  const version: InstalledPackage = { name, kind, version: 1, title: name, issued: '', publisher: '', installedAt: '', blocks: [block] };
  await installVersions([{ version, fresh: new Map([[0, { bytes, index: index && packIndex(index) }]]) }]);
}

/** The screen at the address, as the shell would show it. */
export function showExam(...place: readonly string[]) {
  installAssemblyWorker();
  window.location.hash = `#/${['exam', ...place].join('/')}`;
  return render(
    <SessionContext value={session}>
      <Routed />
    </SessionContext>,
  );
}

function Routed() {
  return <ExamScreen route={useRoute().slice(1)} />;
}

export const answerRow = (attemptId: string, questionId: string, answer: Answer): AttemptAnswer => ({
  id: `${attemptId}:${questionId}`,
  attemptId,
  questionId,
  answer,
  flagged: false,
  at: 1,
});

/** Answers of a mock test that are on the disk, with the time used. */
export const saveAnswers = (attemptId: string, answers: readonly AttemptAnswer[], elapsedMs: number, at: number) =>
  saveSitting(attemptId, { answers, noted: [] }, elapsedMs, at);
