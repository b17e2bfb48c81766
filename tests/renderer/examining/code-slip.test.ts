import { expect, test } from 'vitest';
import * as zh from '@shared/messages/zh/index.ts';
import { codeSlip } from '../../../renderer/examining/exams/page/code-slip.ts';

test('the slip gives the start code character by character, as it is read out', () => {
  const facts = { startCode: 'ABCD-EFGH-JKMN', packageName: 'exam-2026-q4', when: '9:00', minutes: '60' };
  const { rows } = codeSlip({ title: '示例考试' }, facts, zh.exams.page.slip);
  expect(rows.map(([, content]) => content)).toContain('A B C D - E F G H - J K M N');
});
