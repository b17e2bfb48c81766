import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { appendEvent, answersOfRecord, checkRecord, factsOfRecord, paperHash, signedText } from '@shared/exam/quarterly/record.ts';
import type { ExamEvent, Happening } from '@shared/model/exam-record.ts';
import { attemptId, answered, disturbance, header, recordOf, wholeRecord } from './records.ts';

const happenings = fc.array(fc.oneof(answered, disturbance), { maxLength: 30 });

/** A hundred entries of all kinds. */
const hundred = wholeRecord(
  Array.from({ length: 98 }, (_, n): Happening => {
    if (n % 10 === 3) return { kind: 'left' };
    if (n % 10 === 4) return { kind: 'returned', awayMs: n * 7 };
    if (n % 25 === 9) return { kind: 'resumed', gapMs: n * 1_000, chargedMs: 0 };
    return { kind: 'answered', questionId: `q${n % 40}`, answer: { kind: 'options', chosen: [n % 4] } };
  }),
);

describe('a record', () => {
  test('is a chain of entries', () => {
    const [first, second] = recordOf([{ kind: 'begun', header }, { kind: 'left' }]);
    expect(first).toEqual({
      id: `${attemptId}:0`,
      attemptId,
      n: 0,
      previous: '',
      at: 1_000_000,
      elapsedMs: 0,
      happening: { kind: 'begun', header },
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(second).toMatchObject({ n: 1, previous: first?.hash, elapsedMs: 1_000 });
  });

  test('hashes the canonical JSON of an entry, as anybody can with another tool', () => {
    const [first, second] = recordOf([{ kind: 'begun', header }, { kind: 'left' }]);
    const text = `{"at":1001000,"attemptId":"exam-1:person-1","elapsedMs":1000,"happening":{"kind":"left"},"n":1,"previous":"${first?.hash}"}`;
    expect(second?.hash).toBe(createHash('sha256').update(text).digest('hex'));
    expect(first?.hash.slice(0, 8)).toBe('555333e2');
  });

  test('law: is whole as it was written, in 10,000 of them', () => {
    fc.assert(
      fc.property(happenings, (between) => {
        const events = wholeRecord(between);
        const json = JSON.parse(JSON.stringify(events)) as ExamEvent[];
        expect(checkRecord(json)).toEqual({ ok: true, head: events.at(-1)?.hash, complete: true });
      }),
      { numRuns: 10_000 },
    );
  });

  test('of which the end is missing is not complete, and another text is signed', () => {
    for (let length = 1; length < hundred.length; length += 1) {
      const cut = hundred.slice(0, length);
      expect(checkRecord(cut)).toEqual({ ok: true, head: cut.at(-1)?.hash, complete: false });
      expect(signedText(attemptId, cut)).not.toBe(signedText(attemptId, hundred));
    }
    expect(checkRecord([])).toEqual({ ok: false, n: 0 });
  });

  test('goes on from where it was, and its time never goes back', () => {
    const events = recordOf([{ kind: 'begun', header }, { kind: 'left' }]);
    const next = appendEvent(events.at(-1) ?? null, { attemptId, at: 5, elapsedMs: 10, happening: { kind: 'returned', awayMs: 9 } });
    expect(next).toMatchObject({ n: 2, at: 5, elapsedMs: 1_000, previous: events[1]?.hash });
    expect(checkRecord([...events, next])).toMatchObject({ ok: true });
  });
});

describe('every entry of a record of a hundred', () => {
  const numbers = hundred.map((_, n) => n);
  const change = (n: number, edit: (event: ExamEvent) => ExamEvent): ExamEvent[] =>
    hundred.map((event, place) => (place === n ? edit(event) : event));

  test.each<[string, (event: ExamEvent) => ExamEvent]>([
    ['happening', (event) => ({ ...event, happening: { kind: 'answered', questionId: 'q1', answer: { kind: 'judge', value: true } } })],
    ['wall clock', (event) => ({ ...event, at: event.at + 1 })],
    ['time used', (event) => ({ ...event, elapsedMs: event.elapsedMs + 1 })],
    ['number', (event) => ({ ...event, n: event.n + 1 })],
    ['id', (event) => ({ ...event, id: `${event.id}0` })],
    ['attempt', (event) => ({ ...event, attemptId: 'exam-1:person-2' })],
    ['hash', (event) => ({ ...event, hash: event.hash.replace(/^./, (digit) => (digit === '0' ? '1' : '0')) })],
    ['link', (event) => ({ ...event, previous: 'f'.repeat(64) })],
  ])('is named where its %s was changed', (_, edit) => {
    expect(numbers.map((n) => checkRecord(change(n, edit)))).toEqual(numbers.map((n) => ({ ok: false, n })));
  });

  test('is named where it was dropped, unless it was the last', () => {
    const dropped = numbers.slice(0, -1).map((n) => checkRecord(hundred.filter((_, place) => place !== n)));
    expect(dropped).toEqual(numbers.slice(0, -1).map((n) => ({ ok: false, n })));
  });

  test('is named where it was swapped with the next', () => {
    const swapped = numbers
      .slice(0, -1)
      .map((n) => checkRecord(hundred.toSpliced(n, 2, hundred[n + 1] as ExamEvent, hundred[n] as ExamEvent)));
    expect(swapped).toEqual(numbers.slice(0, -1).map((n) => ({ ok: false, n })));
  });

  test('that was made anew with its own hash breaks the chain behind it', () => {
    const forged = numbers.slice(1, -1).map((n) => {
      const { at, elapsedMs } = hundred[n] as ExamEvent;
      const happening = { kind: 'returned', awayMs: 1 } as const;
      return checkRecord(change(n, () => appendEvent(hundred[n - 1] as ExamEvent, { attemptId, at, elapsedMs, happening })));
    });
    expect(forged).toEqual(numbers.slice(1, -1).map((n) => ({ ok: false, n: n + 1 })));
  });

  test('law: is named where any one character of its JSON was changed into another that is still JSON', () => {
    fc.assert(
      fc.property(fc.nat({ max: 99 }), fc.nat(), fc.constantFrom(...'0123456789abcdefq'), (n, where, sign) => {
        const text = JSON.stringify(hundred[n]);
        const place = where % text.length;
        const edited = parsed(`${text.slice(0, place)}${sign}${text.slice(place + 1)}`);
        fc.pre(edited !== null && JSON.stringify(edited) !== text);
        expect(checkRecord(change(n, () => edited as ExamEvent))).toEqual({ ok: false, n });
      }),
      { numRuns: 2_000 },
    );
  });
});

test('nothing follows a hand-in, and a record begins once', () => {
  const after = [...hundred, appendEvent(hundred.at(-1) as ExamEvent, { attemptId, at: 1, elapsedMs: 1, happening: { kind: 'left' } })];
  expect(checkRecord(after)).toEqual({ ok: false, n: 100 });
  expect(checkRecord(recordOf([{ kind: 'left' }]))).toEqual({ ok: false, n: 0 });
  expect(
    checkRecord(
      recordOf([
        { kind: 'begun', header },
        { kind: 'begun', header },
      ]),
    ),
  ).toEqual({ ok: false, n: 1 });
  expect(checkRecord(recordOf([{ kind: 'begun', header: { ...header, attemptId: 'exam-1:person-2' } }]))).toEqual({ ok: false, n: 0 });
});

test('law: resume equals never having crashed: what lies between the answers does not change them', () => {
  const disturbed = fc.array(fc.tuple(fc.array(disturbance, { maxLength: 3 }), answered), { maxLength: 20 });
  fc.assert(
    fc.property(disturbed, (steps) => {
      const interrupted = wholeRecord(steps.flatMap(([between, given]) => [...between, given]));
      const smooth = wholeRecord(steps.map(([, given]) => given));
      expect(answersOfRecord(interrupted)).toEqual(answersOfRecord(smooth));
    }),
  );
});

test('the last answer counts, and one taken back is none', () => {
  const judge = (value: boolean) => ({ kind: 'judge', value }) as const;
  const events = wholeRecord([
    { kind: 'answered', questionId: 'q1', answer: judge(true) },
    { kind: 'answered', questionId: 'q2', answer: judge(true) },
    { kind: 'answered', questionId: 'q1', answer: judge(false) },
    { kind: 'answered', questionId: 'q2', answer: null },
  ]);
  expect([...answersOfRecord(events)]).toEqual([['q1', judge(false)]]);
});

test('the facts of a record', () => {
  const events = wholeRecord([
    { kind: 'left' },
    { kind: 'returned', awayMs: 3_000 },
    { kind: 'jumped', wallMs: 9_000, monotonicMs: 250 },
    { kind: 'resumed', gapMs: 60_000, chargedMs: 0 },
    { kind: 'left' },
  ]);
  const facts = { header, startedAt: 1_000_000, timesAway: 2, awayMs: 3_000, jumps: 1, resumes: 1 };
  expect(factsOfRecord(events)).toEqual({ ...facts, handedInAt: 1_006_000, endedBy: 'person', elapsedMs: 6_000 });
  expect(factsOfRecord(events.slice(0, -1))).toEqual({ ...facts, handedInAt: null, endedBy: null, elapsedMs: 5_000 });
});

test('a paper is known by its content, however it was built', () => {
  const paper = { id: 'p', title: '小测', blueprintId: 'b', seed: 1, minutes: 20, items: [] };
  expect(paperHash({ items: [], minutes: 20, seed: 1, blueprintId: 'b', title: '小测', id: 'p' })).toBe(paperHash(paper));
  expect(paperHash({ ...paper, seed: 2 })).not.toBe(paperHash(paper));
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
