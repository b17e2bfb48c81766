import { chmod, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { publishPackage, retirePackage } from '../../../main/publish/publish.ts';
import { publishedFiles } from '../../../main/publish/repository/published-files.ts';
import { day, findFile, fingerprintFiles, noon, numbers, openBureau, question, temporaryFolder } from '../sync/support.ts';

const bank = (count: number) => numbers(count).map((number) => question(number));
const request = (repository: string, keys: string) =>
  ({ repository, keys, name: 'bank', title: '题库', contents: { kind: 'bank', items: { questions: bank(3) } }, now: noon }) as const;

async function targetsIn(repository: string, file: string): Promise<readonly string[]> {
  const { signed } = JSON.parse(await readFile(path.join(repository, 'metadata', file), 'utf8')) as { signed: { targets: object } };
  return Object.keys(signed.targets).sort();
}

async function refusedWith(result: ReturnType<typeof publishPackage>): Promise<readonly string[]> {
  const { ok, ...rest } = await result;
  if (ok || !('problems' in rest)) throw new Error('was published');
  return rest.problems.map(({ code }) => code);
}

describe('versions', () => {
  test('the first version has no changes, the next lists what happened', async () => {
    const bureau = await openBureau();
    const first = await bureau.publish(bank(4));
    expect(first).toMatchObject({
      outcome: 'published',
      manifest: { version: 1, changes: { since: null, added: [], changed: [], withdrawn: [] } },
    });
    const second = await bureau.publish([question(1), question(2, { note: '改' }), question(4), question(9)], noon + day);
    expect(second.manifest).toMatchObject({ version: 2, changes: { since: 1, added: ['Q-9'], changed: ['Q-2'], withdrawn: ['Q-3'] } });
    expect(second.fingerprint).toBe(first.fingerprint);
  });

  test('the same contents again make no new version and touch no file', async () => {
    const bureau = await openBureau();
    await bureau.publish(bank(4));
    const before = await fingerprintFiles(bureau.repository);
    expect(await bureau.publish(bank(4), noon + day)).toMatchObject({ outcome: 'unchanged', manifest: { version: 1 } });
    expect(await fingerprintFiles(bureau.repository)).toEqual(before);
  });

  test('half a year later the signatures are renewed, the version stays', async () => {
    const bureau = await openBureau();
    await bureau.publish(bank(4));
    const late = noon + 300 * day;
    expect(await bureau.publish(bank(4), late)).toMatchObject({ outcome: 'renewed', manifest: { version: 1 } });
    const { signed } = JSON.parse(await readFile(path.join(bureau.repository, 'metadata/timestamp.json'), 'utf8')) as {
      signed: { expires: string };
    };
    expect(Date.parse(signed.expires)).toBe(late + 400 * day);
  });

  test('nothing published is written to again, except timestamp.json', async () => {
    const bureau = await openBureau();
    await bureau.publish(bank(1200));
    const before = await fingerprintFiles(bureau.repository);
    await bureau.publish([...bank(1199), question(5000)], noon + day);
    const after = await fingerprintFiles(bureau.repository);
    const touched = Object.keys(before).filter((file) => after[file] !== before[file]);
    expect(touched).toEqual([path.join('metadata', 'timestamp.json')]);
  });

  test('two packages stand beside each other: their manifests in the list that everybody reads, all else in a delegated one', async () => {
    const bureau = await openBureau();
    await bureau.publish(bank(2));
    await bureau.publish(bank(3), noon, 'second');
    expect(await targetsIn(bureau.repository, '2.targets.json')).toEqual(['bank/manifest.json.gz', 'second/manifest.json.gz']);
    expect(await targetsIn(bureau.repository, '2.content.json')).toEqual(['bank/b0001.json.gz', 'second/b0001.json.gz']);
    const files = await publishedFiles(bureau.repository);
    expect(files.slice(-5).map(({ file }) => file)).toEqual(
      ['1.root', '2.content', '2.targets', '2.snapshot', 'timestamp'].map((name) => `metadata/${name}.json`),
    );
    const there = Object.keys(await fingerprintFiles(bureau.repository)).filter((file) => !/1\.(content|targets|snapshot)/.test(file));
    expect(files.map(({ file }) => file).sort()).toEqual(there.map((file) => file.replaceAll(path.sep, '/')).sort());
  });

  test('the same contents give the same files of content, whoever publishes them', async () => {
    const [one, other] = [await openBureau(), await openBureau()];
    for (const bureau of [one, other]) {
      await bureau.publish(bank(700));
      await bureau.publish([...bank(600), question(5000)], noon + day);
    }
    const targets = (repository: string) => fingerprintFiles(path.join(repository, 'targets'));
    expect(await targets(one.repository)).toEqual(await targets(other.repository));
  });

  test('a file is written after everything that it refers to: targets, lists, snapshot, timestamp', async () => {
    const bureau = await openBureau();
    await bureau.publish(bank(600));
    await bureau.publish(bank(1200), noon + day);
    const newest = (await publishedFiles(bureau.repository)).filter(({ file }) => !file.includes('root'));
    const times = await Promise.all(newest.map(async ({ file }) => (await stat(path.join(bureau.repository, file))).mtimeMs));
    const [last = 0, ...lists] = times.slice(-4).toReversed();
    expect([...lists.toReversed(), last]).toEqual(times.slice(-4).toSorted((one, other) => one - other));
    expect(Math.max(...times.slice(0, -4))).toBeLessThanOrEqual(Math.min(...lists));
  });
});

describe('withdrawal', () => {
  test('what was ever withdrawn stays named until it comes back', async () => {
    const bureau = await openBureau();
    const withdrawn = [];
    for (const [step, kept] of [
      [1, 2, 3, 4],
      [1, 2, 3],
      [1, 3],
      [1, 3, 4],
    ].entries())
      withdrawn.push(
        (
          await bureau.publish(
            kept.map((number) => question(number)),
            noon + step * day,
          )
        ).manifest.withdrawn,
      );
    expect(withdrawn).toEqual([undefined, ['Q-4'], ['Q-4', 'Q-2'], ['Q-2']]);
  });

  test('a whole package is withdrawn by a last version without contents, and may come back', async () => {
    const bureau = await openBureau();
    await bureau.publish(bank(2));
    const desk = { repository: bureau.repository, keys: bureau.keys, name: 'bank', now: noon + day };
    const gone = { version: 2, title: '题库 bank', blocks: [], retired: true, withdrawn: ['Q-1', 'Q-2'] };
    expect(await retirePackage(desk)).toMatchObject({ ok: true, value: { outcome: 'published', manifest: gone } });
    expect(await retirePackage({ ...desk, now: noon + 2 * day })).toMatchObject({
      ok: true,
      value: { outcome: 'unchanged', manifest: gone },
    });
    expect(await refusedWith(retirePackage({ ...desk, name: 'other', now: noon + 2 * day }))).toEqual(['nothing-to-publish']);
    const { manifest } = await bureau.publish(bank(1), noon + 3 * day);
    expect(manifest).toMatchObject({ version: 3, changes: { since: 2, added: ['Q-1'], withdrawn: [] }, withdrawn: ['Q-2'] });
    expect(manifest.retired).toBeUndefined();
  });
});

describe('blocks', () => {
  test('a block holds one section and at most 500 questions, in source order', async () => {
    const bureau = await openBureau();
    const mixed = numbers(1200).map((number) => question(number, { section: number % 2 === 0 ? '党章' : '党史' }));
    const { manifest } = await bureau.publish(mixed);
    expect(manifest.blocks.map(({ section, items, target }) => [section, items, target])).toEqual([
      ['党史', 500, 'bank/b0001.json.gz'],
      ['党史', 100, 'bank/b0002.json.gz'],
      ['党章', 500, 'bank/b0003.json.gz'],
      ['党章', 100, 'bank/b0004.json.gz'],
    ]);
  });

  test('law: only blocks with a touched question change, and changes are what was done', async () => {
    const numbered = fc.uniqueArray(fc.integer({ min: 1, max: 2000 }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(numbered, numbered, numbered, async (altered, withdrawn, extra) => {
        const bureau = await openBureau();
        const first = await bureau.publish(bank(1300));
        const gone = new Set(withdrawn);
        const kept = numbers(1300).filter((number) => !gone.has(number));
        const changed = altered.filter((number) => number <= 1300 && !gone.has(number));
        const added = extra.map((number) => number + 5000);
        const next = [
          ...kept.map((number) => question(number, { note: changed.includes(number) ? '改' : '' })),
          ...added.map((number) => question(number)),
        ];
        const second = await bureau.publish(next, noon + day);
        const gonePresent = numbers(1300).filter((number) => gone.has(number));
        if (changed.length + added.length + gonePresent.length === 0) {
          expect(second.outcome).toBe('unchanged');
          return;
        }
        expect(new Set(second.manifest.changes.changed)).toEqual(new Set(changed.map((number) => `Q-${number}`)));
        expect(new Set(second.manifest.changes.added)).toEqual(new Set(added.map((number) => `Q-${number}`)));
        expect(second.manifest.changes.withdrawn).toEqual(gonePresent.map((number) => `Q-${number}`));
        const touched = new Set([...changed, ...gonePresent].map((number) => Math.floor((number - 1) / 500)));
        if (added.length > 0) touched.add(2);
        first.manifest.blocks.forEach((block, place) => {
          if (!touched.has(place)) expect(second.manifest.blocks[place]).toEqual(block);
        });
      }),
      { numRuns: 12 },
    );
  });
});

describe('keys', () => {
  test('they are made once, for the owner only', async () => {
    const bureau = await openBureau();
    await bureau.publish(bank(1));
    const before = await fingerprintFiles(bureau.keys);
    await bureau.publish(bank(2), noon + day);
    expect(await fingerprintFiles(bureau.keys)).toEqual(before);
    expect(Object.keys(before)).toEqual(['online.pem', 'root.pem']);
  });

  test('a folder inside the repository is refused, and the other way round', async () => {
    const home = await temporaryFolder();
    expect(await refusedWith(publishPackage(request(home, path.join(home, 'keys'))))).toEqual(['keys-inside-repository']);
    expect(await refusedWith(publishPackage(request(path.join(home, 'repository'), home)))).toEqual(['keys-inside-repository']);
    expect(await refusedWith(publishPackage(request(home, home)))).toEqual(['keys-inside-repository']);
    expect(await fingerprintFiles(home)).toEqual({});
  });

  test.skipIf(process.platform === 'win32')('keys that others can read are refused', async () => {
    const bureau = await openBureau();
    await bureau.publish(bank(1));
    await chmod(path.join(bureau.keys, 'online.pem'), 0o644);
    expect(await refusedWith(publishPackage(request(bureau.repository, bureau.keys)))).toEqual(['keys-too-open']);
    await chmod(path.join(bureau.keys, 'online.pem'), 0o600);
    await chmod(bureau.keys, 0o755);
    expect(await refusedWith(publishPackage(request(bureau.repository, bureau.keys)))).toEqual(['keys-too-open']);
  });

  test('an existing repository never gets new keys, nor those of another one', async () => {
    const bureau = await openBureau();
    await bureau.publish(bank(1));
    const other = await openBureau();
    await other.publish(bank(1));
    const before = await fingerprintFiles(bureau.repository);
    expect(await refusedWith(publishPackage(request(bureau.repository, path.join(await temporaryFolder(), 'none'))))).toEqual([
      'keys-missing',
    ]);
    expect(await refusedWith(publishPackage(request(bureau.repository, other.keys)))).toEqual(['keys-foreign']);
    expect(await fingerprintFiles(bureau.repository)).toEqual(before);
  });
});

test('the root key may lie in a safe: the online key publishes by itself', async () => {
  const bureau = await openBureau();
  await bureau.publish(bank(1));
  await rm(path.join(bureau.keys, 'root.pem'));
  expect(await bureau.publish(bank(2), noon + day)).toMatchObject({ outcome: 'published', manifest: { version: 2 } });
});

describe('the clock', () => {
  test('before the last publication of any package it is refused, and far behind it only until a person has looked', async () => {
    const bureau = await openBureau();
    await bureau.publish(bank(1));
    await bureau.publish(bank(1), noon + 10 * day, 'second');
    const at = (now: number, clockOk = false) => publishPackage({ ...request(bureau.repository, bureau.keys), now, clockOk });
    expect(await refusedWith(at(noon + 9 * day))).toEqual(['clock-behind']);
    expect(await refusedWith(at(noon + 411 * day))).toEqual(['clock-far']);
    expect(await at(noon + 411 * day, true)).toMatchObject({ ok: true });
    expect(await refusedWith(at(noon + 410 * day, true))).toEqual(['clock-behind']);
  });
});

describe('refused', () => {
  test('a name that is no name, a kind that changes, a clock that is behind, contents without sense', async () => {
    const bureau = await openBureau();
    await bureau.publish(bank(3), noon + day);
    const base = request(bureau.repository, bureau.keys);
    const policy = {
      kind: 'policy',
      items: JSON.parse(await readFile(path.join(import.meta.dirname, '../../../build/starter/policy.json'), 'utf8')),
    } as const;
    for (const name of ['../bank', 'con']) expect(await refusedWith(publishPackage({ ...base, name }))).toEqual(['name-invalid']);
    expect(
      await refusedWith(publishPackage({ ...base, contents: { kind: 'policy', items: { policy: policy.items } }, now: noon + 2 * day })),
    ).toEqual(['kind-differs']);
    expect(await refusedWith(publishPackage(base))).toEqual(['clock-behind']);
    expect(await refusedWith(publishPackage({ ...base, contents: { kind: 'bank', items: { questions: [] } } }))).toEqual([
      'nothing-to-publish',
    ]);
    expect(
      await refusedWith(publishPackage({ ...base, contents: { kind: 'bank', items: { questions: [question(1), question(1)] } } })),
    ).toEqual(['id-repeated']);
    const empty = { ...question(1), stem: '' };
    expect(await refusedWith(publishPackage({ ...base, contents: { kind: 'bank', items: { questions: [empty] } } }))).toEqual([
      'contents-invalid',
    ]);
  });

  test('a damaged repository is not built upon', async () => {
    const bureau = await openBureau();
    await bureau.publish(bank(3));
    const block = await findFile(bureau.repository, /b0001\.json\.gz$/);
    const bytes = await readFile(block);
    bytes[bytes.length >> 1]! ^= 1;
    await writeFile(block, bytes);
    expect(await refusedWith(publishPackage({ ...request(bureau.repository, bureau.keys), now: noon + day }))).toEqual([
      'repository-damaged',
    ]);
  });

  test('what a crash left behind before the first timestamp does not stop the next publication', async () => {
    const bureau = await openBureau();
    await bureau.publish(bank(3));
    const interrupted = path.join(await temporaryFolder(), 'repository');
    await mkdir(path.join(interrupted, 'metadata'), { recursive: true });
    await writeFile(path.join(interrupted, 'metadata/1.root.json'), await readFile(path.join(bureau.repository, 'metadata/1.root.json')));
    const result = await publishPackage(request(interrupted, bureau.keys));
    expect(result).toMatchObject({ ok: true, value: { outcome: 'published', manifest: { version: 1 } } });
  });
});
