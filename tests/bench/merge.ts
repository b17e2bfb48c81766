import { figuresOf } from '@shared/exam/statistics/statistics.ts';
import type { ExamMaterial } from '@shared/exam/statistics/material.ts';
import type { ExamRecord } from '@shared/model/examining.ts';
import { answerTo, candidate, examOf, materialOf, recordOf, storedPaper } from '../support/exam-material.ts';
import { choice, item, judge } from '../shared/exam/questions.ts';
import { figure, median, type Figure } from './figure.ts';

const people = 500;
const questions = 100;
const rounds = 9;

/** All statistics of an exam from its raw records, against reading the same records from JSON alone. */
export function mergeFigures(): Figure[] {
  const material = exam();
  const text = JSON.stringify(material.records);
  const times: number[] = [];
  const peers: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    peers.push(timeOf(() => (JSON.parse(text) as ExamRecord[]).length));
    times.push(timeOf(() => figuresOf(material).results.length));
  }
  return [
    figure({
      group: 'merge',
      name: 'merge',
      value: median(times),
      unit: 'ms',
      peer: 'JSON.parse of the same records',
      peerValue: median(peers),
      goal: 1.5,
      note: `${people} people, ${questions} questions, ${Math.round(text.length / 1_000_000)} MB of records; in the program it runs in a worker`,
    }),
  ];
}

function exam(): ExamMaterial {
  const asked = Array.from({ length: questions }, (_, n) =>
    n % 3 === 0 ? judge(`q${n}`, true) : choice(`q${n}`, n % 3 === 1 ? [0] : [1, 2], { section: `板块${n % 7}`, topic: `知识点${n % 20}` }),
  );
  const candidates = Array.from({ length: people }, (_, n) => candidate(n));
  const records = candidates.map((person, n) =>
    recordOf(
      person,
      asked.map((question, at) => [question.id, answerTo(question, (n * 31 + at * 17) % 100 < 70)] as const),
    ),
  );
  return materialOf({ exam: examOf(candidates), papers: [storedPaper(asked.map((question) => item(question, 1)))], records });
}

function timeOf(step: () => number): number {
  const started = performance.now();
  if (step() !== people) throw new Error('somebody is missing');
  return performance.now() - started;
}
