import path from 'node:path';
import type { InstalledDetail, StagedBlock, StagedPackage } from '@shared/ipc/contract.ts';
import type { InstalledPackage, PackageFile } from '@shared/model/package.ts';
import { Refusal } from '../refusal.ts';
import { readBlock } from './block-content.ts';
import type { BlockStore } from './block-store.ts';
import { asInstalled, isSameVersion, openInstalled, type InstalledRecord, type InstalledRecords } from './installed.ts';
import { entriesOf } from './manifests.ts';
import type { Offer } from './precedence.ts';
import { isPutOff, readPutOff, withoutPutOff, withPutOff, writePutOff, type PutOffVersion } from './put-off.ts';
import { detailOf, replaced, withoutOldBefore } from './replacing.ts';
import { openSettling, type Settlement } from './settling.ts';
import { createStagedVersions, rollsBack } from './staged-versions.ts';
import { stage, type Staged } from './staging.ts';

/** What is installed, how it changes and how it goes back. Calls that change something come one after the other. */
export interface Installing {
  readonly records: Pick<InstalledRecords, 'list' | 'find'>;
  readonly putOff: PutOff;
  /** Lets a staged version wait until somebody installs it. */
  hold(staged: Staged): StagedPackage;
  /** Throws for a token that was never given out or whose version was replaced. */
  find(token: string): Staged;
  /** Blocks of a staged version. Throws where there is none. */
  blocks(token: string, positions: readonly number[]): Promise<readonly StagedBlock[]>;
  /** Makes staged versions the installed ones, all or none, also when the program dies. Doing it twice changes nothing. */
  settle(tokens: readonly string[]): Promise<readonly InstalledPackage[]>;
  /** Stages the version before. Throws Refusal older where none is kept, tampered where its blocks are damaged. */
  rollBack(name: string): Promise<StagedPackage>;
  /** Stages the installed version again from what lies here; null where nothing is installed under that name. */
  restore(name: string): Promise<StagedPackage | null>;
  /** The signatures that vouch for an installed version were renewed. */
  renew(name: string, expires: string): Promise<void>;
  /** SHA-256 of everything that an installed version, a version before or a staged one needs. */
  inUse(): Promise<ReadonlySet<string>>;
  /** Removes from the store what nothing uses, after the time of a version before is up. */
  collect(alsoInUse: ReadonlySet<string>): Promise<void>;
  details(): Promise<readonly InstalledDetail[]>;
  /** A large file of an installed version; null for any other. */
  file(sha256: string): Promise<PackageFile | null>;
}

/** What is not offered by itself again. Rolling back puts the newer version on it, installing a version takes it off. */
export interface PutOff {
  has(offer: Pick<Offer, 'publisher' | 'manifest'>): Promise<boolean>;
  add(offers: readonly Pick<Offer, 'publisher' | 'manifest'>[]): Promise<void>;
  list(): Promise<readonly PutOffVersion[]>;
}

