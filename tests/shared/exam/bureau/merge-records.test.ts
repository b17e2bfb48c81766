import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeRecord, settleConflict, type MergeOutcome } from '@shared/exam/bureau/merge-records.ts';
import type { Happening, SignedRecord } from '@shared/model/exam-record.ts';
import type { ExamRecord } from '@shared/model/examining.ts';
import { answered, handedIn, header, incoming, recordOf } from '../../../support/exam-records.ts';

const record = (happenings: readonly Happening[]): SignedRecord => recordOf(header(), happenings);
const begun = record([]);
const half = record([answered('1', 0)]);
const whole = record([answered('1', 0), handedIn]);
const other = record([answered('1', 1), handedIn]);

/** Takes records in one after the other: what came of each, and the rows at the end. */
function collect(records: readonly SignedRecord[], first: readonly ExamRecord[] = []) {
  const rows = new Map(first.map((row) => [row.id, row]));
  const outcomes: MergeOutcome[] = [];
  for (const [at, one] of records.entries()) {
    const { outcome, puts } = mergeRecord([...rows.values()], incoming(one), at);
    for (const put of puts) rows.set(put.id, put);
    outcomes.push(outcome);
  }
  return { outcomes, rows: [...rows.values()] };
}

const statesOf = (rows: readonly ExamRecord[]): Record<string, string> =>
  Object.fromEntries(rows.map((row) => [row.record.events.at(-1)?.hash ?? '', row.state]));
const hashOf = (one: SignedRecord): string => one.events.at(-1)?.hash ?? '';

describe('records of one sitting', () => {
  test('grow as they come in, and what is known changes nothing', () => {
    const { outcomes, rows } = collect([begun, whole, half, whole]);
    expect(outcomes).toEqual(['new', 'longer', 'known', 'known']);
    expect(rows).toEqual([
      {
        id: 'exam-1:person-1',
        examId: 'exam-1',
        personId: 'person-1',
        record: whole,
        receipt: incoming(whole).receipt,
        importedAt: 1,
        state: 'complete',
      },
    ]);
  });

  test('without a hand-in are unfinished', () => {
    expect(collect([half]).rows).toMatchObject([{ state: 'unfinished' }]);
  });

  test('that fork are both in conflict', () => {
    const { outcomes, rows } = collect([whole, other, other]);
    expect(outcomes).toEqual(['new', 'conflict', 'known']);
    expect(rows.map(({ id, state }) => [id, state])).toEqual([
      ['exam-1:person-1', 'conflict'],
      [`exam-1:person-1#${hashOf(other).slice(0, 8)}`, 'conflict'],
    ]);
  });

  test('are settled by a person, and stay settled when they come in again', () => {
    const { rows } = collect([whole, other]);
    const settled = settleConflict(rows, rows[1]?.id ?? '');
    expect(statesOf(settled)).toEqual({ [hashOf(whole)]: 'setAside', [hashOf(other)]: 'complete' });
    const again = collect([whole, other, half], settled);
    expect(again.outcomes).toEqual(['known', 'known', 'known']);
    expect(again.rows).toEqual(settled);
  });

  test('that fork once more after that are in conflict again, but what was set aside stays so', () => {
    const settled = settleConflict(collect([whole, other]).rows, 'exam-1:person-1');
    const third = record([answered('1', 2), handedIn]);
    expect(statesOf(collect([third], settled).rows)).toEqual({
      [hashOf(whole)]: 'conflict',
      [hashOf(other)]: 'setAside',
      [hashOf(third)]: 'conflict',
    });
  });
});

/** Histories of one sitting: few steps of few kinds, so that many share a beginning. */
const histories = fc.array(fc.array(fc.nat({ max: 2 }), { maxLength: 4 }), { minLength: 1, maxLength: 6 });
const recordFor = (steps: readonly number[]): SignedRecord => record(steps.map((chosen, place) => answered(String(place), chosen)));

test('in whatever order and however often records come in, the same ones stay and every fork is seen', () => {
  const imports = histories.chain((all) =>
    fc.record({ all: fc.constant(all), order: fc.array(fc.constantFrom(...all), { maxLength: 12 }) }),
  );
  fc.assert(
    fc.property(imports, ({ all, order }) => {
      const straight = collect(all.map(recordFor)).rows;
      const shuffled = collect([...order, ...all.toReversed()].map(recordFor)).rows;
      expect(statesOf(shuffled)).toEqual(statesOf(straight));
      const longest = all.filter(
        (one) => !all.some((more) => more.length > one.length && one.every((step, place) => more[place] === step)),
      );
      const ends = new Set(longest.map((steps) => hashOf(recordFor(steps))));
      expect(new Set(Object.keys(statesOf(straight)))).toEqual(ends);
      expect(straight.every(({ state }) => state === (ends.size > 1 ? 'conflict' : 'unfinished'))).toBe(true);
    }),
  );
});

test('a record that came in is never given up', () => {
  fc.assert(
    fc.property(histories, (all) => {
      const { rows } = collect(all.map(recordFor));
      const kept = rows.flatMap((row) => row.record.events.map(({ hash }) => hash));
      for (const steps of all) expect(kept).toContain(hashOf(recordFor(steps)));
    }),
  );
});
