import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { masteryOf, weakestFirst } from '@shared/study/blind-spots/mastery.ts';
import { repairSet, repairSize, type RepairSet } from '@shared/study/blind-spots/repair.ts';
import { standingOf, type Given } from '@shared/study/blind-spots/standing.ts';
import { weakOrder } from '@shared/study/blind-spots/weak-order.ts';
import { answer, blockOf, day, listed, now } from './standings.ts';

const topics = ['甲', '乙', '丙', '丁', '戊', '己', '庚'];
const blocks = [
  blockOf(
    '党章',
    topics.slice(0, 4).flatMap((topic) => listed(topic, 8)),
  ),
  blockOf(
    '党史',
    topics.slice(4).flatMap((topic) => listed(topic, 8)),
  ),
];

function repair(given: readonly Given[], seed = 1): RepairSet {
  const standings = standingOf(blocks, given);
  return repairSet(weakestFirst(masteryOf(standings, now)), standings, seed);
}

/** Of topic 甲 one of six is right, of 乙 two, … */
const stairs = topics
  .slice(0, 6)
  .flatMap((topic, rights) => listed(topic, 6).map(({ id }, place) => answer(id, place < rights, { at: now - (10 - place) * day })));

describe('the repair set', () => {
  it('takes a few of each weak topic, the weakest first, and says why', () => {
    const { ids, why } = repair(stairs);
    expect(ids).toHaveLength(repairSize);
    expect(why.map(({ topic, wrong, unseen, review }) => [topic, wrong, unseen, review])).toEqual([
      ['甲', 4, 0, 0],
      ['乙', 4, 0, 0],
      ['丙', 4, 0, 0],
      ['丁', 3, 1, 0],
      ['庚', 0, 4, 0], // unknown, and so as its section is
    ]);
  });

  it('puts what was wrong longest ago before what was wrong lately, and before what was never seen', () => {
    expect(repair(stairs).ids.slice(0, 8)).toEqual(['甲-1', '甲-2', '甲-3', '甲-4', '乙-2', '乙-3', '乙-4', '乙-5']);
    const ofFourth = repair(stairs).ids.slice(12, 16);
    expect(ofFourth.slice(0, 3)).toEqual(['丁-4', '丁-5', '丁-6']);
    expect(['丁-7', '丁-8']).toContain(ofFourth[3]);
  });

  it('fills up from few topics, and with what was right only when nothing else is left', () => {
    const one = [blockOf('党章', [...listed('甲', 25)])];
    const given = listed('甲', 25).map(({ id }, place) => answer(id, place >= 3, { at: now - place * day }));
    const standings = standingOf(one, given);
    const { ids, why } = repairSet(weakestFirst(masteryOf(standings, now)), standings, 1);
    expect(ids.slice(0, 5)).toEqual(['甲-3', '甲-2', '甲-1', '甲-25', '甲-24']);
    expect(why).toMatchObject([{ topic: '甲', wrong: 3, unseen: 0, review: 17 }]);
  });

  it('holds no question twice, whole banks included, and is the same for the same seed', () => {
    const ids = blocks.flatMap((block) => block.ids);
    const rows = fc.array(fc.record({ id: fc.constantFrom(...ids), correct: fc.boolean() }), { maxLength: 80 });
    fc.assert(
      fc.property(rows, fc.integer(), (answered, seed) => {
        const given = answered.map(({ id, correct }, place) => answer(id, correct, { id: `r${place}`, at: now + place }));
        const set = repair(given, seed);
        expect(new Set(set.ids).size).toBe(repairSize);
        expect(repair(given, seed)).toEqual(set);
        expect(set.why.reduce((sum, { wrong, unseen, review }) => sum + wrong + unseen + review, 0)).toBe(repairSize);
      }),
      { numRuns: 50 },
    );
  });
});

it('orders a whole scope by weakness: wrong, never seen, right, and leaves nothing out', () => {
  const standings = standingOf(blocks, stairs);
  const weakest = weakestFirst(masteryOf(standings, now));
  const order = weakOrder(weakest, standings);
  expect(order.toSorted()).toEqual(blocks.flatMap((block) => block.ids).toSorted());
  expect(order.slice(8, 16)).toEqual(['乙-2', '乙-3', '乙-4', '乙-5', '乙-6', '乙-7', '乙-8', '乙-1']);
});
