import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { candidatesOn } from '../../../main/sync/sources/places.ts';
import {
  copyOf,
  day,
  failureOf,
  findFile,
  noon,
  numbers,
  openBranch,
  openBureau,
  question,
  serve,
  temporaryFolder,
  valueOf,
  type Branch,
} from './support.ts';

const bank = (count: number, note = '') => numbers(count).map((number) => question(number, { note }));

async function moveTo(folder: string, from: string): Promise<void> {
  await mkdir(path.dirname(folder), { recursive: true });
  await rename(from, folder);
}

const checksOf = async (branch: Branch) => (await branch.packages.sources()).map(({ lastCheck }) => lastCheck?.failure ?? null);
const brought = (packages: readonly { manifest: { name: string; version: number }; source: string }[]) =>
  packages.map(({ manifest, source }) => [manifest.name, manifest.version, source]);

describe('several copies of one publisher', () => {
  async function newAndOld() {
    const bureau = await openBureau();
    await bureau.publish(bank(600));
    const old = await copyOf(bureau.repository);
    await bureau.publish([...bank(599), question(600, { note: '改' })], noon + day);
    return { fresh: bureau.repository, old };
  }

  test.each([true, false])('the newest wins wherever it stands, and an older copy is no error (old one first: %s)', async (oldFirst) => {
    const { fresh, old } = await newAndOld();
    const branch = await openBranch();
    const [freshId, oldId] = [await branch.trust(fresh), await branch.trust(old)];
    await branch.packages.orderSources(oldFirst ? [oldId, freshId] : [freshId, oldId]);
    const findings = valueOf(await branch.sync(null));
    expect(brought(findings.packages)).toEqual([['bank', 2, 'repository']]);
    expect([findings.refused, findings.unread, await checksOf(branch)]).toEqual([[], [], [null, null]]);
    await branch.packages.settle(findings.packages.map(({ staged }) => staged));
    expect(valueOf(await branch.sync(null))).toMatchObject({ packages: [], refused: [], unread: [] });
    expect(await branch.refusal(oldId)).toMatchObject({ kind: 'older' });
  });

  test('what the preferred copy lacks or has damaged comes from the next one', async () => {
    const bureau = await openBureau();
    const { manifest } = await bureau.publish(bank(1_600));
    const share = await copyOf(bureau.repository);
    await rm(await findFile(share, /b0002/));
    await writeFile(await findFile(share, /b0003/), 'nothing of the kind');
    const branch = await openBranch();
    await branch.trust(share);
    const address = await serve(bureau.repository);
    await branch.trust(address);
    const { packages, refused } = valueOf(await branch.sync(null));
    expect([brought(packages), refused]).toEqual([[['bank', 1, 'stick']], []]);
    // Little came from the server: the traffic of http is counted apart.
    const { usedThisMonth } = await branch.packages.overview();
    const two = manifest.blocks[1]!.length + manifest.blocks[2]!.length;
    expect(usedThisMonth).toBeGreaterThan(two);
    expect(usedThisMonth).toBeLessThan(two + 10_000);
  });

  test('a copy whose description of a package is damaged gives way to the next', async () => {
    const bureau = await openBureau();
    await bureau.publish(bank(3));
    const share = await copyOf(bureau.repository);
    const manifest = await findFile(share, /manifest/);
    await writeFile(manifest, (await readFile(manifest)).toReversed());
    const branch = await openBranch();
    const alone = await branch.trust(share);
    expect(await branch.refusal(alone)).toMatchObject({ kind: 'tampered' });
    await branch.trust(await serve(bureau.repository));
    expect(valueOf(await branch.sync(null)).packages).toHaveLength(1);
  });
});

