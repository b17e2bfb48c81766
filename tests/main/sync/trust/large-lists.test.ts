import { createHash } from 'node:crypto';
import { cp, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { repoGet } from '../../../../main/cli/repo-get.ts';
import { ForeignRepository, newSigner, type Delegated, type Json, type Publication } from '../foreign-repository.ts';
import { temporaryFolder } from '../support.ts';

// What python-tuf and go-tuf write and tuf-js alone does not read, or only in minutes: see main/sync/trust/models.ts.

async function get(repository: ForeignRepository, target: string): Promise<string> {
  const into = await temporaryFolder();
  const root = path.join(into, 'root.json');
  await cp(repository.fileOf('1.root.json'), root);
  const { document } = await repoGet(['--from', repository.directory, '--root', root, '--into', into, '--target', target]);
  const { file, failure } = document as { file?: string; failure?: { kind: string } };
  return file === undefined ? `refused: ${failure?.kind}` : readFile(file, 'utf8');
}

async function open(rootChange?: (signed: Json) => Json): Promise<ForeignRepository> {
  const repository = new ForeignRepository(path.join(await temporaryFolder(), 'foreign'), { consistent: rootChange === undefined });
  await repository.publishRoot(undefined, rootChange);
  return repository;
}

test('ten thousand targets', { timeout: 60_000 }, async () => {
  const repository = await open();
  const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, number) => [`f/${number}`, entryOf(`${number}`)]));
  await repository.publish(
    { 'last.txt': 'here' },
    { change: { targets: (signed) => ({ ...signed, targets: { ...many, ...listOf(signed) } }) } },
  );
  expect(await get(repository, 'last.txt')).toBe('here');
});

test('16,384 bins that are listed one by one, with names that look like numbers', { timeout: 60_000 }, async () => {
  const repository = await open();
  const signers = [newSigner()];
  const digest = createHash('sha256').update('a.txt').digest('hex').slice(0, 4);
  const bin = (Number.parseInt(digest, 16) >> 2).toString(16).padStart(4, '0');
  const prefixesOf = (number: number): string[] => [0, 1, 2, 3].map((low) => (number * 4 + low).toString(16).padStart(4, '0'));
  const named = (number: number): string => number.toString(16).padStart(4, '0');
  const real: Delegated = {
    name: bin,
    signers,
    targets: { 'a.txt': 'in its bin' },
    covers: { path_hash_prefixes: prefixesOf(Number.parseInt(bin, 16)) },
  };
  const keyids = signers.map(({ id }) => id);
  const roles = Array.from({ length: 16_384 }, (_, number) => ({
    name: named(number),
    keyids,
    threshold: 1,
    terminating: false,
    path_hash_prefixes: prefixesOf(number),
  }));
  const publication: Publication = {
    delegated: [real],
    change: {
      targets: (signed) => ({ ...signed, delegations: { ...(signed['delegations'] as Json), roles } }),
      snapshot: (signed) => ({ ...signed, meta: { ...versionsOf(roles.map(({ name }) => name)), ...(signed['meta'] as Json) } }),
    },
  };
  await repository.publish({}, publication);
  expect(await get(repository, 'a.txt')).toBe('in its bin');
});

test('roles named like numbers are asked in the order in which they were signed', async () => {
  const repository = await open();
  const delegated = ['20', '10', 'x', '3'].map((name) => ({
    name,
    signers: [newSigner()],
    targets: { 'a.txt': name },
    covers: { paths: ['*'] },
  }));
  await repository.publish({}, { delegated });
  expect(await get(repository, 'a.txt')).toBe('20');
});

test('null where others leave a field out', async () => {
  const repository = await open();
  const role = { name: 'q', keyids: [], threshold: 1, terminating: false, paths: null, path_hash_prefixes: ['ffff'] };
  const delegations = { keys: {}, roles: [role], succinct_roles: null };
  await repository.publish({ 'a.txt': 'one' }, { change: { targets: (signed) => ({ ...signed, delegations }) } });
  expect(await get(repository, 'a.txt')).toBe('one');
  await repository.publish({ 'a.txt': 'two' }, { change: { targets: (signed) => ({ ...signed, delegations: null }) } });
  expect(await get(repository, 'a.txt')).toBe('two');
});

test('a root that does not say whether snapshots are consistent: they are not', async () => {
  const repository = await open(({ consistent_snapshot: _left, ...signed }) => signed);
  await repository.publish({ 'a.txt': 'one' });
  expect(await get(repository, 'a.txt')).toBe('one');
});

test.each([
  ['two roles of one name', [roleNamed('q'), roleNamed('q')]],
  ['a role that takes the name of a top-level one', [roleNamed('timestamp')]],
  ['roles that are no list', { q: roleNamed('q') }],
  ['a role that is no object', [7]],
])('%s: refused, whoever signed it', async (_name, roles) => {
  const repository = await open();
  await repository.publish({ 'a.txt': 'one' }, { change: { targets: (signed) => ({ ...signed, delegations: { keys: {}, roles } }) } });
  expect(await get(repository, 'a.txt')).toBe('refused: tampered');
});

function roleNamed(name: string): Json {
  return { name, keyids: [], threshold: 1, terminating: false, paths: ['*'] };
}

function entryOf(text: string): Json {
  return { length: text.length, hashes: { sha256: createHash('sha256').update(text).digest('hex') } };
}

const listOf = (signed: Json): Json => signed['targets'] as Json;
const versionsOf = (names: readonly string[]): Json => Object.fromEntries(names.map((name) => [`${name}.json`, { version: 1 }]));
