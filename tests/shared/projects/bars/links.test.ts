import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linkTypes } from '@shared/model/project.ts';
import { elbow, linksOf, linksWithin } from '@shared/projects/bars/links.ts';
import { planNode } from '../fixture.ts';

const end = (left: number, right: number, middle: number) => ({ left, right, middle });
const room = { stub: 5, gap: 10 };
const link = (nodeId: string, type: 'FS' | 'SS' = 'FS') => ({ nodeId, type, lag: 0, elapsed: false });

test('links lead from row to row; one to a node that is not in the plan, or to itself, is none', () => {
  const nodes = [
    planNode({ id: 'a', dependencies: [link('gone'), link('a')] }),
    planNode({ id: 'b', dependencies: [link('a'), link('c', 'SS')] }),
    planNode({ id: 'c' }),
  ];
  expect(linksOf(nodes)).toEqual([
    { type: 'FS', from: 0, to: 1 },
    { type: 'SS', from: 2, to: 1 },
  ]);
});

test('a link is drawn where it crosses the rows in sight', () => {
  const links = [
    { type: 'FS', from: 0, to: 9 },
    { type: 'FS', from: 9, to: 5 },
    { type: 'FS', from: 1, to: 3 },
  ] as const;
  expect(linksWithin(links, 4, 6)).toEqual(links.slice(0, 2));
  expect(linksWithin(links, 3, 4)).toEqual([links[0], links[2]]);
});

test('a successor that begins later is reached straight down, one that begins before by the gap above it', () => {
  expect(elbow('FS', end(0, 10, 20), end(40, 60, 60), room)).toEqual([
    { x: 10, y: 20 },
    { x: 35, y: 20 },
    { x: 35, y: 60 },
    { x: 40, y: 60 },
  ]);
  expect(elbow('FS', end(0, 40, 20), end(10, 60, 60), room)).toEqual([
    { x: 40, y: 20 },
    { x: 45, y: 20 },
    { x: 45, y: 50 },
    { x: 5, y: 50 },
    { x: 5, y: 60 },
    { x: 10, y: 60 },
  ]);
});

test('every link begins and ends at the ends that its type names, comes in from outside, and has only right angles', () => {
  const length = fc.integer({ min: 0, max: 500 });
  const bar = fc.record({ left: length, width: fc.integer({ min: 1, max: 90 }), middle: length });
  fc.assert(
    fc.property(fc.constantFrom(...linkTypes), bar, bar, (type, one, other) => {
      const [before, after] = [one, other].map(({ left, width, middle }) => end(left, left + width, middle));
      if (!before || !after) throw new Error('two bars');
      const points = elbow(type, before, after, room);
      expect(points[0]).toEqual({ x: type.startsWith('F') ? before.right : before.left, y: before.middle });
      expect(points.at(-1)).toEqual({ x: type.endsWith('S') ? after.left : after.right, y: after.middle });
      for (const [n, { x, y }] of points.slice(1).entries()) expect(x === points[n]?.x || y === points[n]?.y).toBe(true);
      const outside = points.at(-2)?.x ?? 0;
      expect(type.endsWith('S') ? outside < after.left : outside > after.right).toBe(true);
    }),
  );
});
