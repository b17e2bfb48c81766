import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonBlocks } from '../../../main/cli/json-blocks.ts';

test('law: the blocks are the lines of the document', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 8 }), (document) => {
      expect([...jsonBlocks(document)].join('\n')).toBe(JSON.stringify(document, null, 2));
    }),
  );
});

test('fields without a value are left out, and long documents come in pieces', () => {
  const document = {
    files: [
      { file: 'a', none: undefined, questions: Array.from({ length: 5_000 }, (_, row) => ({ row, stem: '示例\n"题干"', options: [] })) },
    ],
  };
  const blocks = [...jsonBlocks(document)];
  expect(blocks.length).toBeGreaterThan(3);
  expect(blocks.join('\n')).toBe(JSON.stringify(document, null, 2));
});
