import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watched, type Reader } from '../../../../main/sync/sources/reader.ts';
import { Refusal } from '../../../../main/sync/refusal.ts';
import { readMetadata } from '../../../../main/sync/trust/read-metadata.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A source that sends a byte every so many milliseconds, for ever. */
const dripping = (every: number): Reader => ({
  label: 'slow',
  resumes: true,
  open: async () => ({ from: 0, total: null, date: null, body: drops(every) }),
});

async function* drops(every: number): AsyncGenerator<Uint8Array> {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, every));
    yield Uint8Array.of(32);
  }
}

async function outcome(every: number, minutes: number, signal = new AbortController().signal): Promise<string> {
  let said = 'still waiting';
  const reading = readMetadata(watched(dripping(every), { bytes: 0, date: null }), 'timestamp.json', 16_384, signal).catch(
    (error: unknown) => {
      said = error instanceof Refusal ? error.message : String(error);
    },
  );
  await vi.advanceTimersByTimeAsync(minutes * 60_000);
  if (said !== 'still waiting') await reading;
  return said;
}

test('metadata that comes byte by byte is given up after the time that a bad line needs', async () => {
  expect(await outcome(5_000, 2)).toMatch(/^source-unreachable: slow: timestamp\.json comes too slowly/);
});

test('but not before that', async () => {
  expect(await outcome(5_000, 1)).toBe('still waiting');
});

test('a person who cancels is not told that it was slow', async () => {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 10_000);
  expect(await outcome(5_000, 1, controller.signal)).toMatch(/^cancelled/);
});
