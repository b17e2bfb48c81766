import { existsSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { folderDepot } from '../../main/mirror/folder-depot.ts';
import { makeStick } from '../support/exfat.ts';

// A stick that went away in the middle of a file left its mount point behind, which took the file: it counted as copied.
test('a file that is reported as copied lies on the stick', { timeout: 120_000 }, async () => {
  const stick = await makeStick();
  try {
    for (let round = 0; round < 20; round += 1) {
      const directory = path.join(stick.path, `round-${round}`);
      const depot = await folderDepot(directory, stick.path);
      const { signal } = new AbortController();
      const names = Array.from({ length: 24 }, (_, number) => `${number}/file`);
      const copying = Promise.allSettled(names.map((name) => depot.put(name, Buffer.alloc(20_000, name), signal)));
      for (let turn = 0; turn < round * 4; turn += 1) await setImmediate();
      await stick.yank('kept');
      const copied = (await copying).flatMap((result, at) => (result.status === 'fulfilled' ? [names[at] ?? ''] : []));
      await stick.plug();
      expect(copied.filter((name) => !existsSync(path.join(directory, name)))).toEqual([]);
    }
  } finally {
    await stick.discard();
  }
});
