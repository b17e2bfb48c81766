import { limits } from '../../limits.ts';
import { reasonOf, Refusal } from '../refusal.ts';
import { readCapped, type Reader } from '../sources/reader.ts';
import { referenceTime } from '../trust/clock.ts';
import type { Publisher } from '../trust/publishers.ts';
import type { Refreshed } from '../trust/refresh.ts';
import { readFirstRoot } from '../trust/trust.ts';
import type { Failure } from '@shared/model/failure.ts';
import type { Origin, RunContext } from './run.ts';

/** A source whose metadata went through all gates. */
export interface Copy {
  readonly origin: Origin;
  readonly refreshed: Refreshed;
}

/** A source that gave nothing, and why. */
export interface Unread {
  readonly origin: Origin;
  readonly failure: Failure;
}

export interface Copies {
  /** In the order in which they were read: of one publisher a later one is never older. */
  readonly read: readonly Copy[];
  readonly unread: readonly Unread[];
  /** Older copies of a publisher that was read elsewhere. They are no error, and what they hold may be of use. */
  readonly behind: readonly Origin[];
}

interface Failed extends Unread {
  readonly error: Refusal;
}

/** Brings the trusted metadata up to date from every source, one after the other. One that fails does not stop the others. */
export async function readCopies(origins: readonly Origin[], context: RunContext): Promise<Copies> {
  const read: Copy[] = [];
  const failed: Failed[] = [];
  for (const [position, origin] of origins.entries()) {
    context.progress({ phase: 'metadata', done: position, total: origins.length });
    try {
      read.push({ origin, refreshed: await refreshOne(origin, context) });
    } catch (error) {
      if (!(error instanceof Refusal) || isOwn(error.failure)) throw error;
      failed.push({ origin, failure: error.failure, error });
    }
  }
  context.progress({ phase: 'metadata', done: origins.length, total: origins.length });
  return { read, ...(await sortOut(failed, read, context)) };
}

/** An older copy of what was read elsewhere is no failure; everything else is noted. */
async function sortOut(failed: readonly Failed[], read: readonly Copy[], context: RunContext): Promise<Omit<Copies, 'read'>> {
  const unread: Unread[] = [];
  const behind: Origin[] = [];
  for (const { origin, failure, error } of failed) {
    if (await isBehind(origin, failure, read, context.signal)) {
      behind.push(origin);
      await context.onChecked({ origin, failure: null, root: null });
    } else {
      unread.push({ origin, failure });
      await tell(origin, failure, error, context);
    }
  }
  return { unread, behind };
}

/** Old versions, or old keys: a copy from before the publisher renewed its keys lacks the newest root. */
async function isBehind({ reader, publisher }: Origin, { kind }: Failure, read: readonly Copy[], signal: AbortSignal): Promise<boolean> {
  const current = read.findLast(({ origin }) => origin.publisher.fingerprint === publisher.fingerprint);
  if (!current || kind === 'older') return current !== undefined;
  if (kind !== 'wrong-key' && kind !== 'tampered') return false;
  const { version } = current.refreshed.store.root.signed;
  const isSame = (await firstRootAt(reader, publisher, signal)) === 'same';
  return isSame && !(await has(reader, `metadata/${version}.root.json`, signal));
}

/**
 * What another publisher has signed looks to the gates like an altered file; the first root, which nothing else needs,
 * tells the two apart. It is asked for only then: it would be a third of what a check brings that finds nothing new.
 */
async function refreshOne({ reader, publisher }: Origin, { now, seen, signal }: RunContext): Promise<Refreshed> {
  try {
    return await publisher.refreshFrom(reader, referenceTime(now, seen), signal);
  } catch (error) {
    if (isOfContent(error) && (await firstRootAt(reader, publisher, signal)) === 'other') {
      throw new Refusal('wrong-key', reader.label, 'the first root is that of another publisher', error);
    }
    throw error;
  }
}

/** Something came and is not taken; where nothing came, nothing more is asked for. */
const isOfContent = (error: unknown): boolean =>
  error instanceof Refusal && !isOwn(error.failure) && !['source-unreachable', 'metered'].includes(error.failure.kind);

/** What cannot be read counts as there: then nobody can say that it is missing. */
async function has(reader: Reader, file: string, signal: AbortSignal): Promise<boolean> {
  try {
    return (await readCapped(reader, file, limits.rootMetadata, signal)) !== null;
  } catch (error) {
    if (error instanceof Refusal && error.failure.kind !== 'cancelled') return true;
    throw error;
  }
}

/** Whose first root lies at a source. A copy may lack it, and a line may lose it: then it says nothing. */
async function firstRootAt(reader: Reader, publisher: Publisher, signal: AbortSignal): Promise<'same' | 'other' | 'unknown'> {
  try {
    const bytes = await readCapped(reader, 'metadata/1.root.json', limits.rootMetadata, signal);
    if (!bytes) return 'unknown';
    return readFirstRoot(bytes, reader.label).fingerprint === publisher.fingerprint ? 'same' : 'other';
  } catch (error) {
    if (error instanceof Refusal && error.failure.kind !== 'cancelled') return 'unknown';
    throw error;
  }
}

/** Not the source's fault: the whole run ends there. */
const isOwn = ({ kind }: Failure): boolean => kind === 'cancelled' || kind === 'disk-full';

/** Notes that a source gave nothing. */
export async function tell(origin: Origin, failure: Failure, error: unknown, context: RunContext): Promise<void> {
  context.log(`source ${origin.reader.label}`, error);
  await context.onChecked({ origin, failure, root: null });
  await context.onNotTaken({ failure, reason: reasonOf(error), origin, version: null });
}
