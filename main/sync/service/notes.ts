import type { Source } from '@shared/ipc/contract.ts';
import type { FailureKind } from '@shared/model/failure.ts';
import type { NotTaken, OriginCheck } from '../run/run.ts';
import type { SourceEntry, SourceList } from '../sources/sources.ts';
import type { History } from '../store/history.ts';
import { rollsBack } from '../store/staged-versions.ts';
import type { Staged } from '../store/staging.ts';

/** What happened, in words that the packages page shows later. */
export interface Notes {
  checked(check: OriginCheck): Promise<void>;
  notTaken(what: NotTaken): Promise<void>;
  installed(staged: Staged): Promise<void>;
  trusted(source: Pick<SourceEntry, 'label' | 'publisher'>): Promise<void>;
  removed(source: SourceEntry): Promise<void>;
  /** What became of the starter since the program was started: it is not in the list of sources. */
  starter(): Pick<Source, 'lastSuccess' | 'lastCheck'>;
}

/** Refusals are for the log: a line that is down, a full disk or somebody's own decision is none. */
const refusals: ReadonlySet<FailureKind> = new Set([
  'wrong-key',
  'tampered',
  'truncated',
  'older',
  'expired',
  'too-large',
  'not-understood',
  'other-publisher',
  'not-withdrawn',
]);

const nothing = { subject: '', version: null, source: '', publisher: '', failure: null, reason: '' } as const;

export function createNotes(history: History, sources: SourceList, now: () => number): Notes {
  let starter: Pick<Source, 'lastSuccess' | 'lastCheck'> = { lastSuccess: null, lastCheck: null };
  return {
    async checked({ origin, failure, root }) {
      const check = { at: now(), failure };
      const changes = { lastCheck: check, ...(failure === null && { lastSuccess: check.at }) };
      if (origin.starter) starter = { ...starter, ...changes };
      const entry = (await sources.list()).find(({ id }) => id === origin.id);
      if (!entry) return;
      if (root !== null) await noteRoot(entry, root);
      await sources.update(entry.id, changes);
    },
    async notTaken({ failure, reason, origin, version }) {
      if (!refusals.has(failure.kind)) return;
      const { label } = origin.reader;
      const { fingerprint } = origin.publisher;
      const subject = failure.subject || label;
      await history.add({ event: 'refused', subject, version, source: label, publisher: fingerprint, failure, reason });
    },
    installed: (staged) => {
      const { manifest, source, publisher } = staged;
      const event = rollsBack(staged) ? 'rolled-back' : 'installed';
      return history.add({ ...nothing, event, subject: manifest.title, version: manifest.version, source, publisher });
    },
    trusted: ({ label, publisher }) => history.add({ ...nothing, event: 'trusted', subject: label, source: label, publisher }),
    starter: () => starter,
    removed: ({ label, publisher }) => history.add({ ...nothing, event: 'removed', subject: label, source: label, publisher }),
  };

  /** The publisher's keys were renewed when its root has a higher version than any of its sources ever showed. */
  async function noteRoot({ publisher, label }: SourceEntry, root: number): Promise<void> {
    const same = (await sources.list()).filter((entry) => entry.publisher === publisher);
    const before = Math.max(0, ...same.map((entry) => entry.root));
    if (root <= before) return;
    for (const { id } of same) await sources.update(id, { root });
    if (before > 0) await history.add({ ...nothing, event: 'keys-renewed', subject: label, version: root, source: label, publisher });
  }
}
