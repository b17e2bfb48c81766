import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ClaimFault, Offer, ReceivedClaim } from '@shared/model/topic.ts';
import { allHereAt, lotOf, rankClaims } from '@shared/projects/reviewing/claims.ts';

const opensAt = Date.UTC(2026, 8, 1, 1);
const closesAt = Date.UTC(2026, 8, 10, 9);
const minute = 60_000;

const offer: Offer = {
  id: 'offer-1',
  year: 2026,
  title: '示例课题',
  specialty: '示例专业',
  problem: '示例问题',
  expected: '示例成效',
  places: 1,
  opensAt,
  closesAt,
  eligible: [],
  archived: false,
};

interface ClaimFacts {
  readonly unit: string;
  readonly at: number;
  readonly fault?: Exclude<ClaimFault, 'same-unit'> | 'stranger';
}

/** A claim with one thing wrong with it, or nothing. */
function claim(id: string, { unit, at, fault }: ClaimFacts): ReceivedClaim {
  const claimedAt = fault === 'too-early' ? opensAt - 1 : fault === 'too-late' ? closesAt + 1 : opensAt + at;
  const statement = {
    id,
    offerId: fault === 'stranger' ? 'offer-2' : 'offer-1',
    unitId: unit,
    unitName: `示例单位${unit}`,
    branch: '示例支部',
    secretary: `示例书记${unit}`,
    reason: fault === 'incomplete' ? ' ' : '示例理由',
    claimedAt,
  };
  const made = { id, offerId: 'offer-1', statement, installation: 'key', signature: 'signature', withdrawn: fault === 'withdrawn' };
  return { id, offerId: 'offer-1', claim: made, receivedAt: closesAt, genuine: fault !== 'not-genuine' };
}

const none = new Map<string, number>();
const order = (ranked: ReturnType<typeof rankClaims>) => ranked.map(({ claimId, faults, won, by }) => [claimId, faults, won, by]);

it('gives the topic to the first valid claim, and says of every other why not', () => {
  const claims = [
    claim('late', { unit: 'a', at: 0, fault: 'too-late' }),
    claim('second', { unit: 'b', at: 9 * minute }),
    claim('first', { unit: 'c', at: 3 * minute }),
    claim('again', { unit: 'c', at: 4 * minute }),
    claim('forged', { unit: 'd', at: 0, fault: 'not-genuine' }),
    claim('foreign', { unit: 'e', at: 1, fault: 'stranger' }),
    claim('early', { unit: 'f', at: 0, fault: 'too-early' }),
    claim('empty', { unit: 'g', at: 2, fault: 'incomplete' }),
    claim('taken back', { unit: 'h', at: 3, fault: 'withdrawn' }),
  ];
  expect(order(rankClaims(offer, claims, none))).toEqual([
    ['first', [], true, 'none'],
    ['second', [], false, 'date'],
    ['early', ['too-early'], false, 'none'],
    ['forged', ['not-genuine'], false, 'none'],
    ['foreign', ['not-genuine'], false, 'none'],
    ['empty', ['incomplete'], false, 'none'],
    ['taken back', ['withdrawn'], false, 'none'],
    ['again', ['same-unit'], false, 'none'],
    ['late', ['too-late'], false, 'none'],
  ]);
});

it('parts claims of one minute by fewer projects, then by the lot, whatever the seconds', () => {
  const claims = [
    claim('a', { unit: 'a', at: 1_000 }),
    claim('b', { unit: 'b', at: 59_000 }),
    claim('c', { unit: 'c', at: 30_000 }),
    claim('d', { unit: 'd', at: minute }),
  ];
  const projects = new Map([['a', 2]]);
  const [first, second] = lotOf('offer-1', 'b') < lotOf('offer-1', 'c') ? ['b', 'c'] : ['c', 'b'];
  expect(order(rankClaims({ ...offer, places: 2 }, claims, projects))).toEqual([
    [first, [], true, 'none'],
    [second, [], true, 'lot'],
    ['a', [], false, 'fewerProjects'],
    ['d', [], false, 'date'],
  ]);
});