export interface InstallingOptions {
  /** Where the records are kept. */
  readonly directory: string;
  readonly store: BlockStore;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Opens the records, after finishing a settlement that was cut off. */
export async function openInstalling({ directory, store, now }: InstallingOptions): Promise<Installing> {
  const written = await openInstalled(path.join(directory, 'installed'));
  const putOffFile = path.join(directory, 'put-off.json');
  const settling = await openSettling(path.join(directory, 'settling.json'), async (settlement) => {
    if (settlement.putOff) await writePutOff(putOffFile, settlement.putOff);
    for (const record of settlement.records) await written.put(record);
  });
  const staged = createStagedVersions();
  const { signal } = new AbortController();

  const list = async (): Promise<readonly InstalledRecord[]> => overlaid(await written.list(), settling.pending());
  const find = async (name: string): Promise<InstalledRecord | null> =>
    settling.pending()?.records.find(({ manifest }) => manifest.name === name) ?? (await written.find(name));
  const putOff = async (): Promise<readonly PutOffVersion[]> => settling.pending()?.putOff ?? (await readPutOff(putOffFile));

  async function keep(records: readonly InstalledRecord[], nextPutOff: readonly PutOffVersion[]): Promise<void> {
    const current = new Map((await list()).map((record) => [record.manifest.name, record]));
    const changed = records.filter((record) => JSON.stringify(record) !== JSON.stringify(current.get(record.manifest.name)));
    const isSameList = JSON.stringify(nextPutOff) === JSON.stringify(await putOff());
    if (changed.length > 0 || !isSameList) await settling.settle({ records: changed, putOff: isSameList ? null : nextPutOff });
  }

  async function settle(tokens: readonly string[]): Promise<readonly InstalledPackage[]> {
    const records: InstalledRecord[] = [];
    let off = await putOff();
    for (const next of tokens.map(staged.find)) {
      const here = await find(next.manifest.name);
      records.push(replaced(here, next, now()));
      if (here && isSameVersion(here, next)) continue;
      off = here && rollsBack({ ...next, replaces: here }) ? withPutOff(off, here) : withoutPutOff(off, next);
    }
    await keep(records, off);
    staged.settled(tokens);
    return records.map(asInstalled);
  }

  async function inUse(): Promise<ReadonlySet<string>> {
    const manifests = (await list()).flatMap((record) => [record.manifest, ...(record.before ? [record.before.record.manifest] : [])]);
    const used = [...manifests, ...staged.manifests()].flatMap(entriesOf);
    return new Set(used.map(({ sha256 }) => sha256));
  }

  async function again(offer: Offer, here: InstalledRecord): Promise<StagedPackage> {
    return staged.hold(await stage({ offer, replaces: here, store, onBlock: () => undefined, signal }), 'again');
  }

  return {
    records: { list, find },
    putOff: {
      has: async (offer) => isPutOff(await putOff(), offer),
      add: async (offers) => keep([], offers.reduce(withPutOff, await putOff())),
      list: putOff,
    },
    hold: (version) => staged.hold(version, 'offered'),
    find: staged.find,
    async blocks(token, positions) {
      const version = staged.find(token);
      return Promise.all(positions.map((position) => blockOf(version, position, store)));
    },
    settle,
    async rollBack(name) {
      const here = await find(name);
      if (!here?.before || here.before.until <= now())
        throw new Refusal('older', here?.manifest.title ?? name, 'no version before is kept');
      return again(here.before.record, here);
    },
    async restore(name) {
      const here = await find(name);
      return here && again(here, here);
    },
    async renew(name, expires) {
      const here = await find(name);
      if (here) await keep([{ ...here, expires }], await putOff());
    },
    inUse,
    async collect(alsoInUse) {
      await keep(
        (await list()).map((record) => withoutOldBefore(record, now())),
        await putOff(),
      );
      await store.keepOnly(new Set([...(await inUse()), ...alsoInUse]));
    },
    details: async () => (await list()).map((record) => detailOf(record, now())),
    async file(sha256) {
      const files = (await list()).flatMap(({ manifest }) => manifest.files ?? []);
      return files.find((file) => file.sha256 === sha256) ?? null;
    },
  };
}

async function blockOf({ manifest, indexes }: Staged, position: number, store: BlockStore): Promise<StagedBlock> {
  const entry = manifest.blocks[position];
  const bytes = entry && (await store.read(entry));
  if (!bytes) throw new Error(`block ${position} of ${manifest.name} cannot be read`);
  return { bytes, index: indexes.get(entry.sha256) ?? (await readBlock(manifest.kind, entry, bytes)).index };
}

/** Records as they are once what is pending is written. */
function overlaid(records: readonly InstalledRecord[], pending: Settlement | null): readonly InstalledRecord[] {
  if (!pending) return records;
  const byName = new Map([...records, ...pending.records].map((record) => [record.manifest.name, record]));
  return [...byName.values()].sort((one, other) => (one.manifest.name < other.manifest.name ? -1 : 1));
}
