import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fewestAnswers, masteryOf, stateOf, weakestFirst, type SectionMastery } from '@shared/study/blind-spots/mastery.ts';
import { standingOf, type Given } from '@shared/study/blind-spots/standing.ts';
import { answer, blockOf, day, listed, now } from './standings.ts';

const blocks = [blockOf('党章', [...listed('总纲', 10), ...listed('党员', 10)]), blockOf('党史', listed('会议', 10))];
const ids = blocks.flatMap((block) => block.ids);

const mastery = (given: readonly Given[]): SectionMastery[] => masteryOf(standingOf(blocks, given), now);
const topicOf = (sections: readonly SectionMastery[], topic: string) =>
  sections.flatMap((section) => section.topics).find((one) => one.topic === topic)!;

const answers = fc.array(fc.record({ id: fc.constantFrom(...ids), correct: fc.boolean(), days: fc.integer({ min: 0, max: 400 }) }), {
  maxLength: 60,
});
const givenOf = (rows: readonly { readonly id: string; readonly correct: boolean; readonly days: number }[]): Given[] =>
  rows.map(({ id, correct, days }, place) => answer(id, correct, { id: `r${place}`, at: now - days * day }));

describe('mastery', () => {
  it('says nothing of a person without answers: the range is wide and rests on none', () => {
    const [first] = mastery([]);
    expect(first).toMatchObject({ section: '党章', estimate: 0.5, answers: 0, right: 0, total: 20 });
    expect(stateOf(first!, 80)).toBe('few');
    expect(first!.high - first!.low).toBeGreaterThan(0.4);
  });

  it('counts the latest answer to each question in its present form, and none that was given with the answer in sight', () => {
    const given = [
      answer('总纲-1', true, { at: now - 2 * day }),
      answer('总纲-1', false, { at: now - day }),
      answer('总纲-2', true, { revision: 'r0' }),
      answer('总纲-3', true, { mode: 'recite' }),
      answer('withdrawn', true),
    ];
    expect(topicOf(mastery(given), '总纲')).toMatchObject({ answers: 1, right: 0, total: 10 });
  });

  it('takes a topic without answers for what its section is, and a section for what the person is', () => {
    const given = listed('总纲', 10).map(({ id }) => answer(id, true));
    const sections = mastery(given);
    const [ofBylaws, ofHistory] = sections;
    expect(topicOf(sections, '党员').estimate).toBeCloseTo(ofBylaws!.estimate, 10);
    expect(topicOf(sections, '会议').estimate).toBeCloseTo(ofHistory!.estimate, 10);
    expect(ofHistory!.estimate).toBeCloseTo(11 / 12, 10); // (10 + 1) / (10 + 2): everything that is known of this person
    expect(topicOf(sections, '总纲').estimate).toBeGreaterThan(ofBylaws!.estimate);
  });

  it('lets an old answer count less: after the half-life, half', () => {
    const wrongLately = [...listed('总纲', 5).map(({ id }) => answer(id, true, { at: now - 90 * day })), answer('总纲-6', false)];
    const wrongLongAgo = [...listed('总纲', 5).map(({ id }) => answer(id, true)), answer('总纲-6', false, { at: now - 90 * day })];
    expect(topicOf(mastery(wrongLately), '总纲').estimate).toBeLessThan(topicOf(mastery(wrongLongAgo), '总纲').estimate);
  });

  it('reads rates against the pass line, and nothing below the fewest answers', () => {
    const states = [0.9, 0.795, 0.79, 0.595, 0.59].map((estimate) => stateOf({ estimate, answers: fewestAnswers }, 80));
    expect(states).toEqual(['sound', 'sound', 'shaky', 'shaky', 'weak']);
    expect(stateOf({ estimate: 0.1, answers: fewestAnswers - 1 }, 80)).toBe('few');
  });

  it('orders the topics by weakness', () => {
    const given = [...listed('总纲', 6).map(({ id }) => answer(id, true)), ...listed('会议', 6).map(({ id }) => answer(id, false))];
    expect(weakestFirst(mastery(given)).map(({ topic }) => topic)).toEqual(['会议', '党员', '总纲']);
  });
});

describe('laws of mastery', () => {
  it('does not depend on the order of the answers', () => {
    fc.assert(
      fc.property(answers, fc.integer(), (rows, turn) => {
        const given = givenOf(rows);
        const turned = given.map((one, place) => given[(place + Math.abs(turn)) % given.length] ?? one);
        expect(mastery(turned)).toEqual(mastery(given));
      }),
      { numRuns: 50 },
    );
  });

  it('never falls when one more answer is right', () => {
    fc.assert(
      fc.property(answers, fc.nat(), (rows, place) => {
        const wrong = rows.map((row, at) => (at === place % rows.length ? { ...row, correct: false } : row));
        const right = rows.map((row, at) => (at === place % rows.length ? { ...row, correct: true } : row));
        const before = mastery(givenOf(wrong));
        for (const [section, after] of mastery(givenOf(right)).entries()) {
          for (const [topic, one] of [after, ...after.topics].entries()) {
            const other = [before[section]!, ...before[section]!.topics][topic]!;
            expect(one.estimate).toBeGreaterThanOrEqual(other.estimate - 1e-12);
            expect(one.low).toBeGreaterThanOrEqual(other.low - 1e-6);
            expect(one.high).toBeGreaterThanOrEqual(other.high - 1e-6);
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  it('knows more from more answers of the same kind: the range shrinks', () => {
    const widthOf = (right: number, all: number): number => {
      const block = blockOf('党章', listed('总纲', all));
      const given = block.ids.map((id, place) => answer(id, place < right));
      const [{ low, high } = { low: 0, high: 1 }] = masteryOf(standingOf([block], given), now);
      return high - low;
    };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.nat({ max: 12 }), fc.integer({ min: 2, max: 6 }), (all, right, times) => {
        expect(widthOf(Math.min(right, all) * times, all * times)).toBeLessThan(widthOf(Math.min(right, all), all));
      }),
      { numRuns: 60 },
    );
  });

  it('holds the estimate inside the range, and both inside 0 to 1', () => {
    fc.assert(
      fc.property(answers, (rows) => {
        for (const section of mastery(givenOf(rows))) {
          for (const { low, estimate, high } of [section, ...section.topics]) {
            expect([0 <= low, low <= estimate, estimate <= high, high <= 1]).toEqual([true, true, true, true]);
          }
        }
      }),
      { numRuns: 50 },
    );
  });
});
