import { writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { openScene, runAll, type Scene } from './attack-scene.ts';
import { newSigner, sha256, type Delegated, type Json } from './foreign-repository.ts';

const padded =
  (file: string, length: number) =>
  async ({ repository, publish }: Scene) => {
    await publish('bad');
    await repository.edit(file, (text) => text + ' '.repeat(length));
  };

describe('data without end', () => {
  runAll({
    'in the timestamp': { kind: 'too-large', attack: padded('timestamp.json', 20_000) },
    'in the snapshot': { kind: 'too-large', attack: padded('3.snapshot.json', 1) },
    'in a snapshot of unknown length': { kind: 'too-large', attack: padded('3.snapshot.json', 20_100_000), style: { detailed: false } },
    'in the targets': { kind: 'too-large', attack: padded('3.targets.json', 1) },
    'in delegated targets': { kind: 'too-large', target: 'papers/q.txt', attack: padded('3.papers.json', 100_000) },
    'in the next root': {
      kind: 'too-large',
      async attack({ repository }) {
        await repository.publishRoot();
        await repository.edit('2.root.json', (text) => text + ' '.repeat(600_000));
      },
    },
    'in the number of signatures': {
      kind: 'too-large',
      attack: ({ repository }) => repository.publishRoot(Array.from({ length: 300 }, (_, id) => ({ ...newSignerOnce, id: `${id}` }))),
    },
    'in the number of keys of the next root': {
      kind: 'too-large',
      attack: ({ repository }) => repository.publishRoot(undefined, (signed) => ({ ...signed, keys: many(5_000) })),
    },
  });
});

const newSignerOnce = newSigner();
const many = (count: number): Json =>
  Object.fromEntries(Array.from({ length: count }, (_, id) => [`k${id}`, { keytype: 'x', scheme: 'x', keyval: {} }]));

const timestamp =
  (change: (signed: Json) => Json) =>
  ({ publish }: Scene) =>
    publish('bad', { change: { timestamp: change } });
const described = (name: string, change: Json) => (signed: Json) => ({
  ...signed,
  meta: { ...(signed['meta'] as Json), [name]: { ...((signed['meta'] as Json)[name] as Json), ...change } },
});
const listed =
  (change: Json) =>
  ({ publish }: Scene) =>
    publish('bad', {
      change: {
        targets: (signed) => ({ ...signed, targets: { 'a.txt': { length: 6, hashes: { sha256: sha256('a: bad') }, ...change } } }),
      },
    });
const without = (name: string) => (signed: Json) => ({
  ...signed,
  meta: Object.fromEntries(Object.entries(signed['meta'] as Json).filter(([each]) => each !== name)),
});

describe('metadata of another form', () => {
  runAll({
    'a format that is newer': { kind: 'not-understood', attack: timestamp((signed) => ({ ...signed, spec_version: '2.0.0' })) },
    'a root in a format that is newer': {
      kind: 'not-understood',
      attack: ({ repository }) => repository.publishRoot(repository.signers.root, (signed) => ({ ...signed, spec_version: '2.0.0' })),
    },
    'another type': { kind: 'tampered', attack: timestamp((signed) => ({ ...signed, _type: 'snapshot' })) },
    'a version that is no number': { kind: 'tampered', attack: timestamp((signed) => ({ ...signed, version: '3' })) },
    'a version with a fraction': { kind: 'tampered', attack: timestamp((signed) => ({ ...signed, version: 3.5 })) },
    'a version below one': { kind: 'tampered', attack: timestamp((signed) => ({ ...signed, version: 0 })) },
    'a version beyond counting': { kind: 'tampered', attack: timestamp((signed) => ({ ...signed, version: 2 ** 53 })) },
    'an instant of no zone': { kind: 'tampered', attack: timestamp((signed) => ({ ...signed, expires: '2099-01-01T00:00:00' })) },
    'an instant that is none': { kind: 'tampered', attack: timestamp((signed) => ({ ...signed, expires: 'never' })) },
    'nesting without end': { kind: 'tampered', attack: timestamp((signed) => ({ ...signed, deep: deep(500) })) },
    'no snapshot in the timestamp': { kind: 'tampered', attack: timestamp(without('snapshot.json')) },
    'no targets in the snapshot': {
      kind: 'tampered',
      attack: ({ publish }) => publish('bad', { change: { snapshot: without('targets.json') } }),
    },
    'no delegated targets in the snapshot': {
      kind: 'tampered',
      target: 'papers/q.txt',
      attack: ({ publish }) => publish('bad', { change: { snapshot: without('papers.json') } }),
    },
    'a snapshot of negative length': { kind: 'tampered', attack: timestamp(described('snapshot.json', { length: -1 })) },
    'a snapshot with an empty list of hashes': { kind: 'not-understood', attack: timestamp(described('snapshot.json', { hashes: {} })) },
    'a snapshot with hashes of an unknown kind': {
      kind: 'not-understood',
      attack: timestamp(described('snapshot.json', { hashes: { crc32: '0' } })),
    },
    'a snapshot with a wrong hash': { kind: 'tampered', attack: timestamp(described('snapshot.json', { hashes: { sha256: '00' } })) },
    'a target of negative length': { kind: 'tampered', attack: listed({ length: -6 }) },
    'a target of a length beyond counting': { kind: 'not-understood', attack: listed({ length: 2 ** 60 }) },
    'a target with an empty list of hashes': { kind: 'not-understood', attack: listed({ hashes: {} }) },
    'a target with a hash that can be forged': {
      kind: 'not-understood',
      attack: listed({ hashes: { md5: 'd41d8cd98f00b204e9800998ecf8427e' } }),
    },
  });
});

const deep = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));

