import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { batch, WriteBehind } from '../../../../main/sync/transfer/write-behind.ts';
import { noise } from './support.ts';

/** Longer than bytes may wait for their batch (ms). */
const soon = 25;

/** A file on a slow disk: each write ends when the test says so. */
function slowFile() {
  const content: Buffer[] = [];
  const ends: (() => void)[] = [];
  return {
    /** Lengths of the writes that began. */
    lengths: [] as number[],
    whole: (): Buffer => Buffer.concat(content),
    async write(bytes: Uint8Array, offset: number, length: number) {
      this.lengths.push(length);
      await new Promise<void>((resolve) => {
        ends.push(resolve);
      });
      content.push(Buffer.from(bytes.subarray(offset, offset + length)));
      return { bytesWritten: length };
    },
    async finish(): Promise<void> {
      ends.shift()?.();
      await vi.advanceTimersByTimeAsync(0);
    },
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('what came while the disk was busy waits no longer than anything else', async () => {
  const file = slowFile();
  const behind = new WriteBehind(file);
  await behind.add(Buffer.from('one'));
  await vi.advanceTimersByTimeAsync(soon);
  await behind.add(Buffer.from('two'));
  await vi.advanceTimersByTimeAsync(soon);
  expect(file.lengths).toEqual([3]);
  await file.finish();
  await vi.advanceTimersByTimeAsync(soon);
  expect(file.lengths).toEqual([3, 3]);
  await file.finish();
  expect(file.whole().toString()).toBe('onetwo');
});

test('nobody who waited for the end keeps later bytes waiting', async () => {
  const file = slowFile();
  const behind = new WriteBehind(file);
  await behind.add(Buffer.from('one'));
  const written = behind.written();
  await file.finish();
  await written;
  await behind.add(Buffer.from('two'));
  await vi.advanceTimersByTimeAsync(soon);
  expect(file.lengths).toEqual([3, 3]);
});

test('a disk that is a batch behind makes the line wait, and nothing is lost or mixed up', async () => {
  const file = slowFile();
  const behind = new WriteBehind(file);
  const bytes = noise(3 * batch + 1_000, 1);
  let taken = false;
  const adding = behind.add(bytes.subarray(0, batch)).then(async () => {
    const again = Buffer.from(bytes.subarray(batch));
    await behind.add(again);
    again.fill(0); // a copy was taken
    taken = true;
  });
  await vi.advanceTimersByTimeAsync(soon);
  expect([taken, file.lengths]).toEqual([false, [batch]]);
  await file.finish();
  await file.finish();
  await adding;
  const written = behind.written();
  for (let left = 3; left > 0; left -= 1) await file.finish();
  await written;
  expect(file.whole().equals(bytes)).toBe(true);
});

test("the disk's error is thrown to whoever adds next, and to whoever waits for the end", async () => {
  const full = Object.assign(new Error('full'), { code: 'ENOSPC' });
  const behind = new WriteBehind({ write: () => Promise.reject(full) });
  await behind.add(Buffer.from('one'));
  await vi.advanceTimersByTimeAsync(soon);
  await expect(behind.add(Buffer.from('two'))).rejects.toBe(full);
  await expect(behind.written()).rejects.toBe(full);
});
