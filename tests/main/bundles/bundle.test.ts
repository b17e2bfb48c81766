import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '@shared/bank/changes.ts';
import type { BundleEntry } from '@shared/model/bundle.ts';
import { packContents } from '../../../main/bundles/contents.ts';
import { sealEnvelope } from '../../../main/bundles/envelope.ts';
import { joinFrames, splitFrames } from '../../../main/bundles/frames.ts';
import { openBundle } from '../../../main/bundles/open.ts';
import { hashBytes } from '../../../main/files.ts';
import { limits } from '../../../main/limits.ts';
import { publicKeyOf, signBytes } from '../../../main/signing.ts';
import { bundleOf, claim, correction, entries, head, installation, newBureau, snapshot } from './support.ts';

const bureau = await newBureau();
const bytes = await bundleOf(entries, bureau.recipient);
const open = (file: Buffer, identity = bureau.identity) => openBundle(file, [identity]);

test('what was sealed opens as it was, signed by its installation', async () => {
  expect(await open(bytes)).toEqual({
    manifest: {
      format: 1,
      ...head,
      installation: publicKeyOf(installation),
      entries: entries.map(({ kind, id, revision, content }) => ({ kind, id, revision, sha256: hashBytes(canonicalJson(content)) })),
    },
    entries,
    unknown: {},
  });
});

const text = fc.string({ unit: 'grapheme', maxLength: 40 });
const anyEntry = fc
  .record({
    id: fc.uuid(),
    revision: fc.integer({ min: 1, max: 1_000_000 }),
    text,
    kind: fc.constantFrom('project', 'claim', 'correction'),
  })
  .map((facts): BundleEntry => {
    const { kind, id, revision } = facts;
    if (kind === 'claim') return { kind, id, revision, content: { ...claim(id), withdrawn: true } };
    if (kind === 'correction') return { kind, id, revision, content: { ...correction(id), text: facts.text } };
    const content = snapshot(id);
    return { kind: 'project', id, revision, content: { ...content, project: { ...content.project, problem: facts.text } } };
  });

test('law: any entries survive seal and open', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyEntry, { minLength: 1, maxLength: 6 }), async (sent) => {
      const opened = await open(await bundleOf(sent, bureau.recipient));
      expect(opened).toMatchObject({ entries: sent, unknown: {} });
    }),
    { numRuns: 60 },
  );
});

test('the same content in two entries is carried once and opens twice', async () => {
  const twice: readonly BundleEntry[] = [
    { kind: 'correction', id: 'k-1', revision: 1, content: correction('k-1') },
    { kind: 'correction', id: 'k-1', revision: 2, content: correction('k-1') },
  ];
  const { bytes: packed } = packContents(head, twice, installation);
  expect(splitFrames(packed, 10)).toHaveLength(3);
  expect(await open(await sealEnvelope(packed, bureau.recipient))).toMatchObject({ entries: twice });
});

