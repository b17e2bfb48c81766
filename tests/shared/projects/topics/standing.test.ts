import { describe, expect, test } from 'vitest';
import type { Claim, ClaimDecision, Offer, RankedClaim } from '@shared/model/topic.ts';
import { assignmentsFor, offersFor } from '@shared/projects/topics/standing.ts';
import { claim, statement } from '../../../main/bundles/support.ts';

const unit = { unitId: 'unit-1', unitName: '示例县供电局' };
const offer = (fields: Partial<Offer> = {}): Offer => ({
  id: 'offer-1',
  year: 2026,
  title: '示例题目',
  specialty: '',
  problem: '',
  expected: '',
  places: 1,
  opensAt: 100,
  closesAt: 200,
  eligible: [],
  archived: false,
  ...fields,
});
const ranked = (fields: Partial<RankedClaim> = {}): RankedClaim => ({
  claimId: 'c-1',
  unitId: 'unit-1',
  unitName: '示例县供电局',
  secretary: '',
  claimedAt: 5,
  faults: [],
  won: true,
  by: 'none',
  ...fields,
});
const decided = (rows: readonly RankedClaim[]): ClaimDecision => ({
  id: 'offer-1',
  ranked: rows,
  explanation: '',
  decidedAt: 300,
  decidedBy: '',
});
const standing = (one: Offer, now: number, claims: readonly Claim[] = [], decisions: readonly ClaimDecision[] = []) =>
  offersFor(unit, { offers: [one], decisions }, claims, now).map((facts) => facts.standing);

describe('where a unit stands with an offer', () => {
  const withdrawn = { ...claim('c-1'), withdrawn: true };
  const foreign = { ...claim('c-2'), statement: statement('c-2', { unitId: 'unit-2', unitName: '另一示例局' }) };
  test.each([
    ['before', standing(offer(), 99)],
    ['open', standing(offer(), 100)],
    ['open', standing(offer(), 200)],
    ['closed', standing(offer(), 201)],
    ['open', standing(offer({ eligible: ['unit-1'] }), 150)],
    ['foreign', standing(offer({ eligible: ['unit-2'] }), 150)],
    ['claimed', standing(offer(), 150, [claim('c-1')])],
    ['claimed', standing(offer(), 250, [claim('c-1')])],
    ['claimed', standing(offer({ archived: true }), 150, [claim('c-1')])],
    ['open', standing(offer(), 150, [withdrawn])],
    ['open', standing(offer(), 150, [foreign])],
    ['claimed', standing(offer(), 150, [withdrawn, claim('c-3')])],
    ['won', standing(offer(), 250, [claim('c-1')], [decided([ranked()])])],
    ['lost', standing(offer(), 250, [claim('c-1')], [decided([ranked({ won: false })])])],
    ['lost', standing(offer(), 250, [claim('c-1')], [decided([ranked({ unitId: 'unit-2', unitName: '另一示例局' })])])],
    ['won', standing(offer(), 250, [], [decided([ranked({ unitId: 'local-7' })])])],
    ['closed', standing(offer(), 150, [], [decided([])])],
  ])('%s', (expected, found) => {
    expect(found).toEqual([expected]);
  });

  test('one that the bureau stopped is gone where nobody here claimed it', () => {
    expect(standing(offer({ archived: true }), 150)).toEqual([]);
  });

  test('what can be done stands first', () => {
    const offers = [
      offer({ id: 'a', closesAt: 120 }),
      offer({ id: 'b' }),
      offer({ id: 'c', closesAt: 180 }),
      offer({ id: 'd', opensAt: 190 }),
    ];
    expect(offersFor(unit, { offers, decisions: [] }, [], 150).map((facts) => facts.offer.id)).toEqual(['c', 'b', 'd', 'a']);
  });
});

test('assignments of the unit, by its id or its name, the one that is due first before the others', () => {
  const assignment = { id: '1', year: 2026, ...unit, title: '甲', specialty: '', problem: '', expected: '', dueDate: '', archived: false };
  const all = [
    assignment,
    { ...assignment, id: '2', dueDate: '2026-05-01' },
    { ...assignment, id: '3', unitId: 'other', dueDate: '2026-04-01' },
    { ...assignment, id: '4', unitId: 'other', unitName: '另一示例局' },
    { ...assignment, id: '5', archived: true },
  ];
  expect(assignmentsFor(unit, all).map(({ id }) => id)).toEqual(['3', '2', '1']);
});
