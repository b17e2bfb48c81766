import { Readable } from 'node:stream';
import { Metadata, Targets, TargetFile } from '@tufjs/models';
import { expect, test } from 'vitest';
import { hashBytes } from '../../../../main/files.ts';
import { limits } from '../../../../main/limits.ts';
import { pack } from '../../../../main/sync/delta/packing.ts';
import type { Reader } from '../../../../main/sync/sources/reader.ts';
import { entriesOf, isSignedManifest, manifestTargets, packManifest, readManifest } from '../../../../main/sync/store/manifests.ts';
import type { PackageManifest } from '../../../../shared/model/package.ts';
import { openBureau, question } from '../support.ts';
import { openRepository } from '../../../../main/publish/repository/repository.ts';

const { signal } = new AbortController();

/** A signed repository, in which the manifest is another one that is signed as well. */
async function openStage() {
  const bureau = await openBureau();
  const { manifest } = await bureau.publish([question(1), question(2)]);
  const { current } = await openRepository(bureau.repository);
  if (!current) throw new Error('nothing published');
  const read = (bytes: Buffer, name = 'bank') => {
    const target = new TargetFile({ path: `${name}/manifest.json.gz`, length: bytes.length, hashes: { sha256: hashBytes(bytes) } });
    return readManifest(current, target, readerOf(bytes), signal);
  };
  return { manifest, read, reads: (changes: object) => read(pack(Buffer.from(JSON.stringify({ ...manifest, ...changes })))) };
}

const readerOf = (bytes: Buffer): Reader => ({
  label: 'test',
  resumes: false,
  open: async () => ({ from: 0, body: Readable.from([bytes]), total: bytes.length, date: null }),
});

const block = (manifest: PackageManifest) => manifest.blocks[0]!;
const piece = (target: string, length: number) => ({ target, sha256: 'a'.repeat(64), length });

test('a manifest comes back as it was packed, and is known again', async () => {
  const { manifest, read } = await openStage();
  const bytes = packManifest(manifest);
  expect(await read(bytes)).toEqual(manifest);
  const target = new TargetFile({ path: 'bank/manifest.json.gz', length: bytes.length, hashes: { sha256: hashBytes(bytes) } });
  expect([isSignedManifest(target, manifest), isSignedManifest(target, { ...manifest, version: 2 })]).toEqual([true, false]);
});

test('only manifests of packages with plain names are taken for some', () => {
  const names = [
    'bank/manifest.json.gz',
    'bank/manifest.json',
    'manifest.json.gz',
    '../manifest.json.gz',
    'a/b/manifest.json.gz',
    'Bank/manifest.json.gz',
  ];
  const targets = Object.fromEntries(names.map((path) => [path, new TargetFile({ path, length: 1, hashes: {} })]));
  const signed = new Targets({ version: 1, specVersion: '1.0.31', expires: '2030-01-01T00:00:00Z', targets });
  expect(manifestTargets({ targets: new Metadata(signed) }).map(({ path }) => path)).toEqual(['bank/manifest.json.gz']);
});

test.each([
  ['not-understood', () => ({ format: 2 })],
  ['not-understood', () => ({ name: 'other' })],
  ['not-understood', () => ({ blocks: [{}] })],
  ['tampered', (manifest: PackageManifest) => ({ blocks: [{ ...block(manifest), target: 'other/b0001.json.gz' }] })],
  ['tampered', (manifest: PackageManifest) => ({ blocks: [block(manifest), { ...block(manifest), sha256: 'b'.repeat(64) }] })],
  ['tampered', () => ({ deltas: [{ ...piece('other/d1-2.zst', 9), from: 1, to: 2 }] })],
  ['too-large', (manifest: PackageManifest) => ({ blocks: [{ ...block(manifest), length: limits.blockPacked + 1 }] })],
  ['too-large', () => ({ deltas: [{ ...piece('bank/d1-2.zst', limits.delta + 1), from: 1, to: 2 }] })],
  ['too-large', () => ({ files: [fileOf(1, limits.piece + 1)] })],
  ['too-large', () => ({ files: [fileOf(Math.ceil(limits.packageFiles / limits.piece) + 1, limits.piece)] })],
  ['not-understood', () => ({ files: [{ ...fileOf(1, 10), length: 11 }] })],
])('%s: a signed manifest that asks for too much, or for what is not its own', async (kind, changes) => {
  const { manifest, reads } = await openStage();
  await expect(reads(changes(manifest))).rejects.toMatchObject({ failure: { kind } });
});

test('a bomb is not unpacked, and another file than the signed one is refused', async () => {
  const { read } = await openStage();
  await expect(read(pack(Buffer.alloc(limits.manifest + 1, ' ')))).rejects.toMatchObject({ failure: { kind: 'not-understood' } });
  await expect(read(Buffer.from('no gzip'))).rejects.toMatchObject({ failure: { kind: 'not-understood' } });
});

test('what a version needs are its blocks and the pieces of its files', async () => {
  const { manifest } = await openStage();
  expect(entriesOf({ ...manifest, files: [fileOf(2, 5)] }).map(({ target }) => target)).toEqual([
    'bank/b0001.json.gz',
    'bank/f-0.000',
    'bank/f-0.001',
  ]);
});

function fileOf(count: number, length: number) {
  const pieces = Array.from({ length: count }, (_, place) => piece(`bank/f-0.${String(place).padStart(3, '0')}`, length));
  return { name: '视频.mp4', type: 'video/mp4', length: count * length, sha256: 'c'.repeat(64), pieces };
}
