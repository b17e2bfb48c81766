import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { keyPointsOf, type KeyPoint } from '@shared/exam/marking.ts';
import { partItems, answerOfPart } from '@shared/exam/case.ts';
import { sittingsOf } from '@shared/exam/statistics/sittings.ts';
import type { SatItem } from '@shared/exam/statistics/sittings.ts';
import type { Answer, Question } from '@shared/model/question.ts';
import { database } from '../../database.ts';
import { readMaterial } from './material.ts';

/** One short answer of an exam, or of a case, with everything that was written to it. */
export interface MarkingSheet {
  readonly questionId: string;
  readonly stem: string;
  /** Of a part of a case its text; '' elsewhere. */
  readonly material: string;
  readonly points: readonly KeyPoint[];
  readonly full: number;
  /** In an order that says nothing about the people. Who left it empty is not among them. */
  readonly answers: readonly AnonymousAnswer[];
}

export interface AnonymousAnswer {
  readonly personId: string;
  readonly text: string;
}

/** The short answers of an exam that have to be marked, in the order of the paper. */
export async function readMarkingSheets(examId: string): Promise<readonly MarkingSheet[]> {
  const exam = await database.exams.get(examId);
  if (!exam) return [];
  const sheets = new Map<string, { readonly task: Task; readonly answers: AnonymousAnswer[] }>();
  for (const { person, items } of sittingsOf(await readMaterial(exam))) {
    for (const { task, text } of items.flatMap(tasksOf)) {
      const sheet = sheets.get(task.questionId) ?? { task, answers: [] };
      sheets.set(task.questionId, sheet);
      if (text !== '') sheet.answers.push({ personId: person.id, text });
    }
  }
  return [...sheets.values()].map(({ task, answers }) => ({ ...task, answers: mix(answers, task.questionId) }));
}

type Task = Omit<MarkingSheet, 'answers'>;

/** The short questions of an item with what was written: itself, or parts of a case. */
function tasksOf({ item, answer }: SatItem): { readonly task: Task; readonly text: string }[] {
  if (item.question.type !== 'case') return taskOf(item.question, { score: item.score, material: '', answer });
  const material = item.question.stem;
  return partItems(item).flatMap(({ question, score }, place) =>
    taskOf(question, { score, material, answer: answerOfPart(answer, place) }),
  );
}

function taskOf(
  question: Question,
  { score, material, answer }: { readonly score: number; readonly material: string; readonly answer: Answer | null },
): { readonly task: Task; readonly text: string }[] {
  if (question.type !== 'short') return [];
  const task = { questionId: question.id, stem: question.stem, material, points: keyPointsOf(question.answer, score), full: score };
  return [{ task, text: answer?.kind === 'text' ? answer.text.trim() : '' }];
}

/** Mixed the same way at every reading, and in another way for every question. */
function mix(answers: readonly AnonymousAnswer[], questionId: string): AnonymousAnswer[] {
  const keyed = answers.map((answer) => ({ answer, key: bytesToHex(sha256(utf8ToBytes(`${questionId}\n${answer.personId}`))) }));
  return keyed.toSorted((one, other) => (one.key < other.key ? -1 : 1)).map(({ answer }) => answer);
}
