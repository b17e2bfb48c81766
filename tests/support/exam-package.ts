import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { Page } from '@playwright/test';
import { keyOf, withoutKey } from '@shared/exam/quarterly/answer-key.ts';
import type { Paper, PaperItem, Release } from '@shared/model/exam.ts';
import type { PublishedExam, SealedPapers } from '@shared/model/examining.ts';
import { sanxun } from './cli.ts';
import { beginSitting, enterExam } from './exam-screens.ts';
import { addFolderSource, installFound } from './packages.ts';
import type { Running } from './launch.ts';

export const startCode = 'ABCD-EFGH-JKMN';
export const examTitle = '示例季度考试';

/** An exam in a repository of its own, as a bureau would have published it. */
export interface ExamPackage {
  readonly repository: string;
  readonly keys: string;
  readonly exam: PublishedExam;
  readonly paper: Paper;
  /** The bureau's secret key that opens answers (`AGE-SECRET-KEY-1…`). */
  readonly identity: string;
}

interface ExamWish {
  readonly questions: number;
  readonly minutes: number;
  readonly release: Release;
}

/** Publishes an exam, open for a day, into folders below this one. */
export async function publishExam(folder: string, { questions, minutes, release }: ExamWish): Promise<ExamPackage> {
  const paper = paperOf(questions, minutes);
  const identity = await generateX25519Identity();
  const now = Date.now();
  const exam: PublishedExam = {
    id: 'exam-e2e',
    title: examTitle,
    quarter: '2026-Q3',
    opensAt: now - 3_600_000,
    closesAt: now + 86_400_000,
    minutes,
    passLine: 80,
    release,
    candidates: [],
    makeUpOf: null,
    questions,
    full: paper.items.reduce((sum, { score }) => sum + score, 0),
    blueprint: null,
    recipient: await identityToRecipient(identity),
    sealed: await sealed({ examId: 'exam-e2e', papers: [{ variant: '', paper: release === 'key' ? withoutKey(paper) : paper }] }),
    key: null,
  };
  mkdirSync(folder, { recursive: true });
  const published = { repository: path.join(folder, 'exam-repository'), keys: path.join(folder, 'exam-keys'), exam, paper, identity };
  publishVersion(published, exam);
  return published;
}

/** Publishes the next version, with the answers. */
export function publishAnswers(published: ExamPackage): void {
  publishVersion(published, { ...published.exam, key: keyOf([published.paper]) });
}

/** Installs the exam at a branch by its folder. */
export async function installExam({ app, page }: Running, { repository }: ExamPackage): Promise<void> {
  await addFolderSource(app, page, repository);
  await installFound(page);
}

/** From anywhere to the first question of the exam. */
export async function beginExam(page: Page): Promise<void> {
  await enterExam(page, examTitle);
  await beginSitting(page, startCode);
}

function publishVersion({ repository, keys }: Pick<ExamPackage, 'repository' | 'keys'>, exam: PublishedExam): void {
  const file = path.join(path.dirname(repository), 'exam.json');
  writeFileSync(file, JSON.stringify(exam));
  const done = sanxun('publish', '--repo', repository, '--keys', keys, '--kind', 'exam', '--name', 'exam-e2e', '--file', file, '--json');
  assert.equal(done.status, 0, done.messages);
}

async function sealed(papers: SealedPapers): Promise<string> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(startCode);
  encrypter.setScryptWorkFactor(14);
  return Buffer.from(await encrypter.encrypt(JSON.stringify(papers))).toString('base64');
}

/** Single choices and judgements in turn, two points each: one key answers any of them. */
const paperOf = (questions: number, minutes: number): Paper => ({
  id: 'paper-e2e',
  title: examTitle,
  blueprintId: 'example',
  seed: 7,
  minutes,
  items: Array.from({ length: questions }, (_, place) => itemOf(place)),
});

function itemOf(place: number): PaperItem {
  const base = {
    id: `example-${place}`,
    section: '示例板块',
    topic: '',
    stem: `示例题干 ${place + 1}`,
    explanation: '示例解析',
    basis: '示例依据',
  };
  const common = { ...base, difficulty: 'medium' } as const;
  if (place % 2 === 1) return { question: { ...common, type: 'judge', answer: place % 3 === 0 }, optionOrder: [], score: 2 };
  const options = ['示例甲', '示例乙', '示例丙', '示例丁'];
  return { question: { ...common, type: 'single', options, answer: [place % 4], shuffle: true }, optionOrder: [2, 0, 3, 1], score: 2 };
}
