import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect } from 'vitest';
import type { KeyState, PublisherState } from '@shared/ipc/publisher.ts';
import PublishingScreens from '../../../renderer/publishing/index.tsx';
import { useRoute } from '../../../renderer/route.ts';
import { memoryBridge, type MemoryBridge } from '../../support/memory-bridge.ts';
import { renderScreen } from '../../support/screen.tsx';

/** The same day in every time zone that has offices. */
export const now = Date.UTC(2026, 8, 1, 8);

export const keyState = (id: string, here: KeyState['here'], unlocked = false): KeyState => ({ id: id.repeat(8), here, unlocked });

/** A bureau that has published two packages and has its keys in order; `change` is what matters to the test. */
export const publisherState = (change: Partial<PublisherState> = {}, keys: Partial<PublisherState['keys']> = {}): PublisherState => ({
  repository: { label: '示例/sanxun-repo', available: true, fingerprint: 'abcd1234ef567890abcd1234', place: 'repository' },
  published: [
    { name: 'party', kind: 'bank', title: '示例题库', version: 3, issued: '2026-08-01T02:00:00.000Z', items: 1200 },
    { name: 'people', kind: 'roster', title: '示例名册', version: 1, issued: '2026-07-01T02:00:00.000Z', items: 40 },
  ],
  destinations: [],
  troubles: [],
  ...change,
  keys: {
    root: { keys: [keyState('a1', 'elsewhere')], threshold: 1 },
    online: [keyState('b2', 'sealed', true)],
    rootExpires: '2036-08-01T00:00:00Z',
    expires: '2027-09-05T00:00:00Z',
    exported: { root: now, online: now },
    ...keys,
  },
});

type Answers = NonNullable<Parameters<typeof memoryBridge>[0]>;

/** The publishing screens at a place, over a main process that answers as told. */
export async function showPublishing(place: readonly string[], answers: Answers): Promise<MemoryBridge> {
  const bridge = await memoryBridge({
    'exports:places': () => [{ place: 'stick', label: '党建U盘', freeBytes: 1_000_000_000, hasRepository: false }],
    'exports:choose-place': () => ({ place: 'folder', label: '共享文件夹' }),
    ...answers,
  });
  window.location.hash = `#/publishing/${place.join('/')}`;
  renderScreen(AtRoute, []);
  await screen.findByRole('heading', { level: 1, name: '发布' });
  return bridge;
}

function AtRoute() {
  return <PublishingScreens route={useRoute().slice(1)} />;
}

/** Clicks a button as soon as it can be clicked. */
export async function press(name: string | RegExp, where: HTMLElement = document.body): Promise<void> {
  const button = await waitFor(() => {
    const found = within(where).getByRole<HTMLButtonElement>('button', { name });
    expect(found.disabled).toBe(false);
    return found;
  });
  await userEvent.click(button);
}

/** Types into the fields of the open dialog, by their names. */
export async function fill(fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(fields)) {
    const field = screen.getByLabelText(label);
    await userEvent.clear(field);
    await userEvent.type(field, text);
  }
}
