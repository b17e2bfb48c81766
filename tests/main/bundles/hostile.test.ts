import { execFileSync } from 'node:child_process';
import { symlink, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '@shared/bank/changes.ts';
import { mostInOneBundle, mostInOneEntry } from '@shared/projects/sending/outgoing.ts';
import type { BundleEntry, BundleManifest } from '@shared/model/bundle.ts';
import { sealEnvelope } from '../../../main/bundles/envelope.ts';
import { joinFrames } from '../../../main/bundles/frames.ts';
import { openBundle, openBundleFile } from '../../../main/bundles/open.ts';
import { readPlainJson } from '../../../main/bundles/plain-json.ts';
import { hashBytes } from '../../../main/files.ts';
import { limits } from '../../../main/limits.ts';
import { publicKeyOf, signBytes } from '../../../main/signing.ts';
import { temporaryFolder } from '../sync/support.ts';
import { bundleOf, claim, head, installation, newBureau, node, snapshot } from './support.ts';

// A branch, or whoever has its key, signs and seals what it likes: these bundles are well sealed and well signed.

const bureau = await newBureau();
const open = (bytes: Buffer) => openBundle(bytes, [bureau.identity]);

type Named = BundleManifest['entries'][number];

/** A bundle of these contents, named as projects where nothing else is said. */
async function sealed(contents: readonly string[], changes: Partial<BundleManifest> = {}): Promise<Buffer> {
  const entries = contents.map((content, place) => named(content, { id: `p-${place}` }));
  const manifest = Buffer.from(JSON.stringify({ format: 1, installation: publicKeyOf(installation), ...head, entries, ...changes }));
  const signature = Buffer.from(signBytes(Buffer.concat([Buffer.from('sanxun bundle\n'), manifest]), installation));
  return sealEnvelope(joinFrames([manifest, signature, ...contents.map((content) => Buffer.from(content))]), bureau.recipient);
}

const named = (content: string, changes: Partial<Named>): Named => ({
  kind: 'project',
  id: 'p-0',
  revision: 1,
  sha256: hashBytes(content),
  ...changes,
});

const times = <Item>(count: number, make: (place: number) => Item): Item[] => Array.from({ length: count }, (_, place) => make(place));

describe('a small file that would become gigabytes is refused at once', () => {
  const lists = '['.repeat(limits.bundleEntryText);
  test.each([
    ['zeros', () => sealEnvelope(Buffer.alloc(limits.bundleUnpacked * 4), bureau.recipient), 'too-large'],
    ['one content longer than a line of the journal', () => sealed([`"${' '.repeat(limits.bundleEntryText)}"`]), 'too-large'],
    ['several that are together', () => sealed(times(3, (place) => `"${place}${' '.repeat(limits.bundleText / 2)}"`)), 'too-large'],
    [
      'one content that is named a thousand times',
      () => {
        const content = canonicalJson(
          snapshot('p-0', { nodes: times(30, (place) => node('p-0', `n${place}`, { duty: 'x'.repeat(30_000) })) }),
        );
        return sealed([content], { entries: times(1_000, (place) => named(content, { revision: place + 1 })) });
      },
      'too-large',
    ],
    [
      'a manifest of nothing but brackets',
      () => sealEnvelope(joinFrames([Buffer.from(lists), Buffer.from('')]), bureau.recipient),
      'not-understood',
    ],
  ] as const)('%s', async (_what, make, kind) => {
    const bytes = await make();
    expect(bytes.length).toBeLessThan(1_000_000);
    const [from, memory] = [performance.now(), process.memoryUsage().rss];
    expect(await open(bytes)).toBe(kind);
    expect(performance.now() - from).toBeLessThan(5_000);
    expect(process.memoryUsage().rss - memory).toBeLessThan(600_000_000);
  });

  test('a content of nothing but brackets is none, and the rest goes in', async () => {
    const good = canonicalJson(claim('c-1'));
    const entries = [named(lists, {}), named(good, { kind: 'claim', id: 'c-1' })];
    expect(await open(await sealed([lists, good], { entries }))).toMatchObject({
      entries: [{ kind: 'claim', id: 'c-1' }],
      unknown: { project: 1 },
    });
  });
});

test('what a branch sends in one bundle is never too much for the bureau', () => {
  expect(mostInOneEntry).toBeLessThanOrEqual(limits.bundleEntryText);
  expect(mostInOneBundle).toBeLessThanOrEqual(limits.bundleText);
});

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

test.each<[string, unknown]>([
  ['[1,"]]]",{"a":"\\"[["}]', [1, ']]]', { a: '"[[' }]],
  [`"${nested(limits.jsonDepth + 1)}"`, nested(limits.jsonDepth + 1)],
  [`"\\\\",${nested(1)}`, null],
  [`["\\\\",${nested(limits.jsonDepth)}]`, null],
  [nested(limits.jsonDepth + 1), null],
  ['[1', null],
])('brackets count where they are brackets: %s', (text, value) => {
  expect(readPlainJson(text)).toEqual(value);
});

describe('figures that nothing can be reckoned with', () => {
  const whole = canonicalJson(snapshot('p-0'));
  test.each([
    ['a revision beyond what can be counted', { entries: [named(whole, { revision: 2 ** 53 })] }],
    ['a revision of zero', { entries: [named(whole, { revision: 0 })] }],
    ['an instant that no calendar has', { createdAt: 1e300 }],
    ['a kind with signs that turn the writing', { entries: [named(whole, { kind: 'pro\u202Eject' })] }],
    ['a kind that is a name of every object', { entries: [named(whole, { kind: '__proto__' })] }],
    ['too many entries', { entries: times(limits.bundleEntries + 1, () => named(whole, {})) }],
    ['too many kinds', { entries: times(limits.bundleKinds + 1, (place) => named(whole, { kind: `kind${place}` })) }],
  ])('%s', async (_what, changes) => {
    expect(await open(await sealed([whole], changes))).toBe('not-understood');
  });

  test.each<[string, Partial<ReturnType<typeof node>>]>([
    ['a day that no month has', { plannedFinish: '2026-02-30' }],
    ['a month that no year has', { actualFinish: '2026-13-01' }],
    ['a year before all plans', { plannedStart: '0026-01-01' }],
  ])('%s', async (_what, fields) => {
    const content = canonicalJson(snapshot('p-0', { nodes: [node('p-0', 'n', fields)] }));
    expect(await open(await sealed([content]))).toMatchObject({ entries: [], unknown: { project: 1 } });
  });
});

test('ids are only ids, whatever stands in them', async () => {
  const ids = ['甲\n乙', '\u202Etxt.exe', 'a\u0000b', '../../x', '__proto__', 'constructor', 'a\'"><b>'];
  const entries = ids.map((id): BundleEntry => ({ kind: 'project', id, revision: 1, content: snapshot(id) }));
  expect(await open(await bundleOf(entries, bureau.recipient))).toMatchObject({ entries, unknown: {} });
});

test('names of every object in a content change no object', async () => {
  const content = canonicalJson(snapshot('p-0')).replace(
    '{',
    '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},',
  );
  expect(await open(await sealed([content]))).toMatchObject({ entries: [{ content: snapshot('p-0') }] });
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
});

test('what is no ordinary file is not read', async ({ skip }) => {
  if (process.platform === 'win32') skip('no pipes in folders there');
  const folder = await temporaryFolder();
  const [pipe, zeros, large] = ['pipe', 'zeros', 'large'].map((name) => path.join(folder, name)) as [string, string, string]; // three
  execFileSync('mkfifo', [pipe]);
  await symlink('/dev/zero', zeros);
  await writeFile(large, '');
  await truncate(large, 3_000_000_000);
  const opened = await Promise.all([pipe, zeros, folder, large].map((file) => openBundleFile(file, [bureau.identity])));
  expect(opened.map((one) => (one.ok ? 'ok' : one.failure.kind))).toEqual([
    'not-understood',
    'not-understood',
    'not-understood',
    'too-large',
  ]);
});
