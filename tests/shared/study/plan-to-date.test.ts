import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysToExam, mixSections, planKinds, queueOfDay, type PlanQuestion } from '@shared/study/plan-to-date.ts';

const questions = (name: string, count: number, seconds: number): PlanQuestion[] =>
  Array.from({ length: count }, (_, place) => ({ id: `${name}${place}`, seconds }));

describe('the queue of a day', () => {
  test('takes what is due, then what is known badly, then what is new, until the time is full', () => {
    const queue = queueOfDay({
      secondsPerDay: 300,
      spentSeconds: 0,
      due: questions('d', 4, 30),
      weak: questions('w', 2, 30),
      unseen: questions('u', 9, 30),
    });
    expect(queue).toEqual({ ids: ['d0', 'd1', 'd2', 'd3', 'w0', 'w1', 'u0', 'u1'], counts: { due: 4, weak: 2, unseen: 2 }, seconds: 300 });
  });

  test('what was studied today counts; a full day asks nothing more', () => {
    const due = questions('d', 4, 30);
    expect(queueOfDay({ secondsPerDay: 300, spentSeconds: 260, due, weak: [], unseen: [] }).ids).toEqual(['d0']);
    expect(queueOfDay({ secondsPerDay: 300, spentSeconds: 999, due, weak: [], unseen: [] })).toEqual({
      ids: [],
      counts: { due: 0, weak: 0, unseen: 0 },
      seconds: 0,
    });
  });

  test('an answer longer than a day does not block the days', () => {
    expect(queueOfDay({ secondsPerDay: 60, spentSeconds: 0, due: questions('d', 2, 180), weak: [], unseen: [] }).ids).toEqual(['d0']);
  });
});

const seconds = fc.integer({ min: 5, max: 400 });
const some = (name: string) =>
  fc.array(seconds, { maxLength: 40 }).map((all) => all.map((one, place) => ({ id: `${name}${place}`, seconds: one })));
const wanted = fc.record({
  due: some('d'),
  weak: some('w'),
  unseen: some('u'),
  secondsPerDay: fc.integer({ min: 60, max: 3600 }),
  spentSeconds: fc.integer({ min: 0, max: 4000 }),
});

describe('laws of the queue', () => {
  test('never longer than the day, however much has piled up, and always the first of the order', () => {
    fc.assert(
      fc.property(wanted, (input) => {
        const queue = queueOfDay(input);
        expect(queue.seconds).toBeLessThanOrEqual(Math.max(0, input.secondsPerDay - input.spentSeconds));
        const order = planKinds.flatMap((kind) => input[kind].map(({ id }) => id));
        expect(queue.ids).toEqual(order.slice(0, queue.ids.length));
        expect(planKinds.reduce((sum, kind) => sum + queue.counts[kind], 0)).toBe(queue.ids.length);
      }),
    );
  });

  test('on a fresh day something is asked as long as there is anything to ask', () => {
    fc.assert(
      fc.property(wanted, (input) => {
        const queue = queueOfDay({ ...input, spentSeconds: 0 });
        expect(queue.ids.length > 0).toBe(input.due.length + input.weak.length + input.unseen.length > 0);
      }),
    );
  });
});

const load = (count: number, each = 30) => ({ count, seconds: each });

describe('the days to the exam', () => {
  test('reviews of what was new come back before more is taken', () => {
    const days = daysToExam({
      today: '2026-09-20',
      examDate: '2026-09-24',
      secondsPerDay: 300,
      spentSeconds: 60,
      due: load(3),
      weak: load(2),
      unseen: load(100),
      later: [1, 0, 0],
      right: 1,
    });
    expect(days).toEqual([
      { due: 3, weak: 2, unseen: 1, seconds: 210 },
      { due: 1, weak: 0, unseen: 4, seconds: 270 },
      { due: 3, weak: 0, unseen: 3, seconds: 270 },
      { due: 4, weak: 0, unseen: 3, seconds: 300 },
    ]);
  });

  test('a small bank is covered long before a distant exam, its returns included', () => {
    const rest = { spentSeconds: 0, due: load(0), weak: load(0), later: [], right: 1 };
    const plan = daysToExam({ ...rest, secondsPerDay: 900, unseen: load(400), today: '2026-11-23', examDate: '2027-03-25' });
    expect(plan.findLastIndex(({ unseen }) => unseen > 0)).toBeLessThan(80);
    expect(plan.reduce((sum, { unseen }) => sum + unseen, 0)).toBe(400);
    // four hundred come back after 2, 13 and 59 days, as far as that is before the exam
    expect(plan.reduce((sum, { due }) => sum + due, 0)).toBeGreaterThan(1000);
  });

  test('who answers less right has to ask again more often and comes less far', () => {
    const rest = { secondsPerDay: 600, spentSeconds: 0, due: load(9), weak: load(9), unseen: load(900), later: [] };
    const covered = [1, 0.8, 0.5].map((right) =>
      daysToExam({ ...rest, right, today: '2026-07-01', examDate: '2026-09-01' }).reduce((sum, { unseen }) => sum + unseen, 0),
    );
    expect(covered[1]! < 0.8 * covered[0]! && covered[2]! < 0.5 * covered[1]!).toBe(true);
  });

  test('nothing on the day of the exam, nor behind it', () => {
    const rest = { secondsPerDay: 600, spentSeconds: 0, due: load(9), weak: load(9), unseen: load(9), later: [], right: 1 };
    expect(daysToExam({ ...rest, today: '2026-09-24', examDate: '2026-09-24' })).toEqual([]);
    expect(daysToExam({ ...rest, today: '2026-09-30', examDate: '2026-09-24' })).toEqual([]);
  });
});