describe('sources that fail', () => {
  test('one that cannot be reached does not stop the others, and says so', async () => {
    const [first, second] = [await openBureau(), await openBureau()];
    await first.publish(bank(3));
    await second.publish(bank(4), noon, 'other');
    const branch = await openBranch();
    const gone = await branch.trust(first.repository);
    await branch.trust(second.repository);
    await rm(first.repository, { recursive: true });
    const findings = valueOf(await branch.sync(null));
    expect(brought(findings.packages)).toEqual([['other', 1, 'repository']]);
    const failure = { kind: 'source-unreachable', subject: 'repository' };
    expect(findings.unread).toEqual([{ source: gone, label: 'repository', failure }]);
    expect(await branch.packages.sources()).toMatchObject([
      { lastSuccess: null, lastCheck: { at: noon, failure } },
      { lastSuccess: noon, lastCheck: { at: noon, failure: null } },
    ]);
  });

  test('where none can be read a refusal is told before a line that is down, starter or not', async () => {
    const [program, bureau, altered] = [await openBureau(), await openBureau(), await openBureau()];
    await program.publish(bank(2));
    await bureau.publish(bank(3));
    await altered.publish(bank(4), noon, 'other');
    const branch = await openBranch({ starter: program.repository });
    await branch.update('starter');
    const [one, other] = [await branch.trust(bureau.repository), await branch.trust(altered.repository)];
    await rm(bureau.repository, { recursive: true });
    await writeFile(path.join(altered.repository, 'metadata/timestamp.json'), '{}');
    expect((await branch.refusal(null)).kind).toBe('tampered');
    await branch.packages.orderSources([other, one]);
    expect((await branch.refusal(null)).kind).toBe('tampered');
    expect(await branch.packages.history(10)).toMatchObject([
      { event: 'refused', source: 'repository', failure: { kind: 'tampered' }, reason: expect.stringContaining('timestamp.json') },
      { event: 'trusted' },
      { event: 'trusted' },
      { event: 'installed', version: 1, source: '随程序附带的内容' },
    ]);
  });

  test('two publishers of one name: the preferred one has it, the other is refused, the rest is installed', async () => {
    const [first, second] = [await openBureau(), await openBureau()];
    await first.publish(bank(3));
    await second.publish(bank(4));
    await second.publish(bank(2), noon, 'other');
    const branch = await openBranch();
    await branch.trust(first.repository);
    await branch.trust(second.repository);
    const findings = valueOf(await branch.sync(null));
    expect(findings.packages.map(({ manifest, added }) => [manifest.name, added])).toEqual([
      ['bank', 3],
      ['other', 2],
    ]);
    expect(findings.refused).toEqual([{ kind: 'other-publisher', subject: '题库 bank' }]);
  });

  test('what came of one package is kept when another one cannot be had', async () => {
    const bureau = await openBureau();
    await bureau.publish(bank(3));
    await bureau.publish(bank(4), noon, 'other');
    await rm(await findFile(bureau.repository, /bank\/.*b0001/));
    const branch = await openBranch();
    await branch.trust(bureau.repository);
    const findings = valueOf(await branch.sync(null));
    expect(findings.packages.map(({ manifest }) => manifest.name)).toEqual(['other']);
    expect(findings.refused).toMatchObject([{ kind: 'truncated' }]);
    await branch.packages.settle(findings.packages.map(({ staged }) => staged));
    expect((await branch.packages.overview()).unfinished).toMatchObject({ done: 0, titles: ['题库 bank'] });
    expect((await branch.refusal(null)).kind).toBe('truncated');
  });
});

describe('the list', () => {
  test('keeps the order that a person gave it; the starter stands last; what is not named follows', async () => {
    const bureaus = [await openBureau(), await openBureau(), await openBureau()];
    for (const bureau of bureaus) await bureau.publish(bank(1));
    const branch = await openBranch({ starter: bureaus[0]!.repository });
    const ids: string[] = [];
    for (const { repository } of bureaus) ids.push(await branch.trust(repository));
    const [a, b, c] = ids as [string, string, string];
    await branch.packages.orderSources([c, 'made up', c, a]);
    expect((await branch.packages.sources()).map(({ id }) => id)).toEqual([c, a, b, 'starter']);
    await branch.packages.removeSource(a);
    await branch.trust(bureaus[1]!.repository);
    const again = await openBranch({ directory: branch.directory, starter: bureaus[0]!.repository });
    expect((await again.packages.sources()).map(({ id }) => id)).toEqual([c, b, 'starter']);
  });

  test('a list of the first version of the program is read', async () => {
    const directory = await temporaryFolder();
    const entry = { id: 'one', kind: 'http', at: 'http://127.0.0.1/', label: 'http://127.0.0.1/', publisher: 'ab', lastSuccess: 5 };
    await writeFile(path.join(directory, 'sources.json'), JSON.stringify([entry]));
    const { at: _at, ...shown } = entry;
    expect(await (await openBranch({ directory })).packages.sources()).toEqual([{ ...shown, lastCheck: null }]);
  });
});

