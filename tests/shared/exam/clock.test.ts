import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addInterval, formatTime, jumpMs, longestIntervalMs, readClock, timeLeft, watchFrom, type ClockJump } from '@shared/exam/clock.ts';

test('the time left never falls below nothing', () => {
  expect(timeLeft(3_600_000, 600_000)).toBe(3_000_000);
  expect(timeLeft(1_000, 5_000)).toBe(0);
});

test('only a plausible interval counts', () => {
  expect(addInterval(1_000, 50, 2_050)).toBe(3_000);
  expect(addInterval(1_000, 2_050, 50)).toBe(1_000);
  expect(addInterval(1_000, 0, Number.NaN)).toBe(1_000);
  expect(addInterval(1_000, 0, Infinity)).toBe(1_000);
  expect(addInterval(0, 0, longestIntervalMs)).toBe(longestIntervalMs);
  expect(addInterval(0, 0, longestIntervalMs + 1)).toBe(0);
});

test('law: many short readings add up to one long reading, and no reading gives time back', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -5_000, max: 60_000 }), { maxLength: 50 }), (steps) => {
      let now = 0;
      let elapsed = 0;
      for (const step of steps) {
        const later = addInterval(elapsed, now, now + step);
        expect(later).toBeGreaterThanOrEqual(elapsed);
        elapsed = later;
        now += step;
      }
      expect(elapsed).toBe(steps.filter((step) => step > 0).reduce((sum, step) => sum + step, 0));
    }),
  );
});

test('times read as on a clock; 00:00 means over', () => {
  expect([0, -5, 1, 59_000, 60_000, 3_599_001, 3_600_000, 7_325_000].map(formatTime)).toEqual([
    '00:00',
    '00:00',
    '00:01',
    '00:59',
    '01:00',
    '1:00:00',
    '1:00:00',
    '2:02:05',
  ]);
});

describe('a watched clock', () => {
  const from = { wall: 1_000_000, monotonic: 50 };
  /** Reads the clock at each of these (wall, monotonic) steps after the one before. */
  function read(steps: readonly (readonly [wall: number, monotonic: number])[], start = watchFrom(0, from)) {
    let clock = start;
    const jumps: ClockJump[] = [];
    for (const [wall, monotonic] of steps) {
      const { wall: wallNow, monotonic: monotonicNow } = clock.last;
      const reading = readClock(clock, { wall: wallNow + wall, monotonic: monotonicNow + monotonic });
      clock = reading.clock;
      if (reading.jump) jumps.push(reading.jump);
    }
    return { elapsedMs: clock.elapsedMs, jumps, clock };
  }
  const ticks = (count: number): (readonly [number, number])[] => Array.from({ length: count }, () => [250, 250] as const);

  test('runs on the monotonic clock and says nothing as long as both agree', () => {
    expect(read(ticks(14_400))).toMatchObject({ elapsedMs: 3_600_000, jumps: [] });
    expect(read([[20_010, 20_000]])).toMatchObject({ elapsedMs: 20_000, jumps: [] }); // stopped for 20 s, SIGSTOP
  });

  test('is not moved by a date that is set forth or back, and tells it', () => {
    const steps = [...ticks(4), [3_600_250, 250] as const, ...ticks(4), [-7_199_750, 250] as const, ...ticks(4)];
    expect(read(steps)).toMatchObject({
      elapsedMs: 14 * 250,
      jumps: [
        { wallMs: 3_600_250, monotonicMs: 250 },
        { wallMs: -7_199_750, monotonicMs: 250 },
      ],
    });
  });

  test('finds a date that runs ten times too slow', () => {
    const slow = Array.from({ length: 40 }, () => [25, 250] as const);
    const { elapsedMs, jumps } = read(slow);
    expect(elapsedMs).toBe(10_000);
    expect(jumps).toEqual(Array.from({ length: 4 }, () => ({ wallMs: 225, monotonicMs: 2_250 })));
  });

  test('charges no sleep that the system announced, whether or not its monotonic clock runs through it', () => {
    const asleep = { ...watchFrom(60_000, from), asleep: true };
    expect(
      read(
        [
          [250, 250],
          [1_800_000, 1_800_000],
        ],
        asleep,
      ),
    ).toMatchObject({
      elapsedMs: 60_250,
      jumps: [{ wallMs: 1_800_000, monotonicMs: 1_800_000 }],
    });
    expect(read([[1_800_000, 120]], asleep)).toMatchObject({ elapsedMs: 60_120, jumps: [{ wallMs: 1_800_000, monotonicMs: 120 }] });
  });

  test('tells an interval that is too long to be charged', () => {
    const hours = 2 * longestIntervalMs;
    expect(read([[hours, hours]])).toMatchObject({ elapsedMs: 0, jumps: [{ wallMs: hours, monotonicMs: hours }] });
  });

  test('law: whatever the date does, the time used is that of the monotonic clock, and every jump is told', () => {
    const step = fc.tuple(fc.integer({ min: -10_000_000, max: 10_000_000 }), fc.integer({ min: 0, max: 60_000 }));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const { elapsedMs, jumps, clock } = read(steps);
        expect(elapsedMs).toBe(steps.reduce((sum, [, monotonic]) => sum + monotonic, 0));
        const untold = { wallMs: clock.last.wall - clock.agreed.wall, monotonicMs: clock.last.monotonic - clock.agreed.monotonic };
        expect(Math.abs(untold.wallMs - untold.monotonicMs)).toBeLessThanOrEqual(jumpMs);
        const large = steps.filter(([wall, monotonic]) => Math.abs(wall - monotonic) > jumpMs);
        const told = jumps.map(({ wallMs, monotonicMs }) => `${wallMs}/${monotonicMs}`);
        expect(told).toEqual(expect.arrayContaining(large.map(([wall, monotonic]) => `${wall}/${monotonic}`)));
      }),
    );
  });
});
