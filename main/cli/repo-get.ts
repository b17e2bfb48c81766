import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { codeOf } from '../files.ts';
import { asResult, Refusal } from '../sync/refusal.ts';
import { directly, withoutProxy } from '../sync/sources/direct/directly.ts';
import { locate, readerOf } from '../sync/sources/places.ts';
import { watched, type Reader } from '../sync/sources/reader.ts';
import { receive, type Expected } from '../sync/transfer/receive.ts';
import { isThere, refreshFound } from '../sync/trust/layout.ts';
import { openPublisher, trustPublisher } from '../sync/trust/publishers.ts';
import type { Refreshed } from '../sync/trust/refresh.ts';
import { findTarget, placesOf } from '../sync/trust/targets.ts';
import { readFirstRoot } from '../sync/trust/trust.ts';
import { done, usage, type CliResult } from './command.ts';
import { refusedBy } from './failure-text.ts';
import { placeFor, trustFolder } from './target-place.ts';
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
  const publishers = path.join(into, trustFolder);
  await trustPublisher(publishers, first);
  const publisher = await openPublisher(publishers, first.fingerprint);
  const wire = { bytes: 0, date: null };
  const given = watched(await readerOf(await locate(locationOf(from), asIs), directly(fetch, withoutProxy(process.env))), wire);
  const { reader, refreshed } = await refreshFound(publisher, given, new Date(), signal);
  const found = await findTarget(refreshed, target, reader, signal);
  if (!found) throw new Refusal('source-empty', target, 'the repository does not list this target');
  await fetchUnlessHere(reader, placesOf(refreshed.store, found), file, signal);
  return { target, file, length: found.length, hashes: found.hashes, versions: versionsOf(refreshed), transferredBytes: wire.bytes };
}

const asIs = (place: string): string => place;

function versionsOf({ store }: Refreshed) {
  const { root, timestamp, snapshot, targets } = store;
  return {
    root: root.signed.version,
    timestamp: timestamp?.signed.version,
    snapshot: snapshot?.signed.version,
    targets: targets?.signed.version,
  };
}

/** Writers of repositories differ in which hash they put before a name; where one is missing, the next is tried. */
async function fetchUnlessHere(reader: Reader, places: readonly Expected[], file: string, signal: AbortSignal): Promise<void> {
  const [first, ...others] = places;
  if (!first || (await isHere(first, file))) return;
  await mkdir(path.dirname(file), { recursive: true });
  const expected = others.length === 0 ? first : await firstThere(reader, places, signal);
  await receive(reader, expected ?? first, file, signal);
}

async function firstThere(reader: Reader, places: readonly Expected[], signal: AbortSignal): Promise<Expected | null> {
  for (const place of places) if (await isThere(reader, place.file, signal)) return place;
  return null;
}

async function isHere({ hashes, length }: Expected, file: string): Promise<boolean> {
  try {
    if ((await stat(file)).size !== length) return false;
    const digests = Object.entries(hashes).map(([name, hex]) => ({ digest: createHash(name), hex }));
    for await (const chunk of createReadStream(file)) for (const { digest } of digests) digest.update(chunk as Buffer);
    return digests.length > 0 && digests.every(({ digest, hex }) => digest.digest('hex') === hex);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}