it('lets a valid claim of a unit count though an earlier one of it does not', () => {
  const claims = [claim('taken back', { unit: 'a', at: 0, fault: 'withdrawn' }), claim('again', { unit: 'a', at: minute })];
  expect(order(rankClaims(offer, claims, none))).toEqual([
    ['again', [], true, 'none'],
    ['taken back', ['withdrawn'], false, 'none'],
  ]);
});

it('takes the same name for the same unit, where somebody in no roster typed it', () => {
  const typed = claim('typed', { unit: 'b', at: minute });
  const { statement } = typed.claim;
  const named = { ...typed, claim: { ...typed.claim, statement: { ...statement, unitName: ' 示例单位a' } } };
  expect(order(rankClaims({ ...offer, places: 2 }, [named, claim('a', { unit: 'a', at: 0 })], none))).toEqual([
    ['a', [], true, 'none'],
    ['typed', ['same-unit'], false, 'none'],
  ]);
});

it('takes only units that may claim, where some are named', () => {
  const claims = [claim('a', { unit: 'a', at: 0 }), claim('b', { unit: 'b', at: minute })];
  expect(order(rankClaims({ ...offer, eligible: ['b'] }, claims, none))).toEqual([
    ['b', [], true, 'none'],
    ['a', ['not-eligible'], false, 'none'],
  ]);
});

it('draws the lot from ids alone: the known SHA-256 of their text', () => {
  expect(lotOf('a', 'bc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

it('waits a week for sticks that are on their way', () => {
  expect(allHereAt(offer) - closesAt).toBe(7 * 24 * 60 * minute);
});

const facts = fc.record(
  {
    unit: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    at: fc.integer({ min: 0, max: 4 * minute }),
    fault: fc.constantFrom('not-genuine', 'withdrawn', 'too-early', 'too-late', 'incomplete', 'stranger'),
  },
  { requiredKeys: ['unit', 'at'] },
);
const someClaims = fc.array(facts, { maxLength: 12 }).map((all) => all.map((one, place) => claim(`claim-${place}`, one)));
const someProjects = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.nat(2)).map((counts) => new Map(Object.entries(counts)));
const somePlaces = fc.integer({ min: 1, max: 4 });

it('law: the order of arrival does not matter', () => {
  const shuffled = someClaims.chain((claims) =>
    fc.tuple(fc.constant(claims), fc.shuffledSubarray(claims, { minLength: claims.length, maxLength: claims.length })),
  );
  fc.assert(
    fc.property(shuffled, someProjects, ([claims, others], projects) => {
      expect(rankClaims(offer, others, projects)).toEqual(rankClaims(offer, claims, projects));
    }),
  );
});

it('law: no invalid claim wins, no unit wins twice, no place stays empty while a valid claim waits, nobody is left out', () => {
  fc.assert(
    fc.property(someClaims, someProjects, somePlaces, (claims, projects, places) => {
      const ranked = rankClaims({ ...offer, places }, claims, projects);
      const won = ranked.filter((one) => one.won);
      const valid = ranked.filter(({ faults }) => faults.length === 0);
      expect(won.every(({ faults }) => faults.length === 0)).toBe(true);
      expect(new Set(valid.map(({ unitId }) => unitId)).size).toBe(valid.length);
      expect(won.length).toBe(Math.min(places, valid.length));
      expect(ranked.map(({ claimId }) => claimId).toSorted()).toEqual(claims.map(({ id }) => id).toSorted());
    }),
  );
});

it('law: a tie is symmetric: of two units in one minute the same one is first, whoever is which', () => {
  const units = fc.uniqueArray(
    fc.string({ minLength: 1, maxLength: 8 }).filter((unit) => unit.trim() !== ''),
    {
      minLength: 2,
      maxLength: 2,
    },
  );
  fc.assert(
    fc.property(units, fc.nat(minute - 1), fc.nat(minute - 1), fc.nat(2), ([one = '', other = ''], at, later, projects) => {
      const counts = new Map([one, other].map((unit) => [unit, projects]));
      const winner = (first: string, second: string) =>
        rankClaims(offer, [claim('claim-1', { unit: first, at }), claim('claim-2', { unit: second, at: later })], counts)[0]?.unitId;
      expect(winner(one, other)).toBe(winner(other, one));
    }),
  );
});
