import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '@shared/bank/changes.ts';
import type { SentEntry } from '@shared/model/bundle.ts';
import { inBundles, isProposed, revisionOf, sentRows, stateOf, type Outgoing } from '@shared/projects/sending/outgoing.ts';
import { orderedSnapshot } from '@shared/projects/sending/snapshot.ts';
import { correction, node, snapshot } from '../../../main/bundles/support.ts';

const content = correction('k-1');
const outgoing = (sent: SentEntry | null, sha256: string, isDraft = false): Outgoing => ({
  id: 'correction:k-1',
  entry: { kind: 'correction', id: 'k-1', revision: revisionOf(sent, sha256), content },
  sha256,
  length: 10,
  title: '示例',
  isDraft,
  sent,
});

test('law: every change takes the next revision, the same again keeps it', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1 }), (contents) => {
      let sent: SentEntry | null = null;
      let expected = 0;
      for (const sha256 of contents) {
        if (sent?.sha256 !== sha256) expected += 1;
        const { entry } = outgoing(sent, sha256);
        expect(entry.revision).toBe(expected);
        [sent = null] = sentRows([entry], { bundleId: 'bundle', sha256s: [sha256], exportedAt: 1 });
        expect(stateOf(outgoing(sent, sha256))).toBe('sent');
      }
    }),
  );
});

test('what is remembered of a bundle, and what is proposed for the next', () => {
  const [sent] = sentRows([outgoing(null, 'a').entry], { bundleId: 'bundle-1', sha256s: ['a'], exportedAt: 9 });
  expect(sent).toEqual({
    id: 'correction:k-1',
    kind: 'correction',
    entryId: 'k-1',
    revision: 1,
    sha256: 'a',
    bundleId: 'bundle-1',
    exportedAt: 9,
  });
  const all = [outgoing(null, 'a'), outgoing(sent ?? null, 'a'), outgoing(sent ?? null, 'b'), outgoing(null, 'a', true)];
  expect(all.map((one) => [stateOf(one), isProposed(one)])).toEqual([
    ['new', true],
    ['sent', false],
    ['changed', true],
    ['new', false],
  ]);
});

test('law: everything goes out in its order, and no bundle is longer than allowed unless by one entry', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 30 })), (lengths) => {
      const all = lengths.map((length, n) => ({
        ...outgoing(null, String(n)),
        length,
        entry: { kind: 'correction', id: String(n), revision: 1, content } as const,
      }));
      const bundles = inBundles(all, 20);
      expect(bundles.flat()).toEqual(all.map(({ entry }) => entry));
      for (const bundle of bundles) {
        const length = bundle.reduce((sum, { id }) => sum + (lengths[Number(id)] ?? 0), 0);
        expect(bundle.length === 1 || (bundle.length > 1 && length <= 20)).toBe(true);
      }
    }),
  );
});

test('law: in whatever order rows were read, a snapshot is the same', () => {
  const nodes = [1, 2, 3, 4].map((order) => node('p-1', `n-${order}`, { order: Math.ceil(order / 2) }));
  const [event] = snapshot('p-1').events;
  const events = event ? [event, { ...event, id: 'z' }, { ...event, id: 'a', at: 9 }] : [];
  const text = canonicalJson(orderedSnapshot(snapshot('p-1', { nodes, events })));
  fc.assert(
    fc.property(fc.shuffledSubarray(nodes, { minLength: 4 }), fc.shuffledSubarray(events, { minLength: 3 }), (one, other) => {
      expect(canonicalJson(orderedSnapshot(snapshot('p-1', { nodes: one, events: other })))).toBe(text);
    }),
  );
});
