import { describe, expect, it } from 'vitest';
import type { PublishedExam } from '@shared/model/examining.ts';
import type { TopicMastery } from '@shared/study/blind-spots/mastery.ts';
import type { BlindSpots } from '../../../renderer/data/study/blind-spots.ts';
import type { OwnExam } from '../../../renderer/data/exam/quarterly.ts';
import { examMatters, studyMatters } from '../../../renderer/home/due-study/matters.ts';
import { hrefOfSet } from '../../../renderer/study-links.ts';

const now = new Date(2026, 8, 20, 9).getTime();
const hour = 3_600_000;
const calendar = [
  { quarter: '2026-Q3', examDate: '2026-09-25', note: '' },
  { quarter: '2026-Q4', examDate: '2026-12-25', note: '' },
];

const exam = (change: Partial<PublishedExam>): OwnExam => ({
  package: 'exam-1',
  attempt: null,
  exam: {
    id: 'e',
    title: '示例考试',
    quarter: '2026-Q3',
    opensAt: now + 5 * hour,
    closesAt: now + 7 * hour,
    minutes: 60,
    passLine: 80,
    release: 'all',
    candidates: ['me'],
    makeUpOf: null,
    questions: 50,
    full: 100,
    blueprint: null,
    recipient: '',
    sealed: '',
    key: null,
    ...change,
  },
});

const matters = (exams: readonly OwnExam[]) => examMatters({ exams, calendar, personId: 'me', now });

describe('exams on the first page', () => {
  it('are told ahead, and are a step while they are open', () => {
    expect(matters([exam({})])).toEqual([
      { kind: 'examAhead', title: '示例考试', at: now + 5 * hour, href: '#/exam/enter/exam-1', isStep: false },
    ]);
    expect(matters([exam({ opensAt: now - hour })])).toEqual([
      { kind: 'examOpen', title: '示例考试', at: now + 7 * hour, href: '#/exam/enter/exam-1', isStep: true },
    ]);
  });

  it('are no matter for who is not listed, has begun, or came too late; the calendar then names the next quarter', () => {
    const begun = { ...exam({}), attempt: {} as NonNullable<OwnExam['attempt']> };
    for (const one of [exam({ candidates: ['other'] }), begun, exam({ opensAt: 0, closesAt: now })]) {
      expect(matters([one])).toEqual([
        { kind: 'examDay', quarter: '2026-Q4', date: '2026-12-25', days: 96, href: '#/exam', isStep: false },
      ]);
    }
  });

  it('come from the calendar where none is published', () => {
    expect(matters([])).toMatchObject([{ kind: 'examDay', quarter: '2026-Q3', days: 5 }]);
    expect(examMatters({ exams: [], calendar: [], personId: 'me', now })).toEqual([]);
  });
});

const topic: TopicMastery = { section: '党章', topic: '总纲', estimate: 0.4, low: 0.3, high: 0.5, answers: 9, right: 3, total: 20 };
const spots = (change: Partial<TopicMastery>): BlindSpots => ({
  sections: [{ ...topic, topics: [{ ...topic, ...change }] }],
  passLine: 80,
  forecasts: [],
  answers: 9,
  repair: [],
});
const none = { ids: [], minutes: 0, plan: null };
const kinds = (...input: Parameters<typeof studyMatters>): string[] => studyMatters(...input).map(({ kind, href }) => `${kind} ${href}`);

describe('study on the first page', () => {
  it('begins with the queue: that of the plan, else what is due; mistakes only where there is none', () => {
    const due = { ids: ['a', 'b'], minutes: 2, plan: null };
    expect(kinds({ today: due, mistakes: 3, next: null }, null)).toEqual(['queue #/study/set/due']);
    expect(
      kinds({ today: { ...due, plan: { examDate: '2026-09-25', minutesPerDay: 15, daysLeft: 5 } }, mistakes: 3, next: null }, null),
    ).toEqual(['queue #/study/set/today']);
    expect(kinds({ today: none, mistakes: 3, next: null }, null)).toEqual(['mistakes #/study/set/mistakes']);
  });

  it('names the weakest topic only where enough is known, and it is not mastered', () => {
    expect(kinds({ today: none, mistakes: 0, next: null }, spots({}))).toEqual(['weakest #/study/set/repair']);
    expect(kinds({ today: none, mistakes: 0, next: null }, spots({ answers: 4 }))).toEqual([]);
    expect(kinds({ today: none, mistakes: 0, next: null }, spots({ estimate: 0.8 }))).toEqual([]);
  });

  it('leads to the next section where there is no other step, once this is known', () => {
    const next = { section: '党章', isBegun: false };
    const nothing = { today: none, mistakes: 0, next };
    expect(studyMatters(nothing, spots({ answers: 0 }))).toEqual([
      { kind: 'section', ...next, href: hrefOfSet('sequential', { section: '党章' }), isStep: true },
    ]);
    expect(kinds(nothing, null)).toEqual([]);
    expect(kinds(nothing, spots({}))).toEqual(['weakest #/study/set/repair']);
    expect(kinds({ ...nothing, mistakes: 3 }, spots({ answers: 0 }))).toEqual(['mistakes #/study/set/mistakes']);
  });
});