/** Spec 5.5.5: no role may vanish from the snapshot, unless its keys are new. */
async function renewSnapshotKey({ repository }: Scene): Promise<void> {
  repository.signers = { ...repository.signers, snapshot: [newSigner()] };
  await repository.publishRoot();
}

describe('delegations', () => {
  const asks = (name: string, below: readonly Delegated[] = []): Delegated => ({
    name,
    signers: [stranger],
    targets: {},
    covers: { paths: ['*', 'papers/*'] },
    below,
  });
  runAll({
    'in a circle end': {
      kind: 'source-empty',
      target: 'missing.txt',
      attack: ({ publish }) => publish('bad', { delegated: [asks('one', [asks('two', [asks('one')])])] }),
      heal: renewSnapshotKey,
    },
    'longer than anybody needs end': {
      kind: 'source-empty',
      target: 'deep.txt',
      async attack({ publish }) {
        let chain: Delegated = { ...asks('last'), targets: { 'deep.txt': 'too deep' } };
        for (let level = 0; level < 40; level++) chain = asks(`level-${level}`, [chain]);
        await publish('bad', { delegated: [chain] });
      },
      heal: renewSnapshotKey,
    },
    'to a role outside of the repository': {
      kind: 'not-understood',
      target: 'missing.txt',
      attack: ({ publish }) =>
        publish('bad', { delegated: [asks('x')], change: { snapshot: renamed('../../x'), targets: roleCalled('../../x') } }),
      heal: renewSnapshotKey,
      style: { consistent: false },
    },
    'to a role that calls itself the root': {
      kind: 'tampered',
      attack: ({ publish }) => publish('bad', { delegated: [asks('x')], change: { targets: roleCalled('root') } }),
      heal: renewSnapshotKey,
    },
  });
});

const stranger = newSigner();
const renamed = (name: string) => (signed: Json) => {
  const { 'x.json': x, ...meta } = signed['meta'] as Json;
  return { ...signed, meta: { ...meta, [`${name}.json`]: x } };
};
const roleCalled = (name: string) => (signed: Json) => {
  const { roles, ...delegations } = signed['delegations'] as { roles: Json[] };
  return { ...signed, delegations: { ...delegations, roles: roles.map((role) => (role['name'] === 'x' ? { ...role, name } : role)) } };
};

describe('names of targets', () => {
  const unsafe = [
    '../a.txt',
    'papers/../../a.txt',
    '/etc/passwd',
    String.raw`..\a.txt`,
    String.raw`papers\q.txt`,
    'C:/a.txt',
    'c:a.txt',
    'a\0.txt',
    'a\n.txt',
    'papers//q.txt',
    'papers/',
    '.',
    '..',
    '',
    '.trust/floor.json',
    '.TRUST/floor.json',
    'CON',
    'aux.txt',
    'papers/NUL',
    'x'.repeat(300),
    '\uD800.txt',
  ];
  test.each(unsafe)('%j is refused before anything is asked for', async (name) => {
    const { clients, repository } = await openScene({});
    await writeFile(repository.fileOf('timestamp.json'), 'whoever reads this is too far');
    for (const client of clients) expect(await client.get(name)).toBe('refused: not-understood');
  });
});
