import path from 'node:path';
import type { CarryOutcome, TaskProgress } from '@shared/ipc/contract.ts';
import { isOnRemovableDrive, repositoryIn, repositoryName } from '../drives.ts';
import { placeLabel } from '../export/export-files.ts';
import { folderDepot } from '../mirror/folder-depot.ts';
import type { Depot } from '../mirror/depot.ts';
import { mirror, type MirrorOptions } from '../mirror/mirror.ts';
import type { Shelf } from '../mirror/shelf.ts';
import { Refusal } from '../sync/refusal.ts';
import { limits } from '../limits.ts';
import { carriedList, carriedListFile, readCarriedList } from '../sync/sources/carried-list.ts';
import { heldShelf, pathOf } from './held-shelf.ts';
import { instructions, instructionsFile } from './instructions.ts';
import { removeUnproven } from './proving.ts';
import type { Stock } from '../sync/service/stock.ts';
import { holdingOf, signedManifests, type Holding } from './holding.ts';

export interface CarryOptions {
  readonly stock: Stock;
  readonly publisher: string;
  /** Names of packages; empty for all that are here. */
  readonly packages: readonly string[];
  /** The drive or folder that the person chose. */
  readonly folder: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly signal: AbortSignal;
  readonly progress: (step: Omit<TaskProgress, 'task'>) => void;
}

/**
 * Makes a copy of what this computer holds of a publisher, whole and signed, so that another office can take it from there.
 * What lies there already is read back and left; doing it again goes on where it ended. Throws Refusal.
 */
export async function carry(options: CarryOptions): Promise<CarryOutcome> {
  const { stock, publisher, folder, now, signal, progress } = options;
  const holding = await holdingOf(stock, publisher);
  const wanted = holding?.packages.filter(({ name }) => options.packages.length === 0 || options.packages.includes(name)) ?? [];
  if (!holding || wanted.length === 0) throw new Refusal('source-empty', '', 'nothing of it is wholly here');
  const shelf = await heldShelf(stock, publisher, holding, wanted);
  const directory = (await repositoryIn(folder)) ?? path.join(folder, repositoryName);
  const depot = await folderDepot(directory, folder);
  const before = await stillThere(depot, holding, signal);
  const copied = await copyProven(shelf, depot, directory, { signal, progress });
  await depot.put(carriedListFile, carriedList([...before, ...wanted.map(({ name }) => name)]), signal);
  const beside = path.dirname(directory) === path.resolve(folder) ? await folderDepot(folder, folder) : depot;
  await beside.put(instructionsFile, instructions(wanted, publisher, new Date(now).toISOString()), signal);
  return {
    folderLabel: `${placeLabel(folder)}/${path.basename(directory)}`,
    packages: wanted.map(({ title, version }) => ({ title, version })),
    ...copied,
    removable: await isOnRemovableDrive(folder),
  };
}

/** Packages of an earlier copy that are still what is signed now. */
async function stillThere(depot: Depot, { files }: Holding, signal: AbortSignal): Promise<readonly string[]> {
  if ((await depot.find('metadata/timestamp.json', signal)) === null) return [];
  const list = await depot.read(carriedListFile, limits.carriedList, signal);
  const listed = list && readCarriedList(list);
  const names: string[] = [];
  for (const target of signedManifests(files)) {
    const name = path.posix.dirname(target.path);
    const isListed = list === null || listed?.has(name);
    const at = pathOf({ target: target.path, sha256: target.hashes['sha256'] ?? '' });
    if (isListed && (await depot.find(at, signal)) !== null) names.push(name);
  }
  return names;
}

type Copied = Pick<CarryOutcome, 'files' | 'bytes' | 'writtenBytes'>;

/** What lay there with the right length may be damaged: it is taken away and written once more. */
async function copyProven(shelf: Shelf, depot: Depot, directory: string, options: MirrorOptions): Promise<Copied> {
  const copied = await mirror(shelf, depot, options);
  if ((await removeUnproven(directory, shelf, options)).length === 0) return copied;
  const again = await mirror(shelf, depot, options);
  const [bad] = await removeUnproven(directory, shelf, options);
  if (bad !== undefined) throw new Refusal('verify-mismatch', path.posix.basename(bad), 'not what was written, twice');
  return { ...copied, writtenBytes: copied.writtenBytes + again.writtenBytes };
}
