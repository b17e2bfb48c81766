import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { codeOf } from '../files.ts';
import { openPublisher, trustPublisher } from '../sync/trust/publishers.ts';
import { watched, type Reader } from '../sync/sources/reader.ts';
import { receive, type Expected } from '../sync/transfer/receive.ts';
import { asResult, Refusal } from '../sync/refusal.ts';
import { locate, readerOf } from '../sync/sources/sources.ts';
import { expectedOf, findTarget } from '../sync/trust/targets.ts';
import { readFirstRoot } from '../sync/trust/trust.ts';
import { done, usage, type CliResult } from './command.ts';
import { refusedBy } from './failure-text.ts';
import { collectingLog, locationOf, untilInterrupted } from './where.ts';

const line = 'sanxun repo get --from URL|DIR --root ROOT.json --into DIR --target NAME';
const options = { from: { type: 'string' }, root: { type: 'string' }, into: { type: 'string' }, target: { type: 'string' } } as const;

interface Wanted {
  readonly from: string;
  readonly root: string;
  readonly into: string;
  readonly target: string;
}

/** `repo get`: the bare trust path on any TUF repository. What is trusted is kept in `<into>/.trust`, so that a second call knows the first. */
export async function repoGet(args: readonly string[]): Promise<CliResult> {
  const { values } = parseArgs({ args: [...args], options });
  const { from = usage(line, '缺少 --from'), root = usage(line, '缺少 --root') } = values;
  const { into = usage(line, '缺少 --into'), target = usage(line, '缺少 --target') } = values;
  const { messages, log } = collectingLog();
  const result = await asResult(log, target, () => get({ from, root, into: path.resolve(into), target }));
  if (!result.ok) return refusedBy(result.failure, messages);
  const { file, length, transferredBytes } = result.value;
  return done({ ok: true, ...result.value }, [
    `${file}：${length} 字节，传输 ${transferredBytes} 字节。Transferred ${transferredBytes} bytes.`,
  ]);
}

async function get({ from, root, into, target }: Wanted) {
  const signal = untilInterrupted();
  const file = placeFor(into, target);
  const first = readFirstRoot(await readFile(root), path.basename(root));
  const publishers = path.join(into, '.trust');
  await trustPublisher(publishers, first);
  const publisher = await openPublisher(publishers, first.fingerprint);
  const wire = { bytes: 0 };
  const reader = watched(await readerOf(await locate(locationOf(from), (place) => place), fetch), wire);
  const refreshed = await publisher.refreshFrom(reader, new Date(), signal);
  const found = await findTarget(refreshed, target, reader, signal);
  if (!found) throw new Refusal('source-empty', target, 'the repository does not list this target');
  await fetchUnlessHere(reader, expectedOf(refreshed.store, found), file, signal);
  const { store } = refreshed;
  const versions = {
    root: store.root.signed.version,
    timestamp: store.timestamp?.signed.version,
    snapshot: store.snapshot?.signed.version,
  };
  return { target, file, length: found.length, hashes: found.hashes, versions, transferredBytes: wire.bytes };
}

/** A target name comes from outside: it may name folders below the given one, and nothing else. */
function placeFor(into: string, target: string): string {
  const parts = target.split('/');
  if (parts.some((part) => ['', '.', '..', '.trust'].includes(part) || /[\\:\0]/.test(part)))
    throw new Refusal('not-understood', target, 'an unsafe name');
  return path.join(into, ...parts);
}

async function fetchUnlessHere(reader: Reader, expected: Expected, file: string, signal: AbortSignal): Promise<void> {
  if (await isHere(expected, file)) return;
  await mkdir(path.dirname(file), { recursive: true });
  await receive(reader, expected, file, signal);
}

async function isHere({ hashes }: Expected, file: string): Promise<boolean> {
  try {
    const digests = Object.entries(hashes).map(([name, hex]) => ({ digest: createHash(name), hex }));
    for await (const chunk of createReadStream(file)) for (const { digest } of digests) digest.update(chunk as Buffer);
    return digests.length > 0 && digests.every(({ digest, hex }) => digest.digest('hex') === hex);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}
