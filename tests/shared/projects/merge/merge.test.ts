import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mergeReturn, nothingReturned, plansOf, type IncomingReturn, type ReturnsOfProject } from '@shared/projects/merge/merge.ts';
import { countingReturns, settleReturns } from '@shared/projects/merge/settle.ts';
import { factsOf, incomingOf } from './returns.ts';

const take = (here: ReturnsOfProject, incoming: readonly IncomingReturn[]): ReturnsOfProject =>
  incoming.reduce((state, each) => mergeReturn(state, each, factsOf).after, here);
const outcomesOf = (incoming: readonly IncomingReturn[]): readonly string[] => {
  let here = nothingReturned;
  return incoming.map((each) => {
    const { outcome, after } = mergeReturn(here, each, factsOf);
    here = after;
    return outcome;
  });
};
const titles = ({ rows, plans }: ReturnsOfProject) => ({
  rows: rows.map(({ installation, state, facts }) => [installation, state, facts.title]),
  plans: plans.map(({ snapshot }) => snapshot.project.title),
});

it('says what became of each: new, newer, known, older, conflict', () => {
  const [first, second, fork, other] = [
    incomingOf('a', 1, '甲'),
    incomingOf('a', 3, '乙'),
    incomingOf('a', 3, '丙'),
    incomingOf('b', 1, '丁'),
  ];
  expect(outcomesOf([first, second, second, incomingOf('a', 2, '戊'), fork, other])).toEqual([
    'new',
    'newer',
    'known',
    'older',
    'conflict',
    'conflict',
  ]);
});

it('lets the newest revision of an installation count, and two installations that say the same agree', () => {
  const here = take(nothingReturned, [incomingOf('a', 2, '乙'), incomingOf('a', 1, '甲'), incomingOf('b', 1, '乙')]);
  expect(titles(here)).toEqual({
    rows: [
      ['a', 'current', '乙'],
      ['b', 'current', '乙'],
    ],
    plans: ['乙', '乙'],
  });
  expect(here.rows[0]?.history.map(({ revision }) => revision)).toEqual([1, 2]);
});

it('sees a conflict of two computers, and ends it when the later revision of one agrees with the other', () => {
  const forked = take(nothingReturned, [incomingOf('a', 1, '甲'), incomingOf('b', 1, '乙')]);
  expect(forked.rows.map(({ state }) => state)).toEqual(['conflict', 'conflict']);
  expect(take(forked, [incomingOf('a', 2, '乙')]).rows.map(({ state }) => state)).toEqual(['current', 'current']);
});

it('keeps the loser of a decision, and lets it be turned round', () => {
  const forked = take(nothingReturned, [incomingOf('a', 1, '甲'), incomingOf('a', 1, '乙'), incomingOf('b', 4, '丙')]);
  for (const plan of forked.plans) {
    const settled = settleReturns(forked, plan.id, factsOf);
    const [counting] = countingReturns(settled.rows);
    expect(counting).toMatchObject({ state: 'current', facts: { title: plan.snapshot.project.title } });
    expect(plansOf(settled, counting?.id ?? '')[0]?.snapshot).toBe(plan.snapshot);
    expect(settled.plans.map(({ sha256 }) => sha256).sort()).toEqual(forked.plans.map(({ sha256 }) => sha256).sort());
    for (const other of settled.plans) {
      const turned = settleReturns(settled, other.id, factsOf);
      expect(countingReturns(turned.rows)[0]?.facts.title).toBe(other.snapshot.project.title);
    }
  }
});

it('opens a decision again only for what nobody has judged', () => {
  const forked = take(nothingReturned, [incomingOf('a', 1, '甲'), incomingOf('b', 1, '乙')]);
  const settled = settleReturns(forked, 'p1@a', factsOf);
  expect(take(settled, [incomingOf('b', 1, '乙'), incomingOf('a', 1, '甲')])).toEqual(settled);
  expect(titles(take(settled, [incomingOf('a', 2, '甲二')])).rows).toEqual([
    ['a', 'current', '甲二'],
    ['b', 'setAside', '乙'],
  ]);
  expect(take(settled, [incomingOf('b', 2, '乙二')]).rows.map(({ state }) => state)).toEqual(['conflict', 'conflict']);
});

const anyIncoming = fc
  .record({
    installation: fc.constantFrom('a', 'b', 'c'),
    revision: fc.integer({ min: 1, max: 4 }),
    title: fc.constantFrom('甲', '乙', '丙'),
    sentAt: fc.integer({ min: 0, max: 5 }),
  })
  .map(({ installation, revision, title, sentAt }) => incomingOf(installation, revision, title, sentAt));

it('comes to the same in any order, however often, and whatever part of it came first', () => {
  fc.assert(
    fc.property(
      fc.array(anyIncoming, { maxLength: 10 }).chain((all) =>
        fc.record({
          all: fc.constant(all),
          other: fc
            .tuple(fc.shuffledSubarray(all), fc.shuffledSubarray(all, { minLength: all.length }))
            .map(([some, rest]) => [...some, ...rest]),
        }),
      ),
      ({ all, other }) => {
        expect(take(nothingReturned, other)).toEqual(take(nothingReturned, all));
      },
    ),
    { numRuns: 500 },
  );
});

it('is in conflict exactly where the newest of what came in differs, and loses none of it', () => {
  fc.assert(
    fc.property(fc.array(anyIncoming, { minLength: 1, maxLength: 10 }), (all) => {
      const here = take(nothingReturned, all);
      const newest = [...Map.groupBy(all, ({ installation }) => installation).values()].flatMap((own) => {
        const last = Math.max(...own.map(({ revision }) => revision));
        return own.filter(({ revision }) => revision === last).map(({ installation, sha256 }) => `${installation} ${sha256}`);
      });
      const contents = new Set(newest.map((each) => each.slice(2)));
      expect(new Set(here.plans.map(({ id, sha256 }) => `${id.split(/[@#]/)[1]} ${sha256}`))).toEqual(new Set(newest));
      expect(new Set(here.rows.map(({ state }) => state))).toEqual(new Set([contents.size > 1 ? 'conflict' : 'current']));
    }),
  );
});
