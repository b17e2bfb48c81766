import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { canonicalize } from '@tufjs/canonical-json';
import { Delegations } from '@tufjs/models/dist/delegations.js';
import { Key, Metadata, MetaFile, Root, Signature, Snapshot, TargetFile, Targets, Timestamp } from '@tufjs/models';
import { DelegatedRole, Role } from '@tufjs/models/dist/role.js';
import { describe, expect, test } from 'vitest';
import { repoGet } from '../../../main/cli/repo-get.ts';
import { copyOf, temporaryFolder } from './support.ts';

interface Signer {
  readonly id: string;
  readonly key: Key;
  readonly secret: KeyObject;
}

function newSigner(): Signer {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const json = {
    keytype: 'ed25519',
    scheme: 'ed25519',
    keyval: { public: publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex') },
  };
  const id = sha256(canonicalize(json));
  return { id, key: Key.fromJSON(id, json), secret: privateKey };
}

const sha256 = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex');
const common = (version: number) => ({ version, specVersion: '1.0.31', expires: '2099-01-01T00:00:00Z' });
const roleNames = ['root', 'targets', 'snapshot', 'timestamp'] as const;
type RoleName = (typeof roleNames)[number];

/** Somebody else's TUF repository: root keys with a threshold of 2, a delegated role, keys that change. */
class ForeignRepository {
  readonly signers: Record<RoleName | 'papers', Signer[]> = {
    root: [newSigner(), newSigner(), newSigner()],
    targets: [newSigner()],
    snapshot: [newSigner()],
    timestamp: [newSigner()],
    papers: [newSigner()],
  };
  versions = { root: 0, others: 0 };
  readonly directory: string;

  constructor(directory: string) {
    this.directory = directory;
  }

  async put(file: string, content: Root | Targets | Snapshot | Timestamp, signers: readonly Signer[]): Promise<Buffer> {
    const metadata = new Metadata(content);
    for (const { id, secret } of signers)
      metadata.sign((bytes) => new Signature({ keyID: id, sig: sign(null, bytes, secret).toString('hex') }));
    const bytes = Buffer.from(JSON.stringify(metadata.toJSON()));
    await mkdir(path.join(this.directory, 'metadata'), { recursive: true });
    await writeFile(path.join(this.directory, 'metadata', file), bytes);
    return bytes;
  }

  /** A new root; signed by two of the keys named by this root and the one before, unless told otherwise. */
  async publishRoot(signedBy = this.signers.root.slice(0, 2)): Promise<Buffer> {
    this.versions.root++;
    const named = roleNames.flatMap((name) => this.signers[name]);
    const role = (name: RoleName) => new Role({ keyIDs: this.signers[name].map(({ id }) => id), threshold: name === 'root' ? 2 : 1 });
    const roles = Object.fromEntries(roleNames.map((name) => [name, role(name)]));
    const keys = Object.fromEntries(named.map(({ id, key }) => [id, key]));
    return this.put(
      `${this.versions.root}.root.json`,
      new Root({ ...common(this.versions.root), keys, roles, consistentSnapshot: true }),
      signedBy,
    );
  }

  async publish(own: Readonly<Record<string, string>>, papers: Readonly<Record<string, string>> = {}): Promise<void> {
    const version = ++this.versions.others;
    const [key] = this.signers.papers;
    const role = new DelegatedRole({ name: 'papers', keyIDs: [key!.id], threshold: 1, terminating: true, paths: ['papers/*'] });
    const delegations = new Delegations({ keys: { [key!.id]: key!.key }, roles: { papers: role } });
    const papersBytes = await this.put(
      `${version}.papers.json`,
      new Targets({ ...common(version), targets: await this.writeAll(papers) }),
      this.signers.papers,
    );
    const targetsBytes = await this.put(
      `${version}.targets.json`,
      new Targets({ ...common(version), targets: await this.writeAll(own), delegations }),
      this.signers.targets,
    );
    const describeFile = (bytes: Buffer) => new MetaFile({ version, length: bytes.length, hashes: { sha256: sha256(bytes) } });
    const meta = { 'targets.json': describeFile(targetsBytes), 'papers.json': describeFile(papersBytes) };
    const snapshotBytes = await this.put(`${version}.snapshot.json`, new Snapshot({ ...common(version), meta }), this.signers.snapshot);
    await this.put(
      'timestamp.json',
      new Timestamp({ ...common(version), snapshotMeta: describeFile(snapshotBytes) }),
      this.signers.timestamp,
    );
  }

  async writeAll(targets: Readonly<Record<string, string>>): Promise<Record<string, TargetFile>> {
    const written: Record<string, TargetFile> = {};
    for (const [name, text] of Object.entries(targets)) {
      const hash = sha256(text);
      const file = path.join(this.directory, 'targets', path.dirname(name), `${hash}.${path.basename(name)}`);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, text);
      written[name] = new TargetFile({ path: name, length: Buffer.byteLength(text), hashes: { sha256: hash } });
    }
    return written;
  }
}

