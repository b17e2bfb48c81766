import { cp, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { openScene, runAll, type Scene } from './attack-scene.ts';
import { document, newSigner, sha256, type Json, type RoleName } from './foreign-repository.ts';

// Spec 1.5 by construction: every attack over a folder, over HTTP and on a stick. Each is refused with its kind, takes
// nothing away, and the next good publication is taken.

const past = (signed: Json): Json => ({ ...signed, expires: '2020-01-01T00:00:00Z' });
const stranger = newSigner();
const inMeta = (name: string, change: Json) => (signed: Json) => {
  const meta = signed['meta'] as Record<string, Json>;
  return { ...signed, meta: { ...meta, [name]: { ...meta[name], ...change } } };
};
const copyInto = (scene: Scene, from: string, to: string): Promise<void> =>
  cp(path.join(scene.older, 'metadata', from), scene.repository.fileOf(to));
const versionsOnly = { style: { detailed: false } } as const;

describe('rollback', () => {
  runAll({
    'an older stick': { kind: 'older', attack: async ({ older, repository }) => replaceAll(older, repository.directory) },
    'an older stick, the trusted metadata lost': {
      kind: 'older',
      async attack({ older, repository, clients }) {
        await replaceAll(older, repository.directory);
        for (const { into } of clients) await loseTrusted(into);
      },
    },
    'an older timestamp': { kind: 'older', attack: (scene) => copyInto(scene, 'timestamp.json', 'timestamp.json') },
    'a new timestamp with the older snapshot': {
      kind: 'older',
      attack: ({ publish }) => publish('bad', { change: { timestamp: inMeta('snapshot.json', { version: 1 }) } }),
    },
    'a new snapshot with the older targets': {
      kind: 'older',
      attack: ({ publish }) => publish('bad', { change: { snapshot: inMeta('targets.json', { version: 1 }) } }),
    },
    'a new snapshot with older delegated targets': {
      kind: 'older',
      target: 'papers/q.txt',
      attack: ({ publish }) => publish('bad', { change: { snapshot: inMeta('papers.json', { version: 1 }) } }),
    },
    'the old root as the next one': { kind: 'older', attack: (scene) => copyInto(scene, '1.root.json', '2.root.json') },
    'a root that leaves one out': {
      kind: 'tampered',
      attack: ({ repository }) => repository.publishRoot(repository.signers.root, (signed) => ({ ...signed, version: 3 })),
    },
    'a stick from before the keys were renewed': {
      kind: 'wrong-key',
      heal: async () => undefined,
      async attack({ repository, older, publish, clients }) {
        repository.signers = { ...repository.signers, timestamp: [newSigner()] };
        await repository.publishRoot();
        await publish('one');
        for (const client of clients) expect(await client.get('a.txt')).toBe('a: one');
        await cp(path.join(older, 'metadata/timestamp.json'), repository.fileOf('timestamp.json'));
      },
    },
  });
});

async function replaceAll(from: string, to: string): Promise<void> {
  await rm(to, { recursive: true });
  await cp(from, to, { recursive: true });
}

async function loseTrusted(into: string): Promise<void> {
  const trust = path.join(into, '.trust');
  for (const name of await readdir(trust)) {
    for (const file of ['trusted.json', 'trusted.copy.json']) await rm(path.join(trust, name, file));
  }
}

describe('freeze', () => {
  runAll({
    'an expired timestamp': { kind: 'expired', attack: ({ publish }) => publish('bad', { change: { timestamp: past } }) },
    'an expired snapshot': { kind: 'expired', attack: ({ publish }) => publish('bad', { change: { snapshot: past } }) },
    'expired targets': { kind: 'expired', attack: ({ publish }) => publish('bad', { change: { targets: past } }) },
    'expired delegated targets': {
      kind: 'expired',
      target: 'papers/q.txt',
      attack: ({ publish }) => publish('bad', { change: { papers: past } }),
    },
    'an expired last root': {
      kind: 'expired',
      attack: ({ repository }) => repository.publishRoot(repository.signers.root, past),
      heal: ({ repository }) => repository.publishRoot(),
    },
  });

  test('an expired root on the way to a good one is none', async () => {
    const { repository, publish, clients } = await openScene({});
    await repository.publishRoot(repository.signers.root, past);
    await repository.publishRoot();
    await publish('two');
    for (const client of clients) expect(await client.get('a.txt')).toBe('a: two');
  });
});

describe('mix and match', () => {
  const swap = (file: string) => async (scene: Scene) => {
    await scene.publish('bad');
    await copyInto(scene, `1.${file}.json`, `3.${file}.json`);
  };
  runAll({
    'an old snapshot under a new number': { kind: 'tampered', attack: swap('snapshot') },
    'old targets under a new number': { kind: 'tampered', attack: swap('targets') },
    'old delegated targets under a new number': { kind: 'tampered', target: 'papers/q.txt', attack: swap('papers') },
    'an old snapshot where only versions are signed': { kind: 'older', attack: swap('snapshot'), ...versionsOnly },
    'old targets where only versions are signed': { kind: 'older', attack: swap('targets'), ...versionsOnly },
    'old delegated targets where only versions are signed': {
      kind: 'older',
      target: 'papers/q.txt',
      attack: swap('papers'),
      ...versionsOnly,
    },
    'a newer snapshot than the timestamp names': {
      kind: 'tampered',
      attack: ({ publish }) => publish('bad', { change: { snapshot: (signed) => ({ ...signed, version: 4 }) } }),
      ...versionsOnly,
    },
    'newer targets than the snapshot names': {
      kind: 'tampered',
      attack: ({ publish }) => publish('bad', { change: { targets: (signed) => ({ ...signed, version: 4 }) } }),
      ...versionsOnly,
    },
    'a snapshot in the place of the timestamp': {
      kind: 'tampered',
      attack: ({ repository }) => cp(repository.fileOf('2.snapshot.json'), repository.fileOf('timestamp.json')),
    },
    'the targets of one role in the place of another': {
      kind: 'wrong-key',
      target: 'papers/q.txt',
      attack: async ({ repository, publish }) => {
        await publish('bad');
        await cp(repository.fileOf('3.targets.json'), repository.fileOf('3.papers.json'));
      },
      ...versionsOnly,
    },
  });
});

describe('arbitrary software', () => {
  const content = async ({ repository }: Scene): Promise<string> => path.join(repository.directory, 'targets', `${sha256('a: bad')}.a.txt`);
  const put = (bytes: string) => async (scene: Scene) => {
    await scene.publish('bad');
    await writeFile(await content(scene), bytes);
  };
  const signedBy =
    (role: Exclude<RoleName, 'root'>) =>
    ({ publish }: Scene) =>
      publish('bad', { signers: { [role]: [stranger] } });
  runAll({
    'other content of the same length': { kind: 'tampered', attack: put('a: evi') },
    'content with something behind it': { kind: 'too-large', attack: put('a: bad and more') },
    'content cut short': { kind: 'truncated', attack: put('a: b') },
    'content that is missing': {
      kind: 'truncated',
      attack: async (scene) => {
        await scene.publish('bad');
        await rm(await content(scene));
      },
    },
    'a stranger’s timestamp': { kind: 'wrong-key', attack: signedBy('timestamp') },
    'a stranger’s snapshot': { kind: 'wrong-key', attack: signedBy('snapshot') },
    'a stranger’s targets': { kind: 'wrong-key', attack: signedBy('targets') },
    'a stranger’s delegated targets': {
      kind: 'wrong-key',
      target: 'papers/q.txt',
      async attack({ repository, publish }) {
        await publish('bad');
        await repository.edit('3.papers.json', (text) => document((JSON.parse(text) as { signed: Json }).signed, [stranger]).toString());
      },
      ...versionsOnly,
    },
    'a stranger’s root': { kind: 'wrong-key', attack: ({ repository }) => repository.publishRoot([stranger]) },
  });
});

describe('altered bytes', () => {
  const flip =
    (file: string) =>
    async ({ repository, publish }: Scene) => {
      await publish('bad');
      await repository.edit(file, (text) => text.replace(/"version":3/g, '"version":7'));
    };
  const edited =
    (change: (text: string) => string) =>
    async ({ repository, publish }: Scene) => {
      await publish('bad');
      await repository.edit('timestamp.json', change);
    };
  runAll({
    'in the timestamp': { kind: 'tampered', attack: flip('timestamp.json') },
    'in the snapshot': { kind: 'tampered', attack: flip('3.snapshot.json') },
    'in the targets': { kind: 'tampered', attack: flip('3.targets.json') },
    'in delegated targets': { kind: 'tampered', target: 'papers/q.txt', attack: flip('3.papers.json') },
    'in the next root': {
      kind: 'tampered',
      async attack({ repository }) {
        await repository.publishRoot();
        await repository.edit('2.root.json', (text) => text.replace('2099', '2098'));
      },
    },
    'a name that stands twice': { kind: 'tampered', attack: edited((text) => text.replace('"version":3', '"version":9,"version":3')) },
    'a name that stands twice, written differently': {
      kind: 'tampered',
      attack: edited((text) => text.replace('"expires":', String.raw`"\u0065xpires":"2098-01-01T00:00:00Z","expires":`)),
    },
    'a byte-order mark': { kind: 'tampered', attack: edited((text) => `\uFEFF${text}`) },
    'the end cut off': { kind: 'truncated', attack: edited((text) => text.slice(0, -40)) },
    'no metadata at all': { kind: 'tampered', attack: edited(() => '{}') },
    null: { kind: 'tampered', attack: edited(() => 'null') },
  });
});
