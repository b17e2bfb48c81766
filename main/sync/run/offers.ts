import { posix } from 'node:path';
import type { TargetFile } from '@tufjs/models';
import type { Failure } from '@shared/model/failure.ts';
import type { PackageManifest } from '@shared/model/package.ts';
import { limits } from '../../limits.ts';
import { Refusal } from '../refusal.ts';
import { carriedListFile, readCarriedList } from '../sources/carried-list.ts';
import { readCapped, type Reader } from '../sources/reader.ts';
import { isSameVersion, type InstalledRecord } from '../store/installed.ts';
import { manifestTargets } from '../store/manifests.ts';
import { judge, type Offer } from '../store/precedence.ts';
import { expiresOf } from '../trust/expiry.ts';
import type { Refreshed } from '../trust/refresh.ts';
import { tell, type Copies, type Copy, type Unread } from './copies.ts';
import { groupByPublisher, type Group } from './groups.ts';
import { missingOf, partsOf } from './plan.ts';
import type { Origin, RunContext } from './run.ts';
import { understand } from './understand.ts';

/** A version that should be installed, and where it can be had. */
export interface Wish {
  readonly offer: Offer;
  readonly here: InstalledRecord | null;
  /** The source that lists it. */
  readonly origin: Origin;
  readonly refreshed: Refreshed;
  /** All sources of its publisher, preferred first. */
  readonly readers: readonly Reader[];
}

export interface Judged {
  readonly wishes: readonly Wish[];
  readonly refused: readonly Failure[];
  readonly unread: readonly Unread[];
}

type Offered = { readonly wish: Wish } | { readonly failure: Failure };

/** The newest valid version of each package. A name that two publishers use belongs to the preferred one; the starter gives way. */
export async function judgeOffers(copies: Copies, context: RunContext): Promise<Judged> {
  const wishes = new Map<string, Wish>();
  const refused: Failure[] = [];
  const unread: Unread[] = [...copies.unread];
  for (const group of groupByPublisher(copies)) {
    const { offered, damaged } = await offeredBy(group, context);
    unread.push(...damaged);
    for (const one of offered) {
      if (!('wish' in one)) refused.push(one.failure);
      else if (!wishes.has(nameOf(one.wish))) wishes.set(nameOf(one.wish), one.wish);
      else if (!one.wish.offer.starter) refused.push(await refuse('other-publisher', one.wish, context));
    }
  }
  return { wishes: [...wishes.values()], refused, unread };
}

/** What the newest copy of a publisher offers; where its manifests are damaged everywhere, what the one before it does. */
async function offeredBy(
  { copies, readers }: Group,
  context: RunContext,
): Promise<{ readonly offered: readonly Offered[]; readonly damaged: readonly Unread[] }> {
  const damaged: Unread[] = [];
  let offered: readonly Offered[] | null = null;
  for (const copy of copies) {
    try {
      offered ??= await offersOf(copy, readers, context);
      await context.onChecked({ origin: copy.origin, failure: null, root: copy.refreshed.store.root.signed.version });
    } catch (error) {
      if (!(error instanceof Refusal) || error.failure.kind === 'cancelled') throw error;
      damaged.push({ origin: copy.origin, failure: error.failure });
      await tell(copy.origin, error.failure, error, context);
    }
  }
  return { offered: offered ?? [], damaged };
}

async function offersOf(copy: Copy, readers: readonly Reader[], context: RunContext): Promise<readonly Offered[]> {
  const ownFirst = [copy.origin.reader, ...readers.filter((reader) => reader !== copy.origin.reader)];
  const offered: Offered[] = [];
  for (const target of manifestTargets(copy.refreshed)) {
    const here = await context.records.find(posix.dirname(target.path));
    const manifest = await understand({ target, copy, readers: ownFirst, here }, context).catch(unlessLeftOut(target, copy, context));
    if (manifest === null) continue;
    if ('failure' in manifest) offered.push(manifest);
    else offered.push(...(await judgeOne(manifest, { ...copy, here, readers }, context)));
  }
  return offered;
}

/** A copy for another office may hold chosen packages only, and says so: then nothing is missing. */
function unlessLeftOut({ path }: TargetFile, { origin }: Copy, { signal }: RunContext): (error: unknown) => Promise<null> {
  return async (error) => {
    if (!(error instanceof Refusal) || error.failure.kind !== 'truncated') throw error;
    const list = await readCapped(origin.reader, carriedListFile, limits.carriedList, signal);
    const carried = list && readCarriedList(list);
    if (!carried || carried.has(posix.dirname(path))) throw error;
    return null;
  };
}

async function judgeOne(manifest: PackageManifest, where: Omit<Wish, 'offer'>, context: RunContext): Promise<readonly Offered[]> {
  const { origin, refreshed, here } = where;
  const { publisher, starter, reader } = origin;
  await publisher.accept(manifest.issued);
  const offer = { manifest, publisher: publisher.fingerprint, starter, source: reader.label, expires: expiresOf(refreshed) };
  const wish = { ...where, offer };
  const verdict = judge(offer, here, (fingerprint) => context.trusted.has(fingerprint));
  switch (verdict) {
    case 'install':
      return (await context.isPutOff(offer)) ? [] : [{ wish }];
    case 'keep':
      if (here && isSameVersion(here, offer)) await context.onRenewed(offer);
      return (await isDamagedHere(offer, here, context)) ? [{ wish }] : [];
    case 'older':
    case 'other-publisher':
      return [{ failure: await refuse(verdict, wish, context) }];
  }
}

/** The installed version again, whose content was damaged on this disk: it is staged anew. */
async function isDamagedHere({ manifest, starter }: Offer, here: InstalledRecord | null, { store }: RunContext): Promise<boolean> {
  if (here?.starter !== starter || JSON.stringify(here.manifest.blocks) !== JSON.stringify(manifest.blocks)) return false;
  return (await missingOf(partsOf(manifest), store)).length > 0;
}

async function refuse(kind: 'older' | 'other-publisher', { offer, origin, here }: Wish, context: RunContext): Promise<Failure> {
  const { manifest, publisher } = offer;
  const failure = { kind, subject: manifest.title };
  const known = here ? `version ${here.manifest.version} of ${here.publisher}` : 'nothing';
  const reason = `version ${manifest.version} of ${publisher}; here is ${known}`;
  await context.onNotTaken({ failure, reason, origin, version: manifest.version });
  return failure;
}

const nameOf = ({ offer }: Wish): string => offer.manifest.name;
