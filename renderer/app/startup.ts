import type { Repair, Source } from '@shared/ipc/contract.ts';
import { packageKinds, type InstalledPackage } from '@shared/model/package.ts';
import { request } from '../bridge.ts';
import { installedPackages, missingBlocks } from '../data/content.ts';
import { database, isFromNewerProgram } from '../data/database.ts';
import { catchUp, connectJournal } from '../data/work.ts';
import { installStaged } from '../packages/install.ts';

/** What start-up found. `newerData`: the database was written by a newer program and is left alone. */
export type StartResult = { readonly kind: 'ready'; readonly repairs: readonly Repair[] } | { readonly kind: 'newerData' };

/**
 * Opens the database and brings it to the state of the journal. Content that is already there is looked after later;
 * only a database without any waits for it.
 */
export async function startUp(): Promise<StartResult> {
  connectJournal({
    commit: (commit) => request('journal:commit', commit),
    since: (mark, limit) => request('journal:since', mark, limit),
    rows: (snapshot, from) => request('journal:rows', snapshot, from),
  });
  if (await isFromNewerProgram()) return { kind: 'newerData' };
  await openOrRebuild();
  const { repairs } = await request('app:info');
  await catchUp(repairs.some((repair) => repair.kind === 'journal-damaged' && repair.amount > 0));
  if ((await database.packages.count()) === 0) await bringContent();
  else requestIdleCallback(() => void bringContent());
  return { kind: 'ready', repairs };
}

/** A database that cannot be opened or read is deleted: the journal and main's content store hold everything in it. */
async function openOrRebuild(): Promise<void> {
  try {
    await database.open();
    await database.meta.get('applied');
  } catch {
    database.close();
    await database.delete();
    await database.open();
  }
}

/** Installs again what main holds and the database lost; then looks whether the program brought a newer starter. */
async function bringContent(): Promise<void> {
  const here = new Map((await installedPackages()).map((version) => [version.name, version]));
  for (const settled of await request('packages:installed')) {
    if (!(await isWhole(here.get(settled.name), settled))) await restore(settled.name);
  }
  await installStarter();
}

async function isWhole(mine: InstalledPackage | undefined, settled: InstalledPackage): Promise<boolean> {
  if (mine?.version !== settled.version || mine.publisher !== settled.publisher) return false;
  return (await missingBlocks(settled)).length === 0;
}

async function restore(name: string): Promise<void> {
  const staged = await request('packages:restore', name);
  if (staged.ok && staged.value) await installStaged(staged.value, () => undefined);
}

/** The starter repository goes through the ordinary sync, unless what this very build carries is installed already. */
async function installStarter(): Promise<void> {
  const starter = (await request('packages:sources')).find((source) => source.kind === 'starter');
  if (!starter || isInstalled(starter, await installedPackages())) return;
  const findings = await request('packages:sync', starter.id, 'starter');
  if (!findings.ok) return;
  for (const staged of findings.value.packages) await installStaged(staged, () => undefined);
}

/** Each build signs its starter with keys of its own, so its publisher names the build. Every kind must be there: a first start may have been cut off. */
function isInstalled(starter: Source, versions: readonly InstalledPackage[]): boolean {
  const isComplete = packageKinds.every((kind) => versions.some((version) => version.kind === kind));
  return isComplete && versions.some((version) => version.publisher === starter.publisher);
}
