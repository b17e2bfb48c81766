import { posix } from 'node:path';
import type { TargetFile } from '@tufjs/models';
import { succeed, fail, type Failure, type Result } from '@shared/model/failure.ts';
import type { SyncFindings, TaskProgress } from '@shared/ipc/contract.ts';
import type { PackageManifest } from '@shared/model/package.ts';
import { hashBytes } from '../files.ts';
import { limits } from '../limits.ts';
import type { BlockStore } from './store/block-store.ts';
import type { InstalledRecord, InstalledRecords } from './store/installed.ts';
import { manifestTargets, readManifest } from './store/manifests.ts';
import { judge, type Offer } from './store/precedence.ts';
import type { Publisher } from './trust/publishers.ts';
import { readCapped, watched, type Reader } from './sources/reader.ts';
import type { Refreshed } from './trust/refresh.ts';
import { Refusal, type Log } from './refusal.ts';
import { fetchFrom, stage, type Staged } from './store/staging.ts';
import { readFirstRoot } from './trust/trust.ts';

/** Where packages come from, and whom we trust there. */
export interface Origin {
  readonly reader: Reader;
  readonly publisher: Publisher;
  readonly starter: boolean;
}

export type Progress = (step: Omit<TaskProgress, 'task'>) => void;

export interface SyncContext {
  readonly records: InstalledRecords;
  readonly store: BlockStore;
  /** Fingerprints of the publishers that have a source here. */
  readonly trusted: ReadonlySet<string>;
  /** The system's clock, milliseconds since 1970. */
  readonly now: number;
  readonly progress: Progress;
  readonly log: Log;
  readonly signal: AbortSignal;
}

export type SyncOutcome = Omit<SyncFindings, 'packages'> & { readonly staged: readonly Staged[] };
type StagedAll = Pick<SyncOutcome, 'staged' | 'refused'>;

/**
 * Verifies a source and stages what should be installed from it. One package that may not come from here does not hold
 * up the others; a copy that is damaged or altered is refused as a whole. Throws Refusal.
 */
export async function syncFrom(origin: Origin, context: SyncContext): Promise<SyncOutcome> {
  const { publisher } = origin;
  const wire = { bytes: 0 };
  const reader = watched(origin.reader, wire);
  context.progress({ phase: 'metadata', done: 0, total: 1 });
  await requireSamePublisher(reader, publisher, context.signal);
  const refreshed = await publisher.refreshFrom(reader, await referenceTime(publisher, context), context.signal);
  context.progress({ phase: 'metadata', done: 1, total: 1 });
  const judged = await judgeOffers({ ...origin, reader }, refreshed, context);
  const { staged, refused } = await stageAll(judged, { ...origin, reader }, refreshed, context);
  if (staged.length === 0 && refused[0]) throw new Refusal(refused[0].kind, refused[0].subject, 'nothing else to install');
  return { staged, refused, transferredBytes: wire.bytes, reusedBytes: staged.reduce((sum, version) => sum + version.reusedBytes, 0) };
}

/** Another first root is another publisher, whatever else is signed there. A copy may lack it: then the signatures decide. */
async function requireSamePublisher(reader: Reader, publisher: Publisher, signal: AbortSignal): Promise<void> {
  const bytes = await readCapped(reader, 'metadata/1.root.json', limits.rootMetadata, signal);
  if (bytes && readFirstRoot(bytes, reader.label).fingerprint !== publisher.fingerprint) {
    throw new Refusal('wrong-key', reader.label, 'the first root is that of another publisher');
  }
}

/** A clock that is behind cannot hide expiry: time has passed at least up to the newest thing that was signed. */
async function referenceTime(publisher: Publisher, { records, now }: SyncContext): Promise<Date> {
  const seen = [await publisher.issued(), ...(await records.list()).map(({ manifest }) => manifest.issued)];
  return new Date(Math.max(now, ...seen.filter(Boolean).map((issued) => Date.parse(issued))));
}

interface Judged {
  readonly offers: readonly { readonly offer: Offer; readonly here: InstalledRecord | null }[];
  readonly refused: readonly Failure[];
}

async function judgeOffers(origin: Origin, refreshed: Refreshed, context: SyncContext): Promise<Judged> {
  const offers: Judged['offers'][number][] = [];
  const refused: Failure[] = [];
  for (const target of manifestTargets(refreshed)) {
    const here = await context.records.find(posix.dirname(target.path));
    const read = await understand(
      async () => heldManifest(target, here) ?? readManifest(refreshed, target, origin.reader, context.signal),
      context.log,
    );
    if (!read.ok) {
      refused.push(read.failure);
      continue;
    }
    const manifest = read.value;
    await origin.publisher.accept(manifest.issued);
    const offer = { manifest, publisher: origin.publisher.fingerprint, starter: origin.starter };
    const verdict = judge(offer, here, (publisher) => context.trusted.has(publisher));
    if (verdict === 'install' || (verdict === 'keep' && (await lacksBlocks(offer, here, context.store)))) offers.push({ offer, here });
    else if (verdict !== 'keep') refused.push({ kind: verdict, subject: manifest.title });
  }
  return { offers, refused };
}

/** The installed manifest where its bytes are the signed ones: it need not come through the line again. */
function heldManifest(target: TargetFile, here: InstalledRecord | null): PackageManifest | null {
  if (!here || hashBytes(JSON.stringify(here.manifest)) !== target.hashes.sha256) return null;
  return here.manifest;
}

/** What this program cannot read may be meant for a newer one; the packages beside it are none the worse for it. */
async function understand<T>(work: () => Promise<T>, log: Log): Promise<Result<T>> {
  try {
    return succeed(await work());
  } catch (error) {
    if (!(error instanceof Refusal) || error.failure.kind !== 'not-understood') throw error;
    log('a package that is not understood', error);
    return fail(error.failure.kind, error.failure.subject);
  }
}

/** The installed version again, whose content was damaged on this disk: it is staged anew. */
async function lacksBlocks({ manifest, starter }: Offer, here: InstalledRecord | null, store: BlockStore): Promise<boolean> {
  if (here?.starter !== starter || JSON.stringify(here.manifest.blocks) !== JSON.stringify(manifest.blocks)) return false;
  const held = await Promise.all(manifest.blocks.map((block) => store.holds(block)));
  return held.includes(false);
}

async function stageAll({ offers, refused }: Judged, origin: Origin, refreshed: Refreshed, context: SyncContext): Promise<StagedAll> {
  const { store, signal, progress, log } = context;
  const fetchBlock = fetchFrom(refreshed, origin.reader, store, signal);
  const total = offers.reduce((sum, { offer }) => sum + offer.manifest.blocks.length, 0);
  const staged: Staged[] = [];
  const failures = [...refused];
  let done = 0;
  for (const { offer, here } of offers) {
    const onBlock = (position: number): void => progress({ phase: 'download', done: done + position, total });
    const result = await understand(() => stage({ offer, replaces: here, store, fetchBlock, onBlock, signal }), log);
    if (result.ok) staged.push(result.value);
    else failures.push(result.failure);
    done += offer.manifest.blocks.length;
  }
  if (total > 0) progress({ phase: 'check', done: total, total });
  return { staged, refused: failures };
}
