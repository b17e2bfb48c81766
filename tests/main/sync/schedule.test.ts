import { setImmediate as nextTurn } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { startRunner, type Runner } from '../../../main/sync/automatic/runner.ts';
import { afterCheck, isDue, soon, type CheckOutcome, type Schedule } from '../../../main/sync/automatic/schedule.ts';
import { watch } from '../../../main/sync/automatic/watch.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const dice = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe('the next check', () => {
  const begin: Schedule = { due: 0, failures: 0 };
  const intervals = (outcomes: readonly CheckOutcome[]): number[] => {
    let schedule = begin;
    return outcomes.map((outcome) => (schedule = afterCheck(schedule, outcome, 0, 0.5)).due);
  };

  test('four hours after a good one; a failure doubles from a minute up to six hours; a good one forgets the failures', () => {
    expect(intervals(['good', 'good'])).toEqual([4 * hour, 4 * hour]);
    expect(intervals(Array.from({ length: 11 }, () => 'bad' as const)).map((due) => due / minute)).toEqual([
      1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360,
    ]);
    expect(intervals(['bad', 'bad', 'good', 'bad'])).toEqual([minute, 2 * minute, 4 * hour, minute]);
  });

  test('one that gave way is made up for, and is no failure', () => {
    expect(intervals(['bad', 'yielded', 'bad'])).toEqual([minute, minute, 2 * minute]);
  });

  test('law: never sooner or later than a fifth around the interval', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000 }), fc.integer({ min: 0, max: 2e12 }), dice, (failures, now, random) => {
        const wait = afterCheck({ due: now, failures }, 'bad', now, random).due - now;
        const interval = Math.min(6 * hour, minute * 2 ** failures);
        expect(wait).toBeGreaterThanOrEqual(0.8 * interval - 1);
        expect(wait).toBeLessThanOrEqual(1.2 * interval + 1);
      }),
    );
  });

  test('law: soon means two to thirty seconds, and never later than planned', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 * hour }), fc.integer({ min: 0, max: 20 }), dice, (planned, failures, random) => {
        const { due, failures: still } = soon({ due: planned, failures }, 0, random);
        expect(due).toBeLessThanOrEqual(Math.min(planned, 30 * second));
        expect(due === planned || due >= 2 * second).toBe(true);
        expect(still).toBe(failures);
      }),
    );
  });

  test('a clock that is set back by years does not put it off by years', () => {
    expect(isDue({ due: 2e12, failures: 0 }, 1e12)).toBe(true);
    expect(isDue({ due: 1e12 + hour, failures: 0 }, 1e12)).toBe(false);
    expect(isDue({ due: 1e12, failures: 0 }, 2e12)).toBe(true);
  });
});

/** A clock that is moved by hand, with the timers that hang on it. */
function handClock() {
  let time = 1_000_000;
  const timers = new Set<{ readonly at: number; readonly callBack: () => void }>();
  return {
    now: () => time,
    setTimer(callBack: () => void, milliseconds: number) {
      const timer = { at: time + milliseconds, callBack };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    waiting: () => timers.size,
    async pass(milliseconds: number): Promise<void> {
      const until = time + milliseconds;
      await nextTurn(); // what has just ended sets its timers
      for (;;) {
        const next = [...timers].toSorted((one, other) => one.at - other.at)[0];
        if (!next || next.at > until) break;
        timers.delete(next);
        time = Math.max(time, next.at);
        next.callBack();
        await nextTurn();
      }
      time = until;
    },
  };
}

interface Trial {
  readonly clock: ReturnType<typeof handClock>;
  readonly runner: Runner;
  /** Minutes since the start, and what was looked at. */
  readonly checks: [number, string | null][];
  enabled: boolean;
  outcome: CheckOutcome | Promise<CheckOutcome>;
}

function trial(): Trial {
  const clock = handClock();
  const start = clock.now();
  const checks: Trial['checks'] = [];
  const state: { enabled: boolean; outcome: Trial['outcome'] } = { enabled: true, outcome: 'good' };
  const runner = startRunner({
    ...clock,
    random: () => 0.5,
    enabled: () => state.enabled,
    async check(drive) {
      checks.push([Math.round((clock.now() - start) / minute), drive]);
      return state.outcome;
    },
  });
  return Object.assign(state, { clock, runner, checks });
}

describe('the runner', () => {
  test('looks soon after the start, and then every four hours', async () => {
    const { clock, checks } = trial();
    await clock.pass(9 * hour);
    expect(checks).toEqual([
      [0, null],
      [240, null],
      [480, null],
    ]);
  });

  test('backs off while the network is away, and comes at once when it is back', async () => {
    const here = trial();
    here.outcome = 'bad';
    await here.clock.pass(20 * minute);
    expect(here.checks.map(([at]) => at)).toEqual([0, 1, 3, 7, 15]);
    here.outcome = 'good';
    here.runner.hurry();
    await here.clock.pass(minute);
    expect(here.checks.map(([at]) => at)).toEqual([0, 1, 3, 7, 15, 20]);
  });

  test('what happens during a check that fails is not forgotten', async () => {
    const here = trial();
    let end = (_outcome: CheckOutcome): void => undefined;
    here.outcome = new Promise((resolve) => (end = resolve));
    await here.clock.pass(minute);
    here.runner.hurry();
    here.outcome = 'good';
    end('bad');
    await here.clock.pass(40 * second);
    expect(here.checks).toEqual([
      [0, null],
      [1, null],
    ]);
  });

  test('one check at a time: a drive that is plugged in meanwhile is looked at afterwards', async () => {
    const here = trial();
    let end = (_outcome: CheckOutcome): void => undefined;
    here.outcome = new Promise((resolve) => (end = resolve));
    await here.clock.pass(minute);
    here.runner.look('/media/stick');
    here.runner.look('/media/stick');
    await here.clock.pass(minute);
    expect(here.checks).toHaveLength(1);
    here.outcome = 'good';
    end('good');
    await here.clock.pass(second);
    expect(here.checks).toEqual([
      [0, null],
      [2, '/media/stick'],
    ]);
    await here.clock.pass(4 * hour);
    expect(here.checks).toHaveLength(3);
  });

  test('nothing while it is not wanted; soon after it is', async () => {
    const here = trial();
    here.enabled = false;
    here.runner.look('/media/stick');
    await here.clock.pass(5 * hour);
    expect(here.checks).toEqual([]);
    here.enabled = true;
    await here.clock.pass(minute);
    expect(here.checks).toEqual([[300, null]]);
  });

  test('a stopped runner holds no timer', async () => {
    const here = trial();
    await here.clock.pass(minute);
    here.runner.stop();
    here.runner.hurry();
    here.runner.look('/media/stick');
    await here.clock.pass(10 * hour);
    expect([here.checks.length, here.clock.waiting()]).toEqual([1, 0]);
  });
});

describe('a watch', () => {
  test('tells every change and nothing else; an answer that fails counts as unchanged; it can be ended', async () => {
    const clock = handClock();
    const answers = ['a', 'a', new Error('busy'), 'b', 'b', 'a'];
    const changes: string[] = [];
    const end = watch<string>({
      ...clock,
      every: 3 * second,
      async read() {
        const answer = answers.shift() ?? 'a';
        if (answer instanceof Error) throw answer;
        return answer;
      },
      changed: (after, before) => changes.push(`${before}→${after}`),
    });
    await clock.pass(minute);
    expect(changes).toEqual(['a→b', 'b→a']);
    end();
    await clock.pass(minute);
    expect(clock.waiting()).toBe(0);
  });
});
