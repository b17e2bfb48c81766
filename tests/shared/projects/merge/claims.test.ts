import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ReceivedClaim } from '@shared/model/topic.ts';
import { mergeClaim, withdrawnBy } from '@shared/projects/merge/claims.ts';

const received = (changes: { reason?: string; withdrawn?: boolean; receivedAt?: number; genuine?: boolean } = {}): ReceivedClaim => ({
  id: 'c1',
  offerId: 'o1',
  claim: {
    id: 'c1',
    offerId: 'o1',
    statement: {
      id: 'c1',
      offerId: 'o1',
      unitId: 'u1',
      unitName: '示例县供电局',
      branch: '示例支部',
      secretary: '示例书记',
      reason: changes.reason ?? '条件具备',
      claimedAt: 5,
    },
    installation: 'k1',
    signature: 's',
    withdrawn: changes.withdrawn ?? false,
  },
  receivedAt: changes.receivedAt ?? 10,
  genuine: changes.genuine ?? true,
});

it('keeps when a claim first came in and that it was withdrawn, in whatever order', () => {
  const [early, late] = [received({ receivedAt: 3 }), received({ receivedAt: 9, withdrawn: true })];
  expect(mergeClaim(early, late)).toEqual(received({ receivedAt: 3, withdrawn: true }));
  expect(mergeClaim(late, early)).toEqual(received({ receivedAt: 3, withdrawn: true }));
});

it('lets nobody replace a genuine claim by another one under its id, or withdraw it from another computer', () => {
  const [own, forged] = [received(), received({ reason: '别的理由', genuine: false })];
  expect([mergeClaim(own, forged), mergeClaim(forged, own)]).toEqual([own, own]);
  expect(withdrawnBy(received({ withdrawn: true }).claim, 'k2').withdrawn).toBe(false);
  expect(withdrawnBy(received({ withdrawn: true }).claim, 'k1').withdrawn).toBe(true);
});

const anyReceived = fc
  .record({ reason: fc.constantFrom('甲', '乙'), withdrawn: fc.boolean(), receivedAt: fc.nat(5), genuine: fc.boolean() })
  .map(received);

it('merges claims in any order and as often as they come', () => {
  fc.assert(
    fc.property(anyReceived, anyReceived, anyReceived, (one, two, three) => {
      expect(mergeClaim(one, one)).toEqual(one);
      expect(mergeClaim(one, two)).toEqual(mergeClaim(two, one));
      expect(mergeClaim(mergeClaim(one, two), three)).toEqual(mergeClaim(one, mergeClaim(two, three)));
    }),
  );
});
