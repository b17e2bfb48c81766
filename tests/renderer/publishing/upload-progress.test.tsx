import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { TaskProgress } from '@shared/ipc/contract.ts';
import type { Sample } from '@shared/packages/remaining.ts';
import { UploadProgress } from '../../../renderer/publishing/destinations/upload-progress.tsx';

const megabyte = 1_048_576;
const sent = (done: number): TaskProgress => ({
  task: 'task',
  phase: 'write',
  done: done * megabyte,
  total: 100 * megabyte,
  unit: 'bytes',
});
/** One megabyte a second. */
const samples: readonly Sample[] = [0, 1, 2, 3, 4].map((second) => ({ at: second * 1_000, done: second * megabyte }));

beforeEach(() => {
  vi.useFakeTimers({ now: 4_000 });
});

afterEach(() => {
  vi.useRealTimers();
});

it('tells bytes and the time that is left, and promises nothing once the line stands still', () => {
  render(<UploadProgress progress={sent(4)} samples={samples} />);
  expect(screen.getByText('已传 4.0 MB / 100.0 MB')).toBeTruthy();
  expect(screen.getByText('约剩 2 分钟')).toBeTruthy();
  act(() => void vi.advanceTimersByTime(10_000));
  expect(screen.getByText('已传 4.0 MB / 100.0 MB')).toBeTruthy();
  expect(screen.queryByText(/约剩/)).toBeNull();
});

it('promises nothing at the beginning', () => {
  render(<UploadProgress progress={sent(1)} samples={samples.slice(3, 4)} />);
  expect(screen.queryByText(/约剩|不到/)).toBeNull();
});