/** A client of its own: pins a root and fetches targets. */
async function openClient(root: Buffer) {
  const into = await temporaryFolder();
  const rootFile = path.join(await temporaryFolder(), 'pinned.json');
  await writeFile(rootFile, root);
  return {
    into,
    async get(from: string, target: string): Promise<string> {
      const { exitCode, document } = await repoGet(['--from', from, '--root', rootFile, '--into', into, '--target', target]);
      const { failure } = document as { failure?: { kind: string } };
      return exitCode === 0 ? readFile(path.join(into, target), 'utf8') : `refused ${failure?.kind}`;
    },
  };
}

async function foreign() {
  const repository = new ForeignRepository(path.join(await temporaryFolder(), 'foreign'));
  const root = await repository.publishRoot();
  return { repository, root, client: await openClient(root) };
}

describe('any TUF repository', () => {
  test('targets of the top-level role and of a delegated one', async () => {
    const { repository, client } = await foreign();
    await repository.publish({ 'a.txt': 'one' }, { 'papers/q1.txt': 'sealed', 'elsewhere.txt': 'not delegated' });
    expect(await client.get(repository.directory, 'a.txt')).toBe('one');
    expect(await client.get(repository.directory, 'papers/q1.txt')).toBe('sealed');
    expect(await client.get(repository.directory, 'elsewhere.txt')).toBe('refused source-empty');
    expect(await client.get(repository.directory, 'none.txt')).toBe('refused source-empty');
    expect(await client.get(repository.directory, '../a.txt')).toBe('refused not-understood');
  });

  test('a rollback is refused across two calls', async () => {
    const { repository, client } = await foreign();
    await repository.publish({ 'a.txt': 'one' });
    const old = await copyOf(repository.directory);
    await repository.publish({ 'a.txt': 'two' });
    expect(await client.get(repository.directory, 'a.txt')).toBe('two');
    expect(await client.get(old, 'a.txt')).toBe('refused older');
    expect(await readFile(path.join(client.into, 'a.txt'), 'utf8')).toBe('two');
  });

  test('keys may be renewed by two of three root keys; the old ones are worth nothing then', async () => {
    const { repository, client } = await foreign();
    await repository.publish({ 'a.txt': 'one' });
    expect(await client.get(repository.directory, 'a.txt')).toBe('one');
    const stolen = [...repository.signers.timestamp];
    for (const name of ['targets', 'snapshot', 'timestamp'] as const) repository.signers[name] = [newSigner()];
    await repository.publishRoot();
    await repository.publish({ 'a.txt': 'two' });
    expect(await client.get(repository.directory, 'a.txt')).toBe('two');
    repository.signers.timestamp = stolen;
    await repository.publish({ 'a.txt': 'three' });
    expect(await client.get(repository.directory, 'a.txt')).toBe('refused wrong-key');
  });

  test('one root key of three is not enough', async () => {
    const { repository, client } = await foreign();
    await repository.publish({ 'a.txt': 'one' });
    await repository.publishRoot(repository.signers.root.slice(0, 1));
    expect(await client.get(repository.directory, 'a.txt')).toMatch(/^refused (tampered|wrong-key)$/);
  });

  test('after a fast-forward attack new keys start the count anew', async () => {
    const { repository, client } = await foreign();
    await repository.publish({ 'a.txt': 'one' });
    repository.versions.others = 1_000_000;
    await repository.publish({ 'a.txt': 'forged' });
    expect(await client.get(repository.directory, 'a.txt')).toBe('forged');
    for (const name of ['targets', 'snapshot', 'timestamp'] as const) repository.signers[name] = [newSigner()];
    repository.versions.others = 1;
    await repository.publishRoot();
    await repository.publish({ 'a.txt': 'recovered' });
    expect(await client.get(repository.directory, 'a.txt')).toBe('recovered');
  });

  test('a newer root stays trusted although the rest of the repository is refused', async () => {
    const { repository, root } = await foreign();
    await repository.publish({ 'a.txt': 'one' });
    const client = await openClient(root);
    const before = await copyOf(repository.directory);
    repository.signers.timestamp = [newSigner()];
    await repository.publishRoot();
    expect(await client.get(repository.directory, 'a.txt')).toBe('refused wrong-key');
    // The old timestamp is signed by a key that the new root has revoked.
    expect(await client.get(before, 'a.txt')).toBe('refused wrong-key');
    expect(await readdir(path.join(client.into, '.trust'))).toHaveLength(1);
  });

  test('a delegated file that somebody else has signed', async () => {
    const { repository, client } = await foreign();
    const rightful = repository.signers.papers;
    await repository.publish({}, { 'papers/q1.txt': 'sealed' });
    expect(await client.get(repository.directory, 'papers/q1.txt')).toBe('sealed');
    const before = await readFile(path.join(repository.directory, 'metadata/1.papers.json'));
    repository.signers.papers = rightful;
    await repository.publish({}, { 'papers/q1.txt': 'sealed again' });
    await writeFile(path.join(repository.directory, 'metadata/2.papers.json'), before);
    expect(await client.get(repository.directory, 'papers/q1.txt')).toMatch(/^refused (tampered|truncated)$/);
  });
});
