import type { Failure } from '@shared/model/failure.ts';
import { readable } from '@shared/packages/readable.ts';
import { Refusal } from './refusal.ts';
import { watched, type Wire } from './sources/reader.ts';
import { bring } from './run/bring.ts';
import { readCopies, type Unread } from './run/copies.ts';
import { judgeOffers } from './run/offers.ts';
import type { Origin, RunContext } from './run/run.ts';
import type { Staged } from './store/staging.ts';

export interface SyncOutcome {
  readonly staged: readonly Staged[];
  /** Packages that are not taken. */
  readonly refused: readonly Failure[];
  /** Sources that gave nothing, while another one did. */
  readonly unread: readonly Unread[];
  readonly transferredBytes: number;
  readonly reusedBytes: number;
}

/**
 * One run over the sources, the preferred one first: refreshes each, picks the newest valid version of every package,
 * downloads what is missing from whoever has it, parses and compares. Nothing is installed. Throws the Refusal of the
 * preferred source where none gave anything (of those that answered, if any did), and that of the first package where nothing else came of it. `wire` counts
 * what comes through the lines.
 */
export async function syncFrom(sources: readonly Origin[], wire: Wire, context: RunContext): Promise<SyncOutcome> {
  const origins = sources.map((origin) => ({ ...origin, reader: watched(origin.reader, wire) }));
  const copies = await readCopies(origins, context);
  const { wishes, refused, unread } = await judgeOffers(copies, context);
  const { staged, failed, reusedBytes } = await bring(wishes, context);
  const outcome = { staged, refused: [...refused, ...failed], unread, transferredBytes: wire.bytes, reusedBytes };
  const failure = staged.length > 0 ? null : (failureOfAll(origins, unread) ?? failed[0] ?? onlyRefusal(origins, refused));
  if (failure) throw new Refusal(failure.kind, failure.subject, 'nothing else came of the run', undefined, failure.at);
  return outcome;
}

/**
 * The failure of the preferred source where no added source could be read: that the starter could is no success. A line
 * that is down says least: a stick that was looked at and refused is what the person wants to hear of.
 */
function failureOfAll(origins: readonly Origin[], unread: readonly Unread[]): Failure | null {
  const asked = added(origins).map(({ id }) => unread.find(({ origin }) => origin.id === id));
  const failed = asked.filter((one) => one !== undefined);
  if (failed.length < asked.length) return null;
  const told = failed.find(({ failure }) => failure.kind !== 'source-unreachable') ?? failed[0];
  return told ? readable(told.failure, told.origin.reader.label) : null;
}

/** Of a single source it is what came of the run; among several, one that has nothing else is no failure. */
const onlyRefusal = (origins: readonly Origin[], refused: readonly Failure[]): Failure | null =>
  added(origins).length === 1 ? (refused[0] ?? null) : null;

/** The starter takes part as a source of its own only where it is alone. */
function added(origins: readonly Origin[]): readonly Origin[] {
  const others = origins.filter(({ starter }) => !starter);
  return others.length > 0 ? others : origins;
}
