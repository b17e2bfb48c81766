import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dependencyText, parseDependencies } from '@shared/projects/exchange/dependency-text.ts';
import { anyPlan } from './arbitrary.ts';

const rows = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id }));

test('links are written by the rows of the table', () => {
  const dependencies = [
    { nodeId: 'c', type: 'FS', lag: 0, elapsed: false },
    { nodeId: 'd', type: 'SS', lag: -1, elapsed: false },
    { nodeId: 'e', type: 'FS', lag: 3, elapsed: true },
    { nodeId: 'a', type: 'FF', lag: 0, elapsed: false },
    { nodeId: 'b', type: 'FS', lag: 0.5, elapsed: false },
    { nodeId: 'gone', type: 'FS', lag: 0, elapsed: false },
  ] as const;
  expect(dependencyText({ dependencies }, rows)).toBe('3;4SS-1;5FS+3ed;1FF;2FS+0.5');
});

test.each([
  ['3', [{ nodeId: 'c', type: 'FS', lag: 0, elapsed: false }]],
  [
    '３ＦＳ＋２；4ss-1',
    [
      { nodeId: 'c', type: 'FS', lag: 2, elapsed: false },
      { nodeId: 'd', type: 'SS', lag: -1, elapsed: false },
    ],
  ],
  [
    '3完成-开始+2个工作日、5FS+3ed',
    [
      { nodeId: 'c', type: 'FS', lag: 2, elapsed: false },
      { nodeId: 'e', type: 'FS', lag: 3, elapsed: true },
    ],
  ],
  ['3+2天', [{ nodeId: 'c', type: 'FS', lag: 2, elapsed: false }]],
  [' ', []],
])('%s is read', (text, dependencies) => {
  expect(parseDependencies(text, rows)).toEqual({ dependencies });
});

test.each([
  ['3-5', { kind: 'unreadable', text: '3-5' }],
  ['完成后', { kind: 'unreadable', text: '完成后' }],
  ['9', { kind: 'no-such-row', text: '9' }],
  ['0', { kind: 'no-such-row', text: '0' }],
  ['3;3SS', { kind: 'twice', text: '3' }],
])('%s is refused and named', (text, problem) => {
  expect(parseDependencies(text, rows)).toEqual({ problem });
});

test('what is written is read again, to a thousandth of a day', () => {
  fc.assert(
    fc.property(anyPlan, (plan) => {
      for (const node of plan) {
        const rounded = node.dependencies.map((link) => ({ ...link, lag: Number(link.lag.toFixed(3)) || 0 }));
        const expected = rounded.map((link) => ({ ...link, elapsed: link.elapsed && link.lag !== 0 }));
        expect(parseDependencies(dependencyText(node, plan), plan)).toEqual({ dependencies: expected });
      }
    }),
  );
});
