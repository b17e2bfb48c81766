import { describe, expect, test } from 'vitest';
import { checkExam, mayBeSealed } from '@shared/exam/bureau/exam-checks.ts';
import { stateOf } from '@shared/exam/bureau/exam-state.ts';
import { papersToSeal, publishedExam } from '@shared/exam/bureau/published-exam.ts';
import { packageNameFor, quarterOf, quartersAround } from '@shared/exam/bureau/quarters.ts';
import { withoutKey } from '@shared/exam/quarterly/answer-key.ts';
import type { Exam, SealedExam, StoredPaper } from '@shared/model/examining.ts';
import { publishedExamSchema } from '@shared/model/schemas/content.ts';
import { packageName } from '@shared/model/schemas/content.ts';
import { bureauExam, candidate, closes, examPaper, examQuestion, opens, storedPaper } from '../../../support/bureau-exams.ts';
import { short } from '../questions.ts';

const sealed: SealedExam = { startCode: 'ABCD-EFGH-JKMN', file: 'c2VhbGVk', recipient: `age1${'q'.repeat(58)}`, at: 1 };
const publication = { package: 'exam-2026-q4', version: 1, at: 2, withKey: false };

test('an exam goes from draft to published answers, and runs only where branches have it', () => {
  const draft = bureauExam();
  const closed = { ...draft, sealed };
  const out = { ...closed, publications: [publication] };
  const released = { ...out, publications: [publication, { ...publication, version: 2, withKey: true }] };
  expect(stateOf(draft, opens)).toBe('draft');
  expect([opens - 1, opens, closes].map((now) => stateOf(closed, now))).toEqual(['sealed', 'sealed', 'sealed']);
  expect([opens - 1, opens, closes].map((now) => stateOf(out, now))).toEqual(['published', 'running', 'ended']);
  expect(stateOf(released, opens)).toBe('released');
});

test('quarters follow the calendar, and packages are named by them', () => {
  expect(['2026-01-01', '2026-03-31', '2026-04-01', '2026-12-31'].map(quarterOf)).toEqual(['2026-Q1', '2026-Q1', '2026-Q2', '2026-Q4']);
  expect(quartersAround('2026-Q4')).toEqual(['2026-Q2', '2026-Q3', '2026-Q4', '2027-Q1', '2027-Q2']);
  expect(packageNameFor('2026-Q4', [])).toBe('exam-2026-q4');
  expect(packageNameFor('2026-Q4', ['exam-2026-q4', 'exam-2026-q4-2'])).toBe('exam-2026-q4-3');
  expect(packageName.safeParse('exam-2026-q4-3').success).toBe(true);
});

