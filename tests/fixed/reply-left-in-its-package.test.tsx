import { expect, it } from 'vitest';
import type { Correction, PublishedReply } from '@shared/model/bank.ts';
import type { PackageManifest } from '@shared/model/package.ts';
import { readCorrections, saveCorrection } from '../../renderer/data/corrections.ts';
import { installStaged } from '../../renderer/packages/install.ts';
import { memoryBridge } from '../support/memory-bridge.ts';

const written: Correction = {
  id: 'c-1',
  questionId: 'q-1',
  package: 'party',
  version: 1,
  stem: '示例题干',
  text: '示例：答案有误。',
  personName: '示例甲',
  unitName: '示例县局',
  at: 1,
  reply: null,
};
const reply: PublishedReply = { correctionId: 'c-1', questionId: 'q-1', outcome: 'accepted', text: '已改正。', at: 2 };

const manifest: PackageManifest = {
  format: 1,
  name: 'party',
  kind: 'bank',
  version: 2,
  title: '示例题库',
  issued: '2026-09-25T00:00:00Z',
  blocks: [],
  changes: { since: 1, added: [], changed: [], withdrawn: [] },
  replies: [reply],
};

const { name, kind, version, title, issued, blocks } = manifest;
const installed = { name, kind, version, title, issued, blocks, publisher: 'ab', installedAt: '2026-09-25T00:00:00Z' };

it('installs the answers to 纠错单 together with the questions of a version', async () => {
  await memoryBridge({ 'packages:settle': () => [{ ...installed, replies: [reply] }] });
  await saveCorrection(written);
  const counts = { added: 0, changed: 0, withdrawn: 0, touched: [] };
  const staged = { staged: 's-1', manifest, publisher: 'ab', source: '', replaces: null, ...counts, rollsBack: false };
  await installStaged([staged], () => undefined);
  expect(await readCorrections('示例县局')).toEqual([{ ...written, reply: { outcome: 'accepted', text: '已改正。', at: 2 } }]);
});
