import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { atMostEvery } from '../../../renderer/ui/at-most-every.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('calls at once, gathers what follows, and never loses the last', () => {
  const action = vi.fn();
  const { call } = atMostEvery(100, action);
  call();
  call();
  call();
  expect(action).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(100);
  expect(action).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(1_000);
  expect(action).toHaveBeenCalledTimes(2);
  call();
  expect(action).toHaveBeenCalledTimes(3);
});

it('calls no more once it is cancelled', () => {
  const action = vi.fn();
  const { call, cancel } = atMostEvery(100, action);
  call();
  call();
  cancel();
  vi.advanceTimersByTime(1_000);
  expect(action).toHaveBeenCalledTimes(1);
});
