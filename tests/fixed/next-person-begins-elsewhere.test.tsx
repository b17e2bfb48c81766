import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { Signed } from '../../renderer/app/signed.tsx';
import { commit } from '../../renderer/data/work.ts';
import { memoryBridge } from '../support/memory-bridge.ts';
import { session } from '../support/screen.tsx';

it('begins at home, not where the person before was', async () => {
  const user = userEvent.setup();
  await memoryBridge();
  await commit('person.add', [{ table: 'localPeople', put: session.person }]);
  window.location.hash = '#/settings';
  let chosen = '';
  const changeSettings = async ({ personId = '' }: { readonly personId?: string }) => void (chosen = personId);
  render(<Signed settings={{ ...session.settings, personId: '' }} changeSettings={changeSettings} repairs={[]} />);
  await user.selectOptions(
    await screen.findByRole('combobox', { name: '单位' }),
    await screen.findByRole('option', { name: '示例县供电局' }),
  );
  await user.selectOptions(screen.getByRole('combobox', { name: '姓名' }), 'person-1');
  await user.click(screen.getByRole('button', { name: '开始学习' }));
  expect(chosen).toBe('person-1');
  expect(window.location.hash).toBe('#/home');
});
