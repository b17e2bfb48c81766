import { render, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import type { PackagesOverview } from '@shared/ipc/contract.ts';
import { WaitingPackages } from '../../../renderer/home/waiting.tsx';
import { memoryBridge } from '../../support/memory-bridge.ts';
import { emptyOverview } from '../packages/fixture.ts';
import { found } from '../packages/support.tsx';

// what jsdom lacks
beforeEach(() => {
  vi.stubGlobal('requestIdleCallback', (work: () => void) => setTimeout(work, 0));
  vi.stubGlobal('cancelIdleCallback', clearTimeout);
});

it('is one line with the way there while something waits, and nothing otherwise', async () => {
  let overview: PackagesOverview = emptyOverview;
  let asked = 0;
  const bridge = await memoryBridge({
    'packages:overview': () => {
      asked += 1;
      return overview;
    },
  });
  const { container } = render(<WaitingPackages />);
  await waitFor(() => expect(asked).toBe(1));
  expect(container.textContent).toBe('');
  overview = { ...emptyOverview, waiting: found() };
  bridge.announce();
  await screen.findByText('有 1 个新版本的数据包可以安装');
  expect(screen.getByRole('link', { name: '去看看' }).getAttribute('href')).toBe('#/packages');
  overview = emptyOverview;
  bridge.announce();
  await waitFor(() => expect(container.textContent).toBe(''));
});
