import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readFirstRoot } from '../../main/sync/trust/trust.ts';
import { openBureau, question } from '../main/sync/support.ts';

// A line flipped one bit of a quote in the first root: no UTF-8 and no JSON. The second stopped the program's check of the first.
test('a root whose damage leaves neither text nor JSON is refused like any other', async () => {
  const bureau = await openBureau();
  await bureau.publish([question(1)]);
  const root = await readFile(path.join(bureau.repository, 'metadata/1.root.json'));
  root[root.indexOf('"')]! ^= 0x80;
  expect(() => readFirstRoot(root, '题库')).toThrow(expect.objectContaining({ failure: { kind: 'tampered', subject: '题库' } }));
});
