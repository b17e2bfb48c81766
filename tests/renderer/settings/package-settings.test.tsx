import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, expect, it } from 'vitest';
import type { Settings } from '@shared/ipc/contract.ts';
import { SessionContext } from '../../../renderer/session.tsx';
import { PackageSettings } from '../../../renderer/settings/package-settings.tsx';
import { session } from '../../support/screen.tsx';

const changes: Partial<Settings>[] = [];

function AtSettings() {
  const [settings, setSettings] = useState<Settings>({ ...session.settings, automaticChecks: true, monthlyLimit: 0 });
  const changeSettings = async (change: Partial<Settings>): Promise<void> => {
    changes.push(change);
    setSettings({ ...settings, ...change });
  };
  return (
    <SessionContext value={{ ...session, settings, changeSettings }}>
      <PackageSettings />
    </SessionContext>
  );
}

beforeEach(() => {
  changes.length = 0;
  render(<AtSettings />);
});

const limit = (): HTMLElement => screen.getByLabelText(/按流量计费/);

it('turns automatic checks off and on', async () => {
  const box = screen.getByRole('checkbox', { name: '自动检查更新' });
  await userEvent.click(box);
  await userEvent.click(box);
  expect(changes).toEqual([{ automaticChecks: false }, { automaticChecks: true }]);
});

it('keeps a limit when its field is left, and no limit when it is emptied', async () => {
  await userEvent.clear(limit());
  await userEvent.type(limit(), '200');
  expect(changes).toEqual([]);
  await userEvent.tab();
  await userEvent.clear(limit());
  await userEvent.keyboard('{Enter}');
  expect(changes).toEqual([{ monthlyLimit: 200 }, { monthlyLimit: 0 }]);
  expect(limit()).toHaveProperty('value', '0');
});

it.each(['-1', '1.5', '很多', '2000000'])('does not keep %s, and says what can be written', async (text) => {
  await userEvent.clear(limit());
  await userEvent.type(limit(), text);
  await userEvent.tab();
  await screen.findByText('请填 0 到 1000000 的整数。');
  expect(changes).toEqual([]);
});
