import { describe, expect, it } from 'vitest';
import type { TaskProgress } from '@shared/ipc/contract.ts';
import { createTasks } from '../../main/tasks.ts';

/** Tasks with a clock that is moved by hand. */
function tasksAt() {
  const told: TaskProgress[] = [];
  const clock = { now: 0 };
  const tasks = createTasks(
    (progress) => told.push(progress),
    () => clock.now,
  );
  return { tasks, told, clock };
}

describe('progress', () => {
  it('tells the first and last step of every phase and at most ten a second between', async () => {
    const { tasks, told, clock } = tasksAt();
    await tasks.run('task', async (_signal, progress) => {
      for (const phase of ['download', 'check'] as const) {
        for (let done = 0; done <= 1_000; done++) {
          clock.now += 1;
          progress({ phase, done, total: 1_000 });
        }
      }
    });
    for (const phase of ['download', 'check']) {
      const steps = told.filter((step) => step.phase === phase).map(({ done }) => done);
      expect([steps[0], steps.at(-1)]).toEqual([0, 1_000]);
      expect(steps.length).toBeGreaterThanOrEqual(10);
      expect(steps.length).toBeLessThanOrEqual(12);
    }
    expect(new Set(told.map(({ task }) => task))).toEqual(new Set(['task']));
  });

  it('tells every step of a slow task', async () => {
    const { tasks, told, clock } = tasksAt();
    await tasks.run('task', async (_signal, progress) => {
      for (let done = 1; done <= 5; done++) {
        clock.now += 100;
        progress({ phase: 'write', done, total: 5 });
      }
    });
    expect(told.map(({ done }) => done)).toEqual([1, 2, 3, 4, 5]);
  });
});

describe('cancelling', () => {
  it('fires the signal of that task only', async () => {
    const { tasks } = tasksAt();
    const ends = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const signals: AbortSignal[] = [];
    const running = ['one', 'other'].map((task, place) =>
      tasks.run(task, async (signal) => {
        signals.push(signal);
        await ends[place]!.promise;
      }),
    );
    tasks.cancel('one');
    tasks.cancel('unknown');
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
    ends.forEach(({ resolve }) => resolve());
    await Promise.all(running);
  });

  it('does nothing to a task that has ended, well or badly, and to a later one of that name', async () => {
    const { tasks } = tasksAt();
    let ended: AbortSignal | null = null;
    const breaks = tasks.run('task', async (signal) => {
      ended = signal;
      throw new Error('broken');
    });
    await expect(breaks).rejects.toThrow('broken');
    tasks.cancel('task');
    expect(ended).toMatchObject({ aborted: false });
    expect(await tasks.run('task', async (signal) => signal.aborted)).toBe(false);
  });
});