describe('before sealing', () => {
  const kindsOf = (changes: Partial<Exam>, papers: readonly StoredPaper[] = [storedPaper()], others: readonly Exam[] = [], now = 0) =>
    checkExam({ exam: bureauExam(changes), papers, others, now }).map(({ kind }) => kind);

  test('a sound exam has no problem', () => {
    expect(kindsOf({})).toEqual([]);
    expect(mayBeSealed([])).toBe(true);
  });

  test.each<[string, Partial<Exam>, number]>([
    ['titleMissing', { title: ' ' }, 0],
    ['closesBeforeOpening', { closesAt: opens }, 0],
    ['alreadyClosed', {}, closes],
    ['minutesWrong', { minutes: 0.5 }, 0],
    ['passLineWrong', { passLine: 101 }, 0],
    ['noCandidates', { candidates: [] }, 0],
    ['withoutUnit', { candidates: [candidate(1, { unitName: '' })] }, 0],
    ['listedTwice', { candidates: [candidate(1), candidate(1)] }, 0],
  ])('%s stops it', (kind, changes, now) => {
    const problems = checkExam({ exam: bureauExam(changes), papers: [storedPaper()], others: [], now });
    expect(problems.filter(({ severity }) => severity === 'error').map((problem) => problem.kind)).toEqual([kind]);
    expect(mayBeSealed(problems)).toBe(false);
  });

  test('the papers have to be there, final and comparable', () => {
    const b = storedPaper({ id: 'paper-2', variant: 'B', paper: examPaper('paper-2', [1, 2, 3].map(examQuestion)) });
    const a = storedPaper({ variant: 'A' });
    const both = { paperIds: ['paper-1', 'paper-2'] };
    expect(kindsOf({ paperIds: [] }, [])).toEqual(['noPaper']);
    expect(kindsOf({}, [])).toEqual(['paperMissing']);
    expect(kindsOf({}, [storedPaper({ state: 'draft' })])).toEqual(['paperNotFinal']);
    expect(kindsOf({}, [storedPaper({ paper: examPaper('paper-1', []) })])).toEqual(['paperEmpty']);
    expect(kindsOf(both, [a, b])).toEqual(['scoresDiffer']);
    expect(kindsOf(both, [a, storedPaper({ id: 'paper-2', variant: 'A' })])).toEqual(['sameVariant']);
    expect(kindsOf(both, [a, storedPaper({ id: 'paper-2', variant: 'B' })])).toEqual([]);
  });

  test('a paper that was sealed for another exam is known to people', () => {
    const seal = { startCode: 'ABCD-EFGH-JKMN', file: 'c2VhbGVk', recipient: 'age1example', at: 1 };
    const before = bureauExam({ id: 'exam-0', title: '示例上次考试', archived: true, sealed: seal });
    const otherPaper = { ...before, paperIds: ['paper-0'] };
    const problems = (others: readonly Exam[]) =>
      checkExam({ exam: bureauExam({ makeUpOf: 'exam-0' }), papers: [storedPaper()], others, now: 0 });
    expect(problems([before])).toEqual([{ kind: 'paperUsed', severity: 'warning', names: ['示例上次考试'] }]);
    expect(problems([otherPaper, { ...before, sealed: null }])).toEqual([]);
  });

  test('some things are only worth a look', () => {
    const marked = storedPaper({ paper: { ...examPaper('paper-1', [short('s')]), minutes: 90 } });
    const alike = [candidate(1), candidate(2, { name: '示例人员1', staffNumber: 'S1' })];
    const problems = checkExam({
      exam: bureauExam({ candidates: alike, closesAt: opens + 1_800_000 }),
      papers: [marked],
      others: [bureauExam({ id: 'exam-2', title: '同季度考试' })],
      now: opens,
    });
    expect(problems).toEqual([
      { kind: 'alreadyOpen', severity: 'warning', names: [] },
      { kind: 'windowShort', severity: 'warning', names: [] },
      { kind: 'quarterTaken', severity: 'warning', names: ['同季度考试'] },
      { kind: 'paperMinutes', severity: 'warning', names: ['示例试卷'] },
      { kind: 'markedByHand', severity: 'warning', names: ['示例试卷'] },
      { kind: 'sameName', severity: 'warning', names: ['示例人员1'] },
    ]);
    expect(mayBeSealed(problems)).toBe(true);
  });

  test('a make-up exam may share the quarter of its exam', () => {
    expect(kindsOf({ makeUpOf: 'exam-2' }, [storedPaper()], [bureauExam({ id: 'exam-2' })])).toEqual([]);
  });
});

describe('what goes out', () => {
  test('the sealed papers hold answers only where branches show them by themselves', () => {
    const stored = storedPaper();
    expect(papersToSeal({ id: 'exam-1', release: 'score' }, [stored]).papers[0]?.paper).toEqual(stored.paper);
    expect(papersToSeal({ id: 'exam-1', release: 'key' }, [stored])).toEqual({
      examId: 'exam-1',
      papers: [{ variant: '', paper: withoutKey(stored.paper) }],
    });
  });

  test('the package names nobody and holds neither code nor questions, until the answers are published', () => {
    const exam = { ...bureauExam(), sealed };
    const published = publishedExam(exam, [storedPaper()], false);
    expect(publishedExamSchema.parse(published)).toEqual(published);
    expect(published).toMatchObject({ questions: 4, full: 10, candidates: ['person-1', 'person-2'], key: null });
    const text = JSON.stringify(published);
    for (const secret of ['ABCD', '示例人员', '独有题干', '示例选项']) expect(text).not.toContain(secret);
    expect(publishedExam(exam, [storedPaper()], true)).toEqual({ ...published, key: [1, 2, 3, 4].map(examQuestion) });
  });

  test('it does not tell by its blueprint what the exam asks', () => {
    const exam = { ...bureauExam(), sealed };
    const paper = storedPaper();
    const telling = { ...paper, blueprint: { ...paper.blueprint, must: ['Q-1'], mustNot: ['Q-2'] } };
    expect(publishedExam(exam, [telling], false)).toEqual(publishedExam(exam, [paper], false));
  });
});
