import { cp, mkdir, readFile, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { rotate } from '../../../main/publish/keys/rotation.ts';
import { roomOf } from '../publish/support.ts';
import {
  copyOf,
  day,
  failureOf,
  findFile,
  fingerprintFiles,
  noon,
  numbers,
  openBranch,
  openBureau,
  question,
  temporaryFolder,
  type Branch,
  type Bureau,
} from './support.ts';

const bank = (count: number, note = '') => numbers(count).map((number) => question(number, { note }));

/** A branch that holds version 1, and a stick with version 2 whose only block has changed. */
async function oneVersionBehind() {
  const bureau = await openBureau();
  await bureau.publish(bank(30));
  const branch = await openBranch({ now: () => noon + 2 * day });
  const source = await branch.trust(bureau.repository);
  await branch.update(source);
  const first = await copyOf(bureau.repository);
  await bureau.publish(bank(30, '改'), noon + day);
  return { bureau, branch, source, first };
}

/** What is installed and the blocks behind it; staging may add to the trusted metadata, never to these. */
async function installedFiles(branch: Branch): Promise<Record<string, string>> {
  const files = await fingerprintFiles(branch.directory);
  return Object.fromEntries(Object.entries(files).filter(([file]) => file.startsWith('installed') || file.startsWith('blocks')));
}

async function flipByte(file: string): Promise<void> {
  const bytes = await readFile(file);
  bytes[bytes.length >> 1]! ^= 1;
  await writeFile(file, bytes);
}

/** Files of version 2 in a repository that holds versions 1 and 2, and the root after the trusted one; targets are told apart by what version 1 had. */
async function fileOf(bureau: Bureau, first: string, kind: string): Promise<string> {
  const { repository } = bureau;
  if (kind === 'root') await rotate(roomOf(bureau), { kind: 'renew' }, noon + day);
  const metadata: Record<string, RegExp> = {
    root: /2\.root\.json$/,
    timestamp: /timestamp\.json$/,
    snapshot: /2\.snapshot\.json$/,
    targets: /2\.targets\.json$/,
  };
  const pattern = metadata[kind];
  if (pattern) return findFile(repository, pattern);
  const folder = path.join(repository, 'targets/bank');
  const old = await readdir(path.join(first, 'targets/bank'));
  // Where a delta makes a block, the block is not even asked for.
  if (kind.startsWith('b')) for (const name of await readdir(folder)) if (name.endsWith('.zst')) await rm(path.join(folder, name));
  const fresh = (await readdir(folder)).filter((name) => !old.includes(name) && name.includes(kind));
  return path.join(folder, fresh[0]!);
}

const kinds = ['root', 'timestamp', 'snapshot', 'targets', 'manifest', 'b0001'];

describe('damage', () => {
  test.each(kinds)('one flipped bit in %s is refused', async (kind) => {
    const { bureau, branch, source, first } = await oneVersionBehind();
    const before = await installedFiles(branch);
    const file = await fileOf(bureau, first, kind);
    await flipByte(file);
    expect((await branch.refusal(source)).kind).toBe('tampered');
    expect(await installedFiles(branch)).toEqual(before);
    await flipByte(file);
    expect(await branch.update(source)).toMatchObject([{ manifest: { version: 2 }, changed: 30 }]);
  });

  test.each(kinds)('every single bit of %s is guarded: whatever is accepted is what was signed', async (kind) => {
    const { bureau, branch, source, first } = await oneVersionBehind();
    const file = await fileOf(bureau, first, kind);
    const whole = await readFile(file);
    for (let place = 0; place < whole.length; place += Math.ceil(whole.length / 40)) {
      const bytes = Buffer.from(whole);
      bytes[place]! ^= 1 << (place % 8);
      await writeFile(file, bytes);
      const result = await branch.sync(source);
      // A signature's key id may be flipped into one that is not known, a format number into a newer one.
      expect(['tampered', 'truncated', 'wrong-key', 'not-understood']).toContain(failureOf(result).kind);
    }
  });

  test('in the first root, which is trusted already, changes nothing: what is accepted is what was signed', async () => {
    const { bureau, branch, source, first } = await oneVersionBehind();
    await flipByte(path.join(bureau.repository, 'metadata/1.root.json'));
    const timestamp = await fileOf(bureau, first, 'timestamp');
    await flipByte(timestamp);
    expect((await branch.refusal(source)).kind).toBe('tampered');
    await flipByte(timestamp);
    expect(await branch.update(source)).toMatchObject([{ manifest: { version: 2 }, changed: 30 }]);
  });

  test.each(kinds)('a truncated %s is refused as incomplete', async (kind) => {
    const { bureau, branch, source, first } = await oneVersionBehind();
    const before = await installedFiles(branch);
    const file = await fileOf(bureau, first, kind);
    await truncate(file, 100);
    expect((await branch.refusal(source)).kind).toBe('truncated');
    expect(await installedFiles(branch)).toEqual(before);
  });

  test.each(['snapshot', 'targets', 'manifest', 'b0001'])('a missing %s is refused as incomplete', async (kind) => {
    const { bureau, branch, source, first } = await oneVersionBehind();
    await rm(await fileOf(bureau, first, kind));
    expect((await branch.refusal(source)).kind).toBe('truncated');
  });

  test.each(['timestamp', 'snapshot', 'targets', 'manifest', 'b0001'])('more bytes than signed in %s are not read', async (kind) => {
    const { bureau, branch, source, first } = await oneVersionBehind();
    const file = await fileOf(bureau, first, kind);
    await writeFile(file, Buffer.concat([await readFile(file), Buffer.alloc(100_000, 32)]));
    expect((await branch.refusal(source)).kind).toBe('too-large');
  });
});

describe('attacks', () => {
  test('an older stick after a newer one', async () => {
    const { bureau, branch, source, first } = await oneVersionBehind();
    await branch.update(source);
    const stick = await branch.trust(first);
    const before = await installedFiles(branch);
    expect((await branch.refusal(stick)).kind).toBe('older');
    // Losing the trusted metadata does not open the door: the floor stands apart.
    const home = path.join(branch.directory, 'publishers', (await readdir(path.join(branch.directory, 'publishers')))[0]!);
    for (const name of ['trusted.json', 'trusted.copy.json']) await rm(path.join(home, name), { force: true });
    expect((await branch.refusal(stick)).kind).toBe('older');
    await writeFile(path.join(home, 'trusted.json'), '\0'.repeat(500));
    await writeFile(path.join(home, 'floor.json'), '');
    expect((await branch.refusal(stick)).kind).toBe('older');
    expect(await installedFiles(branch)).toEqual(before);
    await bureau.publish(bank(31), noon + 2 * day);
    expect(await branch.update(source)).toMatchObject([{ manifest: { version: 3 } }]);
  });

  test('mix-and-match: an old snapshot or old targets under a new number', async () => {
    for (const name of ['snapshot', 'targets']) {
      const { bureau, branch, source, first } = await oneVersionBehind();
      await cp(path.join(first, `metadata/1.${name}.json`), path.join(bureau.repository, `metadata/2.${name}.json`));
      expect(['tampered', 'truncated', 'too-large']).toContain((await branch.refusal(source)).kind);
    }
  });

  test('another publisher at the same place', async () => {
    const { bureau, branch, source } = await oneVersionBehind();
    const before = await installedFiles(branch);
    const stranger = await openBureau();
    await stranger.publish(bank(9), noon + day);
    await rm(bureau.repository, { recursive: true });
    await cp(stranger.repository, bureau.repository, { recursive: true });
    expect((await branch.refusal(source)).kind).toBe('wrong-key');
    await rm(path.join(bureau.repository, 'metadata/1.root.json'));
    expect((await branch.refusal(source)).kind).toBe('wrong-key');
    expect(await installedFiles(branch)).toEqual(before);
  });

  test('a stranger’s timestamp, a stranger’s next root', async () => {
    const stranger = await openBureau();
    await stranger.publish(bank(9), noon + day);
    const one = await oneVersionBehind();
    await cp(path.join(stranger.repository, 'metadata/timestamp.json'), path.join(one.bureau.repository, 'metadata/timestamp.json'));
    expect((await one.branch.refusal(one.source)).kind).toBe('wrong-key');
    const other = await oneVersionBehind();
    await cp(path.join(stranger.repository, 'metadata/1.root.json'), path.join(other.bureau.repository, 'metadata/2.root.json'));
    expect((await other.branch.refusal(other.source)).kind).toBe('wrong-key');
  });

  test('a root that does not verify itself is not even offered', async () => {
    const bureau = await openBureau();
    await bureau.publish(bank(3));
    await flipByte(path.join(bureau.repository, 'metadata/1.root.json'));
    const branch = await openBranch();
    expect(failureOf(await branch.packages.probe({ kind: 'folder', place: bureau.repository })).kind).toBe('tampered');
  });
});

describe('time', () => {
  test('what has expired is refused; what is installed stays', async () => {
    const { branch, source } = await oneVersionBehind();
    const late = await openBranch({ directory: branch.directory, now: () => noon + 500 * day });
    const before = await installedFiles(branch);
    expect((await late.refusal(source)).kind).toBe('expired');
    expect(await installedFiles(branch)).toEqual(before);
    expect(await late.packages.installed()).toHaveLength(1);
  });

  test('a clock that is behind hides no expiry', async () => {
    const stale = await openBureau();
    await stale.publish(bank(3), noon);
    const fresh = await openBureau();
    await fresh.publish(bank(3), noon + 450 * day, 'fresh');
    // The program itself was made later than what the clock says.
    const branch = await openBranch({ now: () => noon - 9 * 365 * day, starter: fresh.repository });
    expect((await branch.refusal(await branch.trust(stale.repository))).kind).toBe('expired');
  });
});

const isRoot = process.platform === 'linux' && process.getuid?.() === 0;

describe('a full disk', () => {
  test.skipIf(!isRoot)('is reported, and everything before is still there', async () => {
    const { bureau, branch, source } = await oneVersionBehind();
    const noise = numbers(400).map((number) => ({
      ...question(number),
      explanation: Array.from({ length: 300 }, (_, place) =>
        String.fromCodePoint(0x4e00 + ((number * 7919 + place * 104_729) % 20_000)),
      ).join(''),
    }));
    const { manifest } = await bureau.publish(noise, noon + 2 * day);
    const size = manifest.blocks.reduce((sum, block) => sum + block.length, 0);
    const mount = path.join(await temporaryFolder(), 'small');
    await mkdir(mount);
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${Math.floor(size / 2 / 4096) * 4 + 60}k`, 'tmpfs', mount]);
    if (mounted.status !== 0) throw new Error(`mount: ${String(mounted.stderr)}`);
    try {
      await cp(branch.directory, mount, { recursive: true });
      const cramped = await openBranch({ directory: mount, now: () => noon + 3 * day });
      const before = await installedFiles(cramped);
      expect((await cramped.refusal(source)).kind).toBe('disk-full');
      expect(await installedFiles(cramped)).toEqual(before);
      spawnSync('mount', ['-o', 'remount,size=64m', mount]);
      expect(await cramped.update(source)).toMatchObject([{ manifest: { version: 3 } }]);
    } finally {
      spawnSync('umount', ['-l', mount]);
    }
  });
});