describe('sticks', () => {
  /** A branch to which drives are plugged in by hand. */
  async function withDrives(starter: string | null = null) {
    const drives: string[] = [];
    return { drives, branch: await openBranch({ starter, drives: async () => drives }) };
  }

  test('a stick is found again under another letter, in its folder and in another one', async () => {
    const bureau = await openBureau();
    await bureau.publish(bank(3));
    const { drives, branch } = await withDrives();
    const first = path.join(await temporaryFolder(), 'E');
    await moveTo(path.join(first, '培训'), await copyOf(bureau.repository));
    drives.push(first);
    const source = await branch.trust(path.join(first, '培训'));
    expect(await branch.packages.sources()).toMatchObject([{ kind: 'removable', label: '培训' }]);
    await branch.update(source);
    await bureau.publish(bank(4), noon + day);
    const second = path.join(await temporaryFolder(), 'F');
    await moveTo(path.join(second, '培训'), await copyOf(bureau.repository));
    await rm(first, { recursive: true });
    drives.splice(0, 1, second);
    expect(await branch.update(source)).toMatchObject([{ manifest: { version: 2 }, source: '培训' }]);
    expect(await branch.packages.sources()).toHaveLength(1);
  });

  test('one that is not plugged in is passed over, unless there is nothing else', async () => {
    const [bureau, other] = [await openBureau(), await openBureau()];
    await bureau.publish(bank(3));
    await other.publish(bank(2), noon, 'other');
    const { drives, branch } = await withDrives(other.repository);
    await branch.update('starter');
    const stick = await copyOf(bureau.repository);
    drives.push(stick);
    await branch.trust(stick);
    await rm(stick, { recursive: true });
    expect((await branch.refusal(null)).kind).toBe('source-unreachable');
    await branch.trust(other.repository);
    expect(valueOf(await branch.sync(null)).unread).toEqual([]);
  });

  test('a drive of a publisher that is trusted is read by itself, one of anybody else is not', async () => {
    const [bureau, stranger] = [await openBureau(), await openBureau()];
    await bureau.publish(bank(3));
    await stranger.publish(bank(3), noon, 'strange');
    const { branch } = await withDrives();
    await branch.update(await branch.trust(await serve(bureau.repository)));
    await bureau.publish(bank(4), noon + day);
    const [known, unknown] = [await copyOf(bureau.repository), await copyOf(stranger.repository)];
    expect(await branch.packages.check(unknown)).toBe('good');
    expect((await branch.packages.overview()).waiting).toBeNull();
    expect(await branch.packages.check(known)).toBe('good');
    expect((await branch.packages.overview()).waiting).toMatchObject({ packages: [{ manifest: { version: 2 }, source: 'stick' }] });
    expect(await branch.packages.sources()).toHaveLength(1);
  });

  test('where a folder may lie on another drive', () => {
    expect(candidatesOn('/media/f', String.raw`E:\培训\包`)).toEqual(['/media/f/培训/包', '/media/f/包', '/media/f']);
    expect(candidatesOn('/media/f', '/media/e')).toEqual(['/media/f/media/e', '/media/f/e', '/media/f']);
  });
});

describe('another root', () => {
  test('a root that is another publisher is taken after its fingerprint was compared; the source is that publisher then', async () => {
    const [bureau, successor] = [await openBureau(), await openBureau()];
    await bureau.publish(bank(3));
    const { fingerprint } = await successor.publish(bank(4), noon + day);
    const branch = await openBranch();
    const source = await branch.trust(bureau.repository);
    await branch.update(source);
    await rm(bureau.repository, { recursive: true });
    await rename(await copyOf(successor.repository), bureau.repository);
    expect(await branch.refusal(source)).toMatchObject({ kind: 'wrong-key' });
    const root = path.join(successor.repository, 'metadata/1.root.json');
    const probe = valueOf(await branch.packages.lookAtRoot(source, root));
    expect(probe).toEqual({ probe: expect.any(String), label: '1.root.json', fingerprint, known: false, version: 1, link: 'other' });
    expect(valueOf(await branch.packages.trustRoot(probe.probe))).toMatchObject({ id: source, publisher: fingerprint });
    expect(await branch.update(source)).toMatchObject([{ publisher: fingerprint, added: 1 }]);
  });

  test('what is no root, or too much of one', async () => {
    const bureau = await openBureau();
    await bureau.publish(bank(3));
    const branch = await openBranch();
    const source = await branch.trust(bureau.repository);
    const file = path.join(branch.directory, 'root.json');
    await writeFile(file, '{}');
    expect(failureOf(await branch.packages.lookAtRoot(source, file)).kind).toBe('tampered');
    await writeFile(file, ' '.repeat(600_000));
    expect(failureOf(await branch.packages.lookAtRoot(source, file)).kind).toBe('too-large');
    expect(failureOf(await branch.packages.lookAtRoot('made up', file)).kind).toBe('place-gone');
    expect(failureOf(await branch.packages.trustRoot('made up')).kind).toBe('place-gone');
  });
});
