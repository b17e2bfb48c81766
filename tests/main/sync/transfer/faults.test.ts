import type { Server } from 'node:http';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { serveFolder, urlOf } from '../../../../main/cli/serve.ts';
import type { Question } from '../../../../shared/model/question.ts';
import { faults, startFaultProxy, type Fault } from '../../../support/fault-proxy.ts';
import { day, noon, numbers, openBranch, openBureau, question, type Branch } from '../support.ts';
import { hashOf } from './support.ts';

vi.mock(import('../../../../main/limits.ts'), async (load) => {
  const { limits } = await load();
  return { limits: { ...limits, firstRetry: 1, idleTimeout: 300 } as unknown as typeof limits };
});

/** Breaks without damage; a stall costs the test its idle timeout. */
const cuts: readonly Fault[] = ['cut', 'cut', 'cut', 'cut', 'cut', 'stall'];

/** `SANXUN_RUNS=1000` is the long form. */
const runs = Number(process.env.SANXUN_RUNS ?? 12);
/** Most of a run is waiting. */
const atOnce = 4;

/** Questions that do not compress well, so that blocks are long enough to break in the middle. */
const wordy = (count: number, round: number): Question[] =>
  numbers(count).map((number) => ({
    ...question(number),
    explanation: Array.from({ length: 120 }, (_, place) =>
      String.fromCodePoint(0x4e00 + ((number * 7_919 + place * 104_729 + round * 31) % 20_000)),
    ).join(''),
  }));

interface Stage {
  readonly server: Server;
  readonly url: string;
  readonly home: string;
  /** A branch on which the first version is installed; copied for each run. */
  readonly branch: string;
}

let stage: Stage;

beforeAll(async () => {
  const bureau = await openBureau();
  await bureau.publish(wordy(800, 0));
  const branch = await openBranch();
  await branch.update(await branch.trust(bureau.repository));
  await bureau.publish([...wordy(800, 1).slice(0, 550), ...wordy(800, 0).slice(550)], noon + day);
  const home = await mkdtemp(path.join(tmpdir(), 'sanxun-test-'));
  await cp(bureau.repository, path.join(home, 'repository'), { recursive: true });
  await cp(branch.directory, path.join(home, 'branch'), { recursive: true });
  const server = await serveFolder(path.join(home, 'repository'), 0);
  stage = { server, home, url: urlOf(server), branch: path.join(home, 'branch') };
}, 60_000);

afterAll(async () => {
  stage.server.close();
  await rm(stage.home, { recursive: true, force: true });
});

/** The installed version, every block of which is hashed. */
async function soundVersion(branch: Branch): Promise<number> {
  const [installed, ...others] = await branch.packages.installed();
  expect(others).toEqual([]);
  for (const { sha256 } of installed?.blocks ?? []) {
    expect(hashOf(await readFile(path.join(branch.directory, 'blocks', sha256)))).toBe(sha256);
  }
  return installed?.version ?? 0;
}

/** Tries to update over a spoilt line a few times, then over a good one. */
async function updateOver(seed: number, spoilt: readonly Fault[], oneIn: number) {
  const proxy = await startFaultProxy({ upstream: stage.url, seed, faults: spoilt, oneIn, pause: 0 });
  const directory = path.join(stage.home, `run-${seed}`);
  try {
    await cp(stage.branch, directory, { recursive: true });
    const branch = await openBranch({ directory, now: () => noon + day });
    const source = await branch.trust(proxy.url);
    proxy.spoil();
    const versions: number[] = [];
    for (let attempt = 0; attempt < 3 && versions.at(-1) !== 2; attempt += 1) {
      const found = await branch.sync(source);
      if (found.ok) await branch.packages.settle(found.value.packages.map(({ staged }) => staged));
      versions.push(await soundVersion(branch));
    }
    proxy.heal();
    await branch.update(source);
    return { versions, last: await soundVersion(branch), proxy };
  } finally {
    await proxy.stop();
    await rm(directory, { recursive: true, force: true });
  }
}

/** One run for each seed, several at the same time. */
async function forEachSeed(run: (seed: number) => Promise<void>): Promise<void> {
  const seeds = numbers(runs).values();
  await Promise.all(
    numbers(atOnce).map(async () => {
      for (const seed of seeds) await run(seed);
    }),
  );
}

describe('updates over bad lines', () => {
  test(
    `${runs} of them end in the old or the new version, never another, and the next good line brings the new one`,
    { timeout: 60_000 + runs * 10_000 },
    async () => {
      const happened = new Map<Fault, number>();
      let updated = 0;
      await forEachSeed(async (seed) => {
        const { versions, last, proxy } = await updateOver(seed, faults, 2 + (seed % 2));
        expect(
          versions.filter((version) => ![1, 2].includes(version)),
          `seed ${seed}`,
        ).toEqual([]);
        expect(last, `seed ${seed}`).toBe(2);
        if (versions.at(-1) === 2) updated += 1;
        for (const fault of proxy.happened) happened.set(fault, (happened.get(fault) ?? 0) + 1);
      });
      if (process.env.SANXUN_RUNS) console.log({ runs, updated, happened: Object.fromEntries(happened) });
      expect(happened.size).toBe(faults.length);
      expect(updated).toBeGreaterThan(runs / 2);
    },
  );

  test(`${runs} of them move at most 64 KiB twice for each break`, { timeout: 60_000 + runs * 10_000 }, async () => {
    const sum = { cuts: 0, sentTwice: 0, worst: 0 };
    await forEachSeed(async (seed) => {
      const { last, proxy } = await updateOver(seed, cuts, 2);
      expect(last, `seed ${seed}`).toBe(2);
      expect(proxy.sentTwice, `seed ${seed}`).toBeLessThanOrEqual(proxy.cuts * 65_536);
      sum.cuts += proxy.cuts;
      sum.sentTwice += proxy.sentTwice;
      sum.worst = Math.max(sum.worst, proxy.cuts === 0 ? 0 : proxy.sentTwice / proxy.cuts);
    });
    if (process.env.SANXUN_RUNS) console.log(sum);
    expect(sum.cuts).toBeGreaterThan(runs);
  });
});
