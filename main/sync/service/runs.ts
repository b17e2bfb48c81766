import type { SyncFindings } from '@shared/ipc/contract.ts';
import { type Failure, type Result } from '@shared/model/failure.ts';
import type { CheckOutcome } from '../automatic/schedule.ts';
import { asResult, type Log } from '../refusal.ts';
import type { Found } from '../run/found.ts';
import type { Origin, Progress } from '../run/run.ts';
import type { Wire } from '../sources/reader.ts';
import type { BlockStore } from '../store/block-store.ts';
import type { Installing } from '../store/installing.ts';
import { syncFrom } from '../sync.ts';
import type { Traffic } from '../transfer/traffic.ts';
import type { ClockHints } from './clock-hints.ts';
import type { Notes } from './notes.ts';
import type { Origins } from './origins.ts';
import type { Turns } from './turns.ts';
import type { Waiting } from './waiting.ts';

export interface RunsOptions {
  readonly origins: Origins;
  readonly installing: Installing;
  readonly store: BlockStore;
  readonly found: Found;
  readonly waiting: Waiting;
  readonly notes: Notes;
  readonly traffic: Traffic;
  readonly hints: ClockHints;
  readonly turns: Turns;
  /** What came through all lines since the program was started. */
  readonly wire: Wire;
  /** Fingerprints of the publishers that have a source here. */
  readonly trusted: () => Promise<ReadonlySet<string>>;
  /** So many bytes may come over http in a month; null for no limit. */
  readonly monthlyLimit: () => number | null;
  readonly freeBytes: () => Promise<number>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly changed: () => void;
  readonly log: Log;
}

export interface RunRequest {
  /** Null: all sources. */
  readonly sources: readonly string[] | null;
  readonly beyondLimit: boolean;
}

export interface Runs {
  /** A run that a person waits for. */
  byHand(request: RunRequest, signal: AbortSignal, progress: Progress): Promise<Result<SyncFindings>>;
  /** A run that nobody waits for, over all sources or a drive alone. What was put off is passed over. */
  byItself(drive: string | null): Promise<CheckOutcome>;
  running(): boolean;
}

export function createRuns(options: RunsOptions): Runs {
  const { origins, installing, found, waiting, notes, traffic, hints, turns, now, changed, log } = options;
  let running = false;

  async function run(sources: readonly Origin[], wantsAll: boolean, signal: AbortSignal, progress: Progress): Promise<SyncFindings> {
    const wire: Wire = { bytes: 0, date: null };
    running = true;
    try {
      const { staged, unread, ...outcome } = await syncFrom(sources, wire, {
        records: installing.records,
        store: options.store,
        trusted: await options.trusted(),
        now: now(),
        seen: await hints.signed(),
        isPutOff: async (offer) => !wantsAll && (await installing.putOff.has(offer)),
        freeBytes: options.freeBytes,
        onRenewed: ({ manifest, expires }) => installing.renew(manifest.name, expires),
        onChecked: notes.checked,
        onNotTaken: notes.notTaken,
        onFound: found.add,
        progress,
        log,
        signal,
      });
      const findings = { ...outcome, packages: staged.map(installing.hold), unread: unread.map(asUnread) };
      waiting.add(findings);
      return findings;
    } finally {
      running = false;
      options.wire.bytes += wire.bytes;
      hints.heard(wire.date);
      if (wire.bytes > 0) await traffic.flush().catch((error: unknown) => log('the count of traffic', error));
      changed();
    }
  }

  const quietly: Progress = () => undefined;

  return {
    byHand: ({ sources, beyondLimit }, signal, progress) =>
      turns.byHand(() =>
        asResult(log, '', async () => {
          const limit = beyondLimit ? null : options.monthlyLimit();
          return run(await (sources === null ? origins.all(limit) : origins.of(sources, limit)), true, signal, progress);
        }),
      ),
    async byItself(drive) {
      const result = await turns.inBackground((signal) =>
        asResult(log, 'automatic check', async () => {
          const some = drive === null ? await origins.all(options.monthlyLimit()) : [await origins.onDrive(drive)];
          const known = some.filter((origin) => origin !== null);
          if (known.length === 0) return null;
          const check = run(known, false, signal, quietly);
          changed(); // the page says that it is being looked
          return check;
        }),
      );
      return outcomeOf(result ?? null);
    },
    running: () => running,
  };
}

const asUnread = ({ origin, failure }: { origin: Origin; failure: Failure }) => ({
  source: origin.id,
  label: origin.reader.label,
  failure,
});

function outcomeOf(result: Result<unknown> | null): CheckOutcome {
  const { ok } = result ?? { ok: false };
  if (ok) return 'good';
  return result === null || (!result.ok && result.failure.kind === 'cancelled') ? 'yielded' : 'bad';
}
