import { expect, test } from 'vitest';
import { once } from '../../main/once.ts';

test('what was made is made once, also for callers that come while it is being made', async () => {
  let made = 0;
  const get = once(async () => (made += 1));
  expect([...(await Promise.all([get(), get()])), await get()]).toEqual([1, 1, 1]);
});

test('what failed is tried again at the next call', async () => {
  let tries = 0;
  const get = once(async () => {
    tries += 1;
    if (tries === 1) throw new Error('the disk is full');
    return tries;
  });
  await expect(get()).rejects.toThrow('the disk is full');
  expect(await get()).toBe(2);
});
