import type { ExamMaterial } from '@shared/exam/statistics/material.ts';
import type { ExamRecord, Marking, PaperScores, StoredPaper } from '@shared/model/examining.ts';
import type { Answer, Question } from '@shared/model/question.ts';
import { candidate, examOf, materialOf, recordOf, storedPaper } from '../../../support/exam-material.ts';
import { blank, choice, item, judge, short } from '../questions.ts';

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

const about = (section: string, topic: string) => ({ section, topic });
const single = (n: number): Question => choice(`single-${n}`, [n % 4], about(n % 2 === 0 ? '党史' : '党章', `知识点${n % 3}`));

/** A and B have half of their questions in common, in another order. */
const common: readonly Question[] = [
  choice('multiple-0', [0, 2], about('党规', '纪律')),
  judge('judge-0', true),
  { ...blank('blank-0', [['甲'], ['乙', '丙']]), section: '党规' },
  short('short-0'),
];
const items = (questions: readonly Question[]) => {
  const scores = { single: 6, judge: 8, multiple: 12, blank: 10, short: 20, case: 0 } as const;
  return questions.map((question) => ({
    ...item(question, scores[question.type]),
    ...(question.type === 'multiple' && { scoring: 'half' as const }),
  }));
};
const [s0, s1, s2, s3, s4, s5, s6, s7] = Array.from({ length: 8 }, (_, n) => single(n)) as [
  Question,
  Question,
  Question,
  Question,
  Question,
  Question,
  Question,
  Question,
];
const [multiple, truth, gaps, essay] = common as [Question, Question, Question, Question];
/** 5 × 6, 12, 2 × 8 + 12, 10 and 20 points. */
export const papers: readonly StoredPaper[] = [
  storedPaper(
    items([s0, s1, s2, s3, s4, multiple, choice('multiple-1', [1, 3], about('党史', '会议')), truth, judge('judge-1', false), gaps, essay]),
    { id: 'a', variant: 'A' },
  ),
  storedPaper(
    items([
      essay,
      gaps,
      truth,
      judge('judge-2', false),
      multiple,
      choice('multiple-2', [0, 1, 3], about('党史', '会议')),
      s7,
      s6,
      s5,
      s4,
      s3,
    ]),
    { id: 'b', variant: 'B' },
  ),
];

/** An answer that is right, partly right or wrong. */
function answerFor(question: Question, roll: number, able: number): Answer | null {
  if (roll > 0.97) return null;
  const right = roll < able;
  const half = roll < able + 0.15;
  if (question.type === 'judge') return { kind: 'judge', value: question.answer === right };
  if (question.type === 'blank') return { kind: 'blanks', texts: right ? ['甲', '丙'] : half ? ['', '乙'] : ['丁'] };
  if (question.type === 'short') return { kind: 'text', text: '答' };
  if (question.type !== 'single' && question.type !== 'multiple') return null;
  if (right) return { kind: 'options', chosen: question.answer };
  return { kind: 'options', chosen: question.type === 'multiple' && half ? question.answer.slice(0, 1) : [(question.answer[0]! + 1) % 4] };
}

/** What everybody of an exam did: those who came and did not, forks, records without an end, scores from paper, marks. */
export function materialFor(
  seed: number,
  { people, settled, examId = 'exam-1', makeUpOf = null }: { people: number; settled: boolean; examId?: string; makeUpOf?: string | null },
): ExamMaterial {
  const chance = chanceFrom(seed);
  const records: ExamRecord[] = [];
  const paperScores: PaperScores[] = [];
  const markings: Marking[] = [];
  for (let n = 0; n < people + 5; n += 1) sit(n);
  const listed = Array.from({ length: people }, (_, n) => candidate(n));
  return materialOf({ exam: examOf(listed, { id: examId, makeUpOf }), papers, records, paperScores, markings });

  function sit(n: number): void {
    const person = candidate(n);
    const able = 0.35 + 0.6 * chance();
    const variant = chance() < 0.5 ? 'A' : 'B';
    const { items: asked } = papers.find((each) => each.variant === variant)!.paper;
    const sitting = (): [string, Answer][] =>
      asked.flatMap(({ question }) => {
        const answer = answerFor(question, chance(), able);
        return answer ? [[question.id, answer] as [string, Answer]] : [];
      });
    const roll = chance();
    const more = { examId, variant, listed: n < people };
    const record = recordOf(person, sitting(), more);
    const fork = { ...recordOf(person, sitting(), more), id: `${record.id}#fork` };
    if (roll < 0.08 && n < people) return;
    if (roll < 0.16 && n < people) keyIn(person.id, variant);
    if (roll < 0.12 && n < people) return;
    if (roll < 0.14) records.push(recordOf(person, sitting(), { ...more, finished: false }));
    else if (roll < 0.18)
      records.push({ ...fork, state: settled ? 'setAside' : 'conflict' }, settled ? record : { ...record, state: 'conflict' });
    else if (roll < 0.22) records.push(record, { ...fork, state: 'setAside' });
    else if (roll < 0.25) records.push(recordOf(person, sitting(), { ...more, finished: false }));
    else records.push(record);
    mark(person.id);
  }

  function keyIn(personId: string, variant: string): void {
    const parts = variant === 'A' ? [30, 24, 16, 10, 20] : [20, 10, 16, 24, 30];
    const keyed = parts.map((full) => (settled || chance() < 0.97 ? Math.round(2 * full * chance()) / 2 : null));
    paperScores.push({ id: `${examId}:${personId}`, examId, personId, variant, parts: keyed, absent: false, note: '', at: 1 });
  }

  function mark(personId: string): void {
    const first = Math.round(40 * chance()) / 2;
    const second = Math.min(20, Math.max(0, first + Math.round(24 * (chance() - 0.5)) / 2));
    const markers = settled || chance() < 0.9 ? (['first', 'second'] as const) : (['first'] as const);
    const differs = Math.abs(first - second) > 4;
    const scores = { first, second, settled: Math.round(10 * chance()) };
    const all = differs && (settled || chance() < 0.8) ? ([...markers, 'settled'] as const) : markers;
    for (const marker of all)
      markings.push({
        id: `${examId}:${personId}:short-0:${marker}`,
        examId,
        personId,
        questionId: 'short-0',
        marker,
        markerName: marker,
        points: [],
        score: scores[marker],
        at: 1,
      });
  }
}
