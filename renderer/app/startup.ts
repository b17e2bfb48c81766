import type { Repair, Source, StagedPackage } from '@shared/ipc/contract.ts';
import type { InstalledPackage, PackageKind } from '@shared/model/package.ts';
import { request } from '../bridge.ts';
import { dropUnsettled, installedPackages, missingBlocks, settleVersions } from '../data/content.ts';
import { database, isFromNewerProgram } from '../data/database.ts';
import { catchUp, connectJournal } from '../data/work.ts';
import { inOrder, installStaged } from '../packages/install.ts';

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

/** Brings the database to what main has settled; then looks whether the program brought a newer starter. */
async function bringContent(): Promise<void> {
  await restore(await inOrder(followMain));
  await installStarter();
}

/**
 * Main's records say what is installed: they change all together. A version that the database has and main does not was
 * cut off while it was being installed, and goes back. Gives the names of those that the database lost, in part or as a
 * whole. No installation runs meanwhile: a version that is on its way looks just like one that was cut off.
 */
async function followMain(): Promise<readonly string[]> {
  const settled = await request('packages:installed');
  const here = new Map((await installedPackages()).map((version) => [version.name, version]));
  const names = new Set(settled.map(({ name }) => name));
  await dropUnsettled([...here.keys()].filter((name) => !names.has(name)));
  const broken: string[] = [];
  for (const version of settled) {
    if (!(await isWhole(here.get(version.name), version))) broken.push(version.name);
    else if (JSON.stringify(here.get(version.name)) !== JSON.stringify(version)) await settleVersions([version]);
  }
  return broken;
}

async function isWhole(mine: InstalledPackage | undefined, settled: InstalledPackage): Promise<boolean> {
  if (mine?.version !== settled.version || mine.publisher !== settled.publisher) return false;
  return JSON.stringify(mine.blocks) === JSON.stringify(settled.blocks) && (await missingBlocks(settled)).length === 0;
}

/** Installs what main has once more. What it cannot give, because its own copy is damaged, stays as it is until the next sync. */
async function restore(names: readonly string[]): Promise<void> {
  const staged: StagedPackage[] = [];
  for (const name of names) {
    const result = await request('packages:restore', name);
    if (result.ok && result.value) staged.push(result.value);
  }
  await installStaged(staged, () => undefined);
}

/** The starter repository goes through the ordinary sync, unless what this very build carries is installed already. */
async function installStarter(): Promise<void> {
  const { sources } = await request('packages:overview');
  const starter = sources.find((source) => source.kind === 'starter');
  if (!starter || isInstalled(starter, await installedPackages())) return;
  const findings = await request('packages:sync', { source: starter.id, beyondLimit: true }, 'starter');
  if (findings.ok) await installStaged(findings.value.packages, () => undefined);
}

const starterKinds: readonly PackageKind[] = ['bank', 'roster', 'policy', 'column'];

/** Each build signs its starter with keys of its own, so its publisher names the build. Every kind must be there: a first start may have been cut off. */
function isInstalled(starter: Source, versions: readonly InstalledPackage[]): boolean {
  const isComplete = starterKinds.every((kind) => versions.some((version) => version.kind === kind));
  return isComplete && versions.some((version) => version.publisher === starter.publisher);
}
