import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { Shell } from '../../renderer/app/shell.tsx';
import { SessionContext } from '../../renderer/session.tsx';
import { memoryBridge } from '../support/memory-bridge.ts';
import { session } from '../support/screen.tsx';

// A link inside a page went away with it, and the next Tab began at the top of the window.
it('the keyboard goes on in the new page when the link that led there is gone', async () => {
  await memoryBridge();
  window.location.hash = '#/study/mistakes';
  render(
    <SessionContext value={session}>
      <Shell repairs={[]} />
    </SessionContext>,
  );
  const link = await screen.findByRole('link', { name: '返回学习' });
  act(() => link.focus());
  await userEvent.keyboard('{Enter}');
  await screen.findByRole('heading', { level: 1, name: '学习' });
  expect(document.activeElement).toBe(screen.getByRole('main'));
});