const ahead = fc.record({
  days: fc.integer({ min: 0, max: 120 }),
  secondsPerDay: fc.integer({ min: 60, max: 7200 }),
  spentSeconds: fc.integer({ min: 0, max: 4000 }),
  due: fc.record({ count: fc.nat(400), seconds }),
  weak: fc.record({ count: fc.nat(200), seconds }),
  unseen: fc.record({ count: fc.nat(5000), seconds }),
  later: fc.array(fc.nat(30), { maxLength: 120 }),
  right: fc.double({ min: 0.2, max: 1, noNaN: true }),
});

const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
const today = '2026-06-01';

describe('laws of the days', () => {
  test('as many days as there are before the exam, none fuller than a day, nothing taken twice', () => {
    fc.assert(
      fc.property(ahead, ({ days, ...input }) => {
        const plan = daysToExam({ ...input, today, examDate: addDays(today, days) });
        expect(plan).toHaveLength(days);
        for (const day of plan) expect(day.seconds).toBeLessThanOrEqual(input.secondsPerDay + 1e-6);
        for (const kind of ['weak', 'unseen'] as const) {
          const taken = plan.reduce((sum, day) => sum + day[kind], 0);
          expect(taken).toBeLessThanOrEqual(input[kind].count);
        }
      }),
    );
  });

  test('what comes later in the order is taken only when what comes before is done', () => {
    fc.assert(
      fc.property(ahead, ({ days, ...input }) => {
        const plan = daysToExam({ ...input, today, examDate: addDays(today, days) });
        let weak = input.weak.count;
        for (const day of plan) {
          weak -= day.weak;
          if (day.unseen > 0) expect(weak).toBe(0);
        }
      }),
    );
  });

  test('where there is time for everything, everything is covered', () => {
    fc.assert(
      fc.property(ahead, ({ days, ...input }) => {
        // every question on one day, with all of its returns, the longest answer twice
        const asked = [input.due.count, input.weak.count, input.unseen.count, ...input.later].reduce((sum, one) => sum + one, 0);
        const secondsPerDay = 60 + asked * 5 * 2 * 400;
        const plan = daysToExam({ ...input, right: 1, spentSeconds: 0, secondsPerDay, today, examDate: addDays(today, days) });
        const taken = (kind: 'weak' | 'unseen') => plan.reduce((sum, day) => sum + day[kind], 0);
        expect([taken('weak'), taken('unseen')]).toEqual(days === 0 ? [0, 0] : [input.weak.count, input.unseen.count]);
      }),
    );
  });

  test('missed days pile nothing up: the plan made after them is as short as ever and ends before the exam', () => {
    fc.assert(
      fc.property(ahead, fc.nat(120), ({ days, ...input }, missed) => {
        const examDate = addDays(today, days);
        // what was due on the missed days is due now
        const due = input.later.slice(0, missed).reduce((sum, one) => sum + one, input.due.count);
        const later = input.later.slice(missed);
        const plan = daysToExam({
          ...input,
          due: { ...input.due, count: due },
          later,
          spentSeconds: 0,
          today: addDays(today, missed),
          examDate,
        });
        expect(plan).toHaveLength(Math.max(0, days - missed));
        for (const day of plan) expect(day.seconds).toBeLessThanOrEqual(input.secondsPerDay + 1e-6);
      }),
    );
  });
});

describe('mixing the sections', () => {
  const named = (name: string, count: number, weight: number) => ({ ids: questions(name, count, 0).map(({ id }) => id), weight });

  test('by their shares, each in its own order', () => {
    expect(mixSections([named('a', 9, 2), named('b', 9, 1)], 6)).toEqual(['a0', 'b0', 'a1', 'a2', 'b1', 'a3']);
    expect(mixSections([named('a', 2, 2), named('b', 9, 1), named('c', 9, 0)], 9)).toEqual([
      'a0',
      'b0',
      'a1',
      'b1',
      'b2',
      'b3',
      'b4',
      'b5',
      'b6',
    ]);
  });

  test('law: every question at most once, in the order of its section, and as many as asked or as there are', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 50 })), { maxLength: 8 }), fc.nat(100), (shape, count) => {
        const sections = shape.map(([size, weight], place) => named(`s${place}-`, size, weight));
        const mixed = mixSections(sections, count);
        expect(mixed).toHaveLength(
          Math.min(
            count,
            shape.reduce((sum, [size]) => sum + size, 0),
          ),
        );
        for (const { ids } of sections) {
          const own = mixed.filter((id) => ids.includes(id));
          expect(own).toEqual(ids.slice(0, own.length));
        }
      }),
    );
  });

  test('law: as long as no section runs dry, each has its share within one question for each other section', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 8 }), fc.nat(60), (weights, count) => {
        const sections = weights.map((weight, place) => named(`s${place}-`, 100, weight));
        const mixed = mixSections(sections, count);
        const sum = weights.reduce((all, weight) => all + weight, 0);
        for (const { ids, weight } of sections) {
          const own = mixed.filter((id) => ids.includes(id)).length;
          expect(Math.abs(own - (count * weight) / sum)).toBeLessThanOrEqual(Math.max(1, weights.length / 2));
        }
      }),
    );
  });
});
