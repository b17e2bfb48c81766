import { createServer, type ServerResponse } from 'node:http';
import { cp, readFile, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { rotate } from '../../../main/publish/keys/rotation.ts';
import { createUnlocked } from '../../../main/publish/keys/unlocked.ts';
import { publishPackage } from '../../../main/publish/publish.ts';
import type { Progress } from '../../../main/sync/run/run.ts';
import {
  copyOf,
  day,
  failureOf,
  noon,
  numbers,
  openBranch,
  openBureau,
  question,
  serve,
  untilTestEnds,
  valueOf,
  type Bureau,
} from './support.ts';

const bank = (count: number, note = '') => numbers(count).map((number) => question(number, { note }));

type Step = Parameters<Progress>[0];

const lengthOf = (entries: readonly { readonly length: number }[]) => entries.reduce((sum, { length }) => sum + length, 0);

describe('what waits', () => {
  test('an automatic check only says what it found; after a restart it waits still, without any source', async () => {
    const bureau = await openBureau();
    const { manifest } = await bureau.publish(bank(600));
    let told = 0;
    const branch = await openBranch({ changed: () => void told++ });
    const source = await branch.trust(bureau.repository);
    told = 0;
    expect(await branch.packages.check(null)).toBe('good');
    expect(told).toBe(2); // its begin and its end
    expect(await branch.packages.installed()).toEqual([]);
    expect((await branch.packages.overview()).waiting).toMatchObject({ packages: [{ manifest, added: 600, source: 'repository' }] });
    await rm(bureau.repository, { recursive: true });

    const awake = Promise.withResolvers<void>();
    const restarted = await openBranch({ directory: branch.directory, changed: awake.resolve });
    expect((await restarted.packages.overview()).waiting).toBeNull();
    await awake.promise;
    const { waiting } = await restarted.packages.overview();
    expect(waiting).toMatchObject({ packages: [{ manifest, added: 600 }], transferredBytes: 0 });
    await restarted.packages.settle(waiting!.packages.map(({ staged }) => staged));
    expect(await restarted.packages.installed()).toMatchObject([{ name: 'bank', version: 1 }]);
    expect((await restarted.packages.overview()).waiting).toBeNull();
    expect((await restarted.packages.sources())[0]).toMatchObject({ id: source });
    expect(await readFile(path.join(branch.directory, 'found.json'), 'utf8')).toBe('[]');
  });

  test('what is put off comes back by hand and when something newer is there, not by itself', async () => {
    const bureau = await openBureau();
    await bureau.publish(bank(3));
    const branch = await openBranch();
    await branch.trust(bureau.repository);
    await branch.packages.check(null);
    await branch.packages.putOff();
    await branch.packages.check(null);
    expect((await branch.packages.overview()).waiting).toBeNull();
    expect(valueOf(await branch.sync(null)).packages).toMatchObject([{ manifest: { version: 1 } }]);
    await branch.packages.putOff();
    await bureau.publish(bank(4), noon + day);
    await branch.packages.check(null);
    expect((await branch.packages.overview()).waiting).toMatchObject({ packages: [{ manifest: { version: 2 } }] });
  });

  test('what is put off or rolled back from is told until it is installed', async () => {
    const bureau = await openBureau();
    await bureau.publish(bank(3));
    const branch = await openBranch();
    const source = await branch.trust(bureau.repository);
    const putOff = async () => (await branch.packages.overview()).putOff;
    await branch.packages.check(null);
    expect(await putOff()).toEqual([]);
    await branch.packages.putOff();
    expect(await putOff()).toEqual([{ title: '题库 bank', version: 1 }]);
    await branch.update(source);
    expect(await putOff()).toEqual([]);
    await bureau.publish(bank(4), noon + day);
    await branch.update(source);
    await branch.packages.settle([valueOf(await branch.packages.rollBack('bank')).staged]);
    expect(await putOff()).toEqual([{ title: '题库 bank', version: 2 }]);
    await branch.packages.removeSource(source);
    expect(await putOff()).toEqual([]);
  });

  test('looking at the version before takes away nothing that waits', async () => {
    const bureau = await openBureau();
    await bureau.publish(bank(3));
    const branch = await openBranch();
    const source = await branch.trust(bureau.repository);
    await branch.update(source);
    await bureau.publish(bank(4), noon + day);
    await branch.update(source);
    const { manifest } = await bureau.publish(bank(5), noon + 2 * day);
    await branch.packages.check(null);
    const back = valueOf(await branch.packages.rollBack('bank'));
    const { waiting } = await branch.packages.overview();
    expect(waiting).toMatchObject({ packages: [{ manifest }] });
    expect(await branch.packages.settle([waiting!.packages[0]!.staged])).toMatchObject([{ version: 3 }]);
    await expect(branch.packages.settle([back.staged])).rejects.toThrow('nothing is staged');
  });

  test('a check that runs by itself is told while it runs', async () => {
    const bureau = await openBureau();
    await bureau.publish(bank(3));
    const told: Promise<boolean>[] = [];
    let listening = false;
    const checking = async (): Promise<boolean> => (await branch.packages.overview()).checking;
    const branch = await openBranch({ changed: () => void (listening && told.push(checking())) });
    await branch.trust(bureau.repository);
    listening = true;
    await branch.packages.check(null);
    listening = false;
    expect(await Promise.all(told)).toEqual([true, false]);
  });

  test('after a restart everything that is complete waits at once', async () => {
    const bureau = await openBureau();
    await bureau.publish(bank(3));
    await bureau.publish(bank(900), noon, 'second');
    const branch = await openBranch();
    await branch.trust(bureau.repository);
    await branch.packages.check(null);
    const counts: Promise<number>[] = [];
    const awake = Promise.withResolvers<void>();
    const restarted = await openBranch({ directory: branch.directory, changed: awake.resolve });
    const count = async (): Promise<number> => (await restarted.packages.overview()).waiting?.packages.length ?? 0;
    const ticks = setInterval(() => void counts.push(count()), 1);
    await awake.promise;
    clearInterval(ticks);
    expect(new Set([...(await Promise.all(counts)), await count()])).toEqual(new Set([0, 2]));
  });

  test('signatures that have expired since let nothing wait', async () => {
    const bureau = await openBureau();
    await bureau.publish(bank(3));
    const branch = await openBranch();
    await branch.trust(bureau.repository);
    await branch.packages.check(null);
    const awake = Promise.withResolvers<void>();
    const later = await openBranch({ directory: branch.directory, now: () => noon + 500 * day, changed: awake.resolve });
    await later.packages.overview();
    await awake.promise;
    expect((await later.packages.overview()).waiting).toBeNull();
  });

  test('removing the last source of a publisher takes away what waits of it, and nothing that is installed', async () => {
    const [first, second] = [await openBureau(), await openBureau()];
    await first.publish(bank(3));
    await second.publish(bank(4), noon, 'other');
    const branch = await openBranch();
    const [one, other] = [await branch.trust(first.repository), await branch.trust(second.repository)];
    await branch.update(one);
    await first.publish(bank(5), noon + day);
    await branch.packages.check(null);
    await branch.packages.removeSource(one);
    expect((await branch.packages.overview()).waiting).toMatchObject({ packages: [{ manifest: { name: 'other' } }] });
    await branch.packages.removeSource(other);
    expect(await branch.packages.overview()).toMatchObject({ waiting: null, unfinished: null, installed: [{ name: 'bank', version: 1 }] });
  });

  test('a run by hand makes an automatic one give way', async () => {
    const bureau = await openBureau();
    await bureau.publish(bank(2_000));
    const branch = await openBranch();
    await branch.trust(await serveSlowly(bureau.repository));
    const automatic = branch.packages.check(null);
    const byHand = branch.sync(null);
    expect([await automatic, valueOf(await byHand).packages]).toMatchObject(['yielded', [{ manifest: { version: 1 } }]]);
    const [running, second] = [branch.sync(null), branch.packages.check(null)];
    expect([await second, (await running).ok]).toEqual(['yielded', true]);
  });
});

/** A line on which every answer takes a moment. */
async function serveSlowly(folder: string): Promise<string> {
  const behind = await serve(folder);
  const server = createServer((request, response) => {
    void pass(new URL(request.url ?? '/', behind), response);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return untilTestEnds(server);
}

async function pass(address: URL, response: ServerResponse): Promise<void> {
  await sleep(50);
  const answer = await fetch(address);
  response.writeHead(answer.status).end(Buffer.from(await answer.arrayBuffer()));
}

describe('what is unfinished', () => {
  async function brokenOff() {
    const bureau = await openBureau();
    const { manifest } = await bureau.publish(bank(3_000, '很长的一段解析。'.repeat(20)));
    const branch = await openBranch();
    await branch.trust(bureau.repository);
    const controller = new AbortController();
    const result = await branch.sync(null, controller.signal, ({ phase, done, total }) => {
      if (phase === 'download' && done > total / 2) controller.abort();
    });
    expect(failureOf(result).kind).toBe('cancelled');
    return { manifest, branch };
  }

  test('is offered after a restart, kept when other things are collected, and gone on with', async () => {
    const { manifest, branch } = await brokenOff();
    const restarted = await openBranch({ directory: branch.directory });
    const { unfinished } = await restarted.packages.overview();
    const total = lengthOf(manifest.blocks);
    expect(unfinished).toEqual({ done: expect.any(Number), total, titles: ['题库 bank'] });
    expect(unfinished!.done).toBeGreaterThan(total / 2);

    const other = await openBureau();
    await other.publish(bank(2), noon, 'other');
    await restarted.update(await restarted.trust(other.repository));
    expect((await restarted.packages.overview()).unfinished).toEqual(unfinished);

    const steps: Step[] = [];
    const run = await restarted.sync(null, new AbortController().signal, (step) => void steps.push(step));
    const { packages, transferredBytes, reusedBytes } = valueOf(run);
    const downloaded = steps.filter(({ phase }) => phase === 'download');
    expect(downloaded[0]).toEqual({ phase: 'download', unit: 'bytes', done: unfinished!.done, total, remaining: null });
    expect(downloaded.at(-1)).toMatchObject({ done: total, total });
    expect(steps.map(({ phase }) => phase).filter((phase, place, all) => phase !== all[place - 1])).toEqual([
      'metadata',
      'download',
      'check',
    ]);
    expect([packages.map((staged) => staged.manifest), reusedBytes]).toEqual([[manifest], unfinished!.done]);
    expect(transferredBytes).toBeLessThan(total - unfinished!.done + 20_000);
    expect((await restarted.packages.overview()).unfinished).toBeNull();
  });

  test('can be thrown away', async () => {
    const { branch } = await brokenOff();
    await branch.packages.discard();
    expect((await branch.packages.overview()).unfinished).toBeNull();
    expect(await readdir(path.join(branch.directory, 'blocks'))).toEqual([]);
  });
});

describe('limits', () => {
  test('a disk that is too full is noticed before anything is fetched', async () => {
    const bureau = await openBureau();
    await bureau.publish(bank(600));
    const branch = await openBranch({ freeBytes: async () => 1_000_000 });
    await branch.trust(bureau.repository);
    expect(await branch.refusal(null)).toEqual({ kind: 'disk-full', subject: '' });
    expect(await readdir(path.join(branch.directory, 'blocks'))).toEqual([]);
  });

  test('the month’s limit stops http, and can be passed by hand; what came stays', async () => {
    const bureau = await openBureau();
    const { manifest } = await bureau.publish(bank(3_000, '很长的一段解析。'.repeat(20)));
    const branch = await openBranch({ monthlyLimit: () => 20_000 });
    await branch.trust(await serve(bureau.repository));
    expect((await branch.refusal(null)).kind).toBe('metered');
    const { usedThisMonth, unfinished } = await branch.packages.overview();
    expect(usedThisMonth).toBeGreaterThanOrEqual(20_000);
    expect(unfinished?.titles).toEqual(['题库 bank']);
    const { signal } = new AbortController();
    const findings = valueOf(await branch.packages.sync({ sources: null, beyondLimit: true }, signal, () => undefined));
    expect(findings.packages.map((staged) => staged.manifest)).toEqual([manifest]);
    expect(findings.transferredBytes).toBeLessThan(lengthOf(manifest.blocks));
  });
});

describe('months offline', () => {
  const unlocked = createUnlocked();
  const rotateKeys = (bureau: Bureau, kind: 'online' | 'renew', now: number) =>
    rotate({ directory: bureau.keys, repository: bureau.repository, unlocked }, { kind }, now);

  test('twelve versions and three rotations later, one run brings the newest by what changed', async () => {
    const bureau = await openBureau();
    await bureau.publish(bank(1_200, '解析'));
    const branch = await openBranch();
    const address = await serve(bureau.repository);
    const source = await branch.trust(address);
    await branch.update(source);
    let now = noon;
    for (const version of numbers(12)) {
      now += 20 * day;
      if (version % 5 === 0) await rotateKeys(bureau, 'online', now);
      const questions = bank(1_200, '解析').map((one, place) => (place < version ? { ...one, explanation: `改 ${version}` } : one));
      await bureau.publish([...questions, question(5_000 + version)], now);
    }
    await rotateKeys(bureau, 'renew', now);
    const home = await openBranch({ directory: branch.directory, now: () => now });
    const [newest] = await home.update(source);
    expect(newest).toMatchObject({ manifest: { version: 13 }, added: 1, changed: 12, withdrawn: 0, replaces: { version: 1 } });
    const roots = (await readdir(path.join(bureau.repository, 'metadata'))).filter((name) => name.endsWith('.root.json')).length;
    expect(await home.packages.history(3)).toMatchObject([
      { event: 'installed', version: 13 },
      { event: 'keys-renewed', version: roots, source: address },
      { event: 'installed', version: 1 },
    ]);
    expect(valueOf(await home.sync(null))).toMatchObject({ packages: [], refused: [], unread: [] });
  });

  test('a copy from before the keys were renewed is an older copy where a newer one is at hand, and refused where it is alone', async () => {
    const bureau = await openBureau();
    await bureau.publish(bank(3));
    const old = await copyOf(bureau.repository);
    await rotateKeys(bureau, 'online', noon + day);
    await bureau.publish(bank(4), noon + 2 * day);
    const branch = await openBranch({ now: () => noon + 2 * day });
    const [stale, fresh] = [await branch.trust(old), await branch.trust(bureau.repository)];
    await branch.update(fresh);
    expect(valueOf(await branch.sync(null))).toMatchObject({ packages: [], refused: [], unread: [] });
    expect((await branch.packages.sources()).map(({ lastCheck }) => lastCheck?.failure)).toEqual([null, null]);
    expect((await branch.refusal(stale)).kind).toBe('wrong-key');
    // Another publisher's folder is none of it, whatever it lacks.
    const stranger = await openBureau();
    await stranger.publish(bank(2));
    await rm(old, { recursive: true });
    await cp(stranger.repository, old, { recursive: true });
    expect(valueOf(await branch.sync(null)).unread).toMatchObject([{ source: stale, failure: { kind: 'wrong-key' } }]);
  });

  test('nothing that has expired is installed, nothing is taken away, and it says since when', async () => {
    const bureau = await openBureau();
    await bureau.publish(bank(3));
    const branch = await openBranch();
    const source = await branch.trust(bureau.repository);
    await branch.update(source);
    await bureau.publish(bank(4), noon + day);
    const late = await openBranch({ directory: branch.directory, now: () => noon + 900 * day });
    expect(await late.refusal(source)).toMatchObject({ kind: 'expired', at: expect.stringMatching(/^2027-/) });
    expect(await late.packages.overview()).toMatchObject({
      installed: [{ version: 1, expires: expect.stringMatching(/^2027-/) }],
      clock: null,
    });
    const slow = await openBranch({ directory: branch.directory, now: () => noon - 2_000 * day });
    expect((await slow.packages.overview()).clock).toMatchObject({ kind: 'behind', seen: new Date(noon).toISOString() });
  });
});

describe('history', () => {
  test('says what was installed, refused, rolled back and removed; a heal is no event', async () => {
    const bureau = await openBureau();
    await bureau.publish(bank(3));
    const branch = await openBranch();
    const source = await branch.trust(bureau.repository);
    await branch.update(source);
    await publishPackage({
      ...bureau,
      name: 'bank',
      title: '题库 bank',
      contents: { kind: 'bank', items: { questions: bank(4) } },
      now: noon,
    });
    await branch.update(source);
    const back = valueOf(await branch.packages.rollBack('bank'));
    await branch.packages.settle([back.staged]);
    const again = valueOf(await branch.packages.restore('bank'));
    await branch.packages.settle([again!.staged]);
    await branch.packages.removeSource(source);
    const entries = await branch.packages.history(10);
    expect(entries.map(({ event, version }) => [event, version])).toEqual([
      ['removed', null],
      ['rolled-back', 1],
      ['installed', 2],
      ['installed', 1],
      ['trusted', null],
    ]);
    expect((await branch.packages.overview()).newRefusals).toBe(0);
  });
});