describe('a bundle is refused', () => {
  test('where any byte is flipped', { timeout: 60_000 }, async () => {
    const short = await bundleOf(entries.slice(2), bureau.recipient);
    const unseen: number[] = [];
    for (let place = 0; place < short.length; place += 1) {
      const changed = Buffer.from(short);
      changed.writeUInt8(short.readUInt8(place) ^ (1 << (place % 8)), place);
      if (typeof (await open(changed)) !== 'string') unseen.push(place);
    }
    expect(unseen).toEqual([]);
  });

  test('as cut short, wherever it was cut', async () => {
    const places = [...Array(40).keys(), ...Array.from({ length: 40 }, (_, n) => bytes.length - 1 - n), Math.floor(bytes.length / 2)];
    for (const place of places) expect([place, await open(bytes.subarray(0, place))]).toEqual([place, 'truncated']);
  });

  test('with bytes behind its end', async () => {
    expect(await open(Buffer.concat([bytes, Buffer.from('x')]))).toBe('tampered');
  });

  test('where it is for another bureau, or no key is there', async () => {
    expect(await open(bytes, (await newBureau()).identity)).toBe('not-for-us');
    expect(await openBundle(bytes, [])).toBe('not-for-us');
  });

  test('as newer, by its envelope or its manifest', async () => {
    expect(await open(Buffer.from(bytes.toString('latin1').replace('/1 ', '/2 '), 'latin1'))).toBe('newer');
    const manifest = Buffer.from('{"format":2,"whatever":true}');
    expect(await resealed([manifest, signatureOf(manifest)])).toBe('newer');
  });

  test.each(['text', 'sanxun-answers/1 3\n', 'PK', 'sanxun-bundle/0 5\nabcde', '{}'])('where it is none: %s', async (content) => {
    expect(await open(Buffer.from(content))).toBe('not-understood');
  });

  test('where what is sealed was not signed by the key that it names', async () => {
    const frames = splitFrames(packContents(head, entries, installation).bytes, 10) ?? [];
    const [manifest = Buffer.alloc(0), signature = Buffer.alloc(0), ...contents] = frames;
    const other = Buffer.from(manifest.toString('utf8').replace('示例员工01', '示例员工02'));
    expect(await resealed([manifest, signature, ...contents])).toMatchObject({ entries });
    expect(await resealed([other, signature, ...contents])).toBe('tampered');
    expect(await resealed([manifest, Buffer.from(signBytes(manifest, installation)), ...contents])).toBe('tampered');
    expect(await resealed([manifest, signature, ...contents.slice(1)])).toBe('tampered');
    expect(await resealed([manifest, signature, ...contents, Buffer.from('{}')])).toBe('tampered');
    expect(await resealed([manifest, signature, Buffer.from('{}'), ...contents.slice(1)])).toBe('tampered');
    expect(await resealed([manifest])).toBe('not-understood');
    expect(await open(await sealEnvelope(Buffer.from([0, 0, 0, 9, 1]), bureau.recipient))).toBe('not-understood');
  });

  test('where it becomes too large when it is unpacked', async () => {
    expect(await open(await sealEnvelope(Buffer.alloc(limits.bundleUnpacked + 1), bureau.recipient))).toBe('too-large');
  });

  test('where it has too many frames', async () => {
    const many = Array.from({ length: limits.bundleEntries + 3 }, () => Buffer.alloc(0));
    expect(await resealed(many)).toBe('not-understood');
  });
});

test('kinds and forms that this program does not know are counted, and the rest goes in', async () => {
  const later = [
    { kind: 'lecture', id: 'l-1', revision: 1, content: { a: 1 } },
    { kind: 'lecture', id: 'l-2', revision: 1, content: { a: 2 } },
    { kind: 'project', id: 'p-9', revision: 1, content: { project: 'in another form' } },
    { kind: 'project', id: 'p-8', revision: 1, content: snapshot('p-1') },
    { kind: 'project', id: 'p-7', revision: 1, content: { ...snapshot('p-7'), nodes: snapshot('p-1').nodes } },
    { kind: 'claim', id: 'c-9', revision: 1, content: claim('c-1') },
  ] as unknown as readonly BundleEntry[]; // what a later program may send
  const opened = await open(await bundleOf([...entries, ...later], bureau.recipient));
  expect(opened).toMatchObject({ entries, unknown: { lecture: 2, project: 3, claim: 1 } });
});

test('law: frames come apart as they were joined', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 30 }), { maxLength: 8 }), (frames) => {
      expect(splitFrames(joinFrames(frames), 8)?.map((frame) => [...frame])).toEqual(frames.map((frame) => [...frame]));
    }),
  );
});

const signatureOf = (manifest: Buffer): Buffer =>
  Buffer.from(signBytes(Buffer.concat([Buffer.from('sanxun bundle\n'), manifest]), installation));

const resealed = async (frames: readonly Buffer[]) => open(await sealEnvelope(joinFrames(frames), bureau.recipient));
