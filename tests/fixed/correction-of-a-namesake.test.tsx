import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Correction } from '@shared/model/bank.ts';
import { saveCorrection } from '../../renderer/data/corrections.ts';
import { memoryBridge } from '../support/memory-bridge.ts';
import { session } from '../support/screen.tsx';
import { showStudy } from '../renderer/study/support.tsx';

const { name: personName, unitName } = session.person;

const written = (id: string, text: string, personId: string): Correction => ({
  id,
  questionId: 'q1',
  package: 'bank',
  version: 1,
  stem: '题干',
  text,
  personId,
  personName,
  unitName,
  at: 1,
  reply: null,
});

// 我的纠错 was found by name and unit: two people of one name saw each other's.
it('somebody of the same name and unit does not see what I reported', async () => {
  await memoryBridge();
  await saveCorrection(written('c1', '本人写的', session.person.id));
  await saveCorrection(written('c2', '同名的人写的', 'person-of-the-same-name'));
  showStudy();
  expect(await screen.findByText('本人写的')).toBeTruthy();
  expect(screen.queryByText('同名的人写的')).toBeNull();
});
