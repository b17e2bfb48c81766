import { createHash } from 'node:crypto';
import { cp, readFile, readdir, rename, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { repoGet } from '../../../main/cli/repo-get.ts';
import { serveFolder, urlOf } from '../../../main/cli/serve.ts';
import { ForeignRepository, newSigner, type Delegated, type KeyForm, type Publication, type Style } from './foreign-repository.ts';
import { copyOf, temporaryFolder } from './support.ts';

// Repositories as other people's tools write them. What is asked for is fetched from the folder and over HTTP.

let server: Server | null = null;
afterEach(() => {
  server?.close();
  server?.closeAllConnections();
  server = null;
});

interface Got {
  readonly exitCode: number;
  readonly kind: string | undefined;
  readonly content: string | null;
  readonly transferredBytes: number | undefined;
}

async function getFrom(from: string, root: string, into: string, target: string): Promise<Got> {
  const { exitCode, document } = await repoGet(['--from', from, '--root', root, '--into', into, '--target', target]);
  const { file, failure, transferredBytes } = document as { file?: string; failure?: { kind: string }; transferredBytes?: number };
  return { exitCode, kind: failure?.kind, content: file === undefined ? null : await readFile(file, 'utf8'), transferredBytes };
}

/** Gets targets over both ways, each with a client of its own that pins the first root; the answers have to be the same. */
async function getAll(repository: ForeignRepository, names: readonly string[], rootFile = '1.root.json'): Promise<Record<string, string>> {
  server ??= await serveFolder(repository.directory, 0);
  const pinned = path.join(await temporaryFolder(), 'root.json');
  await cp(repository.fileOf(rootFile), pinned);
  const answers: Record<string, string>[] = [];
  for (const from of [repository.directory, urlOf(server)]) {
    const into = await temporaryFolder();
    const got: (readonly [string, string])[] = [];
    for (const name of names) {
      const { content, kind } = await getFrom(from, pinned, into, name);
      got.push([name, content ?? `refused: ${kind}`]);
      if (content !== null) expect(path.relative(into, path.join(into, name))).not.toMatch(/^\.\.(?:[/\\]|$)/);
    }
    answers.push(Object.fromEntries(got));
  }
  expect(answers[1]).toEqual(answers[0]);
  return answers[0]!;
}

async function openForeign(style: Partial<Style> = {}, form?: KeyForm): Promise<ForeignRepository> {
  const repository = new ForeignRepository(path.join(await temporaryFolder(), 'foreign'), style, form);
  await repository.publishRoot();
  return repository;
}

const role = (name: string, covers: Delegated['covers'], targets: Record<string, string>, more: Partial<Delegated> = {}): Delegated => ({
  name,
  signers: [newSigner()],
  targets,
  covers,
  ...more,
});

describe('styles', () => {
  const content = { 'a.txt': 'one', 'deep/er/b.txt': 'two' };
  test.each<[string, Partial<Style>]>([
    ['consistent snapshots', {}],
    ['no consistent snapshots', { consistent: false }],
    ['hashes of SHA-512 only', { hashes: ['sha512'] }],
    ['hashes of SHA-512 before SHA-256', { hashes: ['sha512', 'sha256'] }],
    ['hashes of SHA-384', { hashes: ['sha384'] }],
    ['versions only in snapshot and timestamp', { detailed: false }],
    ['metadata beside the targets', { folder: '.' }],
    ['metadata beside the targets, not consistent', { folder: '.', consistent: false, detailed: false }],
  ])('%s', async (_name, style) => {
    const repository = await openForeign(style);
    await repository.publish(content, { delegated: [role('papers', { paths: ['papers/*'] }, { 'papers/q.txt': 'three' })] });
    expect(await getAll(repository, ['a.txt', 'deep/er/b.txt', 'papers/q.txt', 'none.txt'])).toEqual({
      ...content,
      'papers/q.txt': 'three',
      'none.txt': 'refused: source-empty',
    });
  });

  test('a file named by the second of its hashes', async () => {
    const repository = await openForeign({ hashes: ['sha512', 'sha256'] });
    await repository.publish({ 'a.txt': 'one' });
    const digest = (name: string): string => createHash(name).update('one').digest('hex');
    const named = (hash: string): string => path.join(repository.directory, 'targets', `${hash}.a.txt`);
    await rename(named(digest('sha512')), named(digest('sha256')));
    expect(await getAll(repository, ['a.txt'])).toEqual({ 'a.txt': 'one' });
  });

  test('instants with fractions and zones, and fields that nobody knows', async () => {
    const repository = await openForeign();
    const zone = (signed: object) => ({
      ...signed,
      expires: '2098-12-18T13:28:12.99008-06:00',
      'x-tool': { by: ['somebody', 1, null, true] },
    });
    await repository.publishRoot(repository.signers.root, zone);
    await repository.publish({ 'a.txt': 'one' }, { change: { timestamp: zone, snapshot: zone, targets: zone } });
    expect(await getAll(repository, ['a.txt'])).toEqual({ 'a.txt': 'one' });
  });
});

describe('keys', () => {
  test.each<KeyForm>(['ed25519', 'ed25519-pem', 'ecdsa', 'ecdsa-sha2-nistp256', 'ecdsa-hex', 'rsa'])('%s', async (form) => {
    const repository = await openForeign({}, form);
    await repository.publish({ 'a.txt': 'one' });
    expect(await getAll(repository, ['a.txt'])).toEqual({ 'a.txt': 'one' });
  });

  test('several keys of several kinds with a threshold, and ids that are no hashes', async () => {
    const repository = new ForeignRepository(path.join(await temporaryFolder(), 'foreign'));
    const board = [newSigner('rsa', 'alice'), newSigner('ecdsa', 'bob'), newSigner('ed25519', 'carol')];
    repository.signers = { ...repository.signers, root: board, targets: board };
    repository.thresholds = { root: 2, targets: 3 };
    await repository.publishRoot(board.slice(1));
    await repository.publish({ 'a.txt': 'one' });
    expect(await getAll(repository, ['a.txt'])).toEqual({ 'a.txt': 'one' });
    await repository.publish({ 'a.txt': 'two' }, { signers: { targets: board.slice(0, 2) } });
    expect(await getAll(repository, ['a.txt'])).toEqual({ 'a.txt': 'refused: wrong-key' });
  });

  test('roots renewed twenty times with other keys, from the first one and from the tenth', async () => {
    const repository = await openForeign();
    for (let version = 2; version <= 20; version++) {
      const before = repository.signers.root;
      repository.signers = { root: [newSigner()], targets: [newSigner()], snapshot: [newSigner()], timestamp: [newSigner()] };
      await repository.publishRoot([...before, ...repository.signers.root]);
    }
    await repository.publish({ 'a.txt': 'one' });
    for (const root of ['1.root.json', '10.root.json', '20.root.json']) {
      expect(await getAll(repository, ['a.txt'], root)).toEqual({ 'a.txt': 'one' });
    }
  });
});

describe('delegations', () => {
  test('patterns of the shell, part by part', async () => {
    const repository = await openForeign();
    const targets = {
      'x/report-1.txt': '1',
      'x/report-22.txt': '22',
      'x/.hidden': 'h',
      'x/y/report-1.txt': 'deep',
      'x/#[1].txt': 'odd',
      'z/!b': 'not',
    };
    const patterns = ['x/report-?.txt', 'x/.*', 'x/#*', 'z/[!a]b'];
    await repository.publish({}, { delegated: [role('some', { paths: patterns }, targets)] });
    expect(await getAll(repository, Object.keys(targets))).toEqual({
      ...targets,
      'x/report-22.txt': 'refused: source-empty',
      'x/y/report-1.txt': 'refused: source-empty',
    });
  });

  test('the first role that has it; a terminating one ends the search', async () => {
    const repository = await openForeign();
    const delegated = [
      role(
        'first',
        { paths: ['*.txt'] },
        { 'a.txt': 'first' },
        { below: [role('below', { paths: ['b.txt'] }, { 'b.txt': 'below', 'a.txt': 'late' })] },
      ),
      role('ending', { paths: ['c.txt'] }, {}, { terminating: true }),
      role('second', { paths: ['*'] }, { 'a.txt': 'second', 'b.txt': 'second', 'c.txt': 'second', 'd.txt': 'second' }),
    ];
    await repository.publish({}, { delegated });
    expect(await getAll(repository, ['a.txt', 'b.txt', 'c.txt', 'd.txt'])).toEqual({
      'a.txt': 'first',
      'b.txt': 'below',
      'c.txt': 'refused: source-empty',
      'd.txt': 'second',
    });
  });

  test('bins by prefixes of hashes, and succinct ones', async () => {
    const names = Array.from({ length: 12 }, (_, number) => `files/${number}.bin`);
    const binOf = (name: string): string => createHash('sha256').update(name).digest('hex')[0]!;
    const bins = [...'0123456789abcdef'].map((digit) => {
      const own = Object.fromEntries(names.filter((name) => binOf(name) === digit).map((name) => [name, `in ${digit}`]));
      return { digit, own };
    });
    const expected = Object.fromEntries(names.map((name) => [name, `in ${binOf(name)}`]));
    const prefixed = await openForeign();
    await prefixed.publish({}, { delegated: bins.map(({ digit, own }) => role(`bin-${digit}`, { path_hash_prefixes: [digit] }, own)) });
    expect(await getAll(prefixed, names)).toEqual(expected);
    server?.close();
    server = null;

    const succinct = await openForeign();
    const signers = [newSigner()];
    const publication: Publication = {
      delegated: bins.map(({ digit, own }) => role(`bin-${digit}`, {}, own, { signers })),
      succinct: { keyids: signers.map(({ id }) => id), threshold: 1, bit_length: 4, name_prefix: 'bin' },
    };
    await succinct.publish({}, publication);
    expect(await getAll(succinct, names)).toEqual(expected);
  });

  test('roles with odd names', async () => {
    const repository = await openForeign();
    const names = ['unit/team', 'a b', '#1', '50%', '先锋', '?', '%2e%2e'];
    const delegated = names.map((name, place) => role(name, { paths: [`${place}.txt`] }, { [`${place}.txt`]: name }));
    await repository.publish({}, { delegated });
    expect(
      await getAll(
        repository,
        names.map((_, place) => `${place}.txt`),
      ),
    ).toEqual(Object.fromEntries(names.map((name, place) => [`${place}.txt`, name])));
  });
});

describe('names of targets', () => {
  const names = [
    'a b.txt',
    '#1.txt',
    'x/what?.txt',
    '100%.txt',
    '%20.txt',
    '%2e%2e/c.txt',
    '党章/第一章.txt',
    '.hidden',
    '...',
    'a+b&c=d;e,f.txt',
    "it's.txt",
    '[1]{2}.txt',
    'constructor',
    '__proto__',
    'toString/hasOwnProperty',
    'é.txt',
    '😀.txt',
  ];

  test('whatever the specification allows', async () => {
    const repository = await openForeign();
    const targets = Object.fromEntries(names.filter((name) => name !== '__proto__').map((name) => [name, `content of ${name}`]));
    await repository.publish(targets);
    expect(await getAll(repository, [...Object.keys(targets), '__proto__', 'valueOf'])).toEqual({
      ...targets,
      ['__proto__']: 'refused: source-empty',
      valueOf: 'refused: source-empty',
    });
  });

  test('what lies here and is whole is not fetched again', async () => {
    const repository = await openForeign();
    await repository.publish({ 'a.txt': 'x'.repeat(100_000) });
    const into = await temporaryFolder();
    const root = repository.fileOf('1.root.json');
    const get = () => getFrom(repository.directory, root, into, 'a.txt');
    expect((await get()).transferredBytes).toBeGreaterThan(100_000);
    expect((await get()).transferredBytes).toBeLessThan(5_000);
    await writeFile(path.join(into, 'a.txt'), `y${'x'.repeat(99_999)}`);
    expect(await get()).toMatchObject({ content: 'x'.repeat(100_000) });
    expect((await readdir(into)).toSorted()).toEqual(['.trust', 'a.txt']);
  });
});

test('a root that is not there, or is none', async () => {
  const repository = await openForeign();
  await repository.publish({ 'a.txt': 'one' });
  const into = await temporaryFolder();
  const copy = await copyOf(repository.directory);
  expect(await getFrom(copy, path.join(into, 'none.json'), into, 'a.txt')).toMatchObject({ exitCode: 1, kind: 'place-gone' });
  expect(await getFrom(copy, path.join(copy, 'metadata/timestamp.json'), into, 'a.txt')).toMatchObject({ exitCode: 1, kind: 'tampered' });
});
