import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { exportBank } from '../../main/bank/exports.ts';
import type { BankExportFormat } from '@shared/ipc/contract.ts';

test('two exports of a bank with a long title do not share a name', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'long-title-'));
  try {
    for (const format of ['template', 'errors'] satisfies BankExportFormat[]) {
      const { signal } = new AbortController();
      const outcome = await exportBank({ folder, title: '题'.repeat(200), format, items: [], signal, progress: () => undefined });
      expect(outcome.ok).toBe(true);
    }
    expect((await readdir(folder)).map((name) => name.slice(50)).toSorted()).toEqual(['－错误表', '－题库表']);
  } finally {
    await rm(folder, { recursive: true });
  }
});
