import { PassThrough } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { listenTo } from '../../main/import/reader-process/host.ts';

test('a reader that warns at length before its memory is full is still heard', async () => {
  const stream = new PassThrough();
  const said = listenTo(stream);
  stream.write('odd record\n'.repeat(1_000));
  stream.write('FATAL ERROR: JavaScript heap out ');
  stream.write('of memory\n');
  stream.write('frame\n'.repeat(2_000));
  await setImmediate();
  expect(said()).toEqual({ outOfMemory: true, said: 'frame\n'.repeat(2_000).slice(-4_000) });
});
