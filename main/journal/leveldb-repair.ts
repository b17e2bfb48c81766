import { copyFile, mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Repair } from '@shared/ipc/contract.ts';
import { codeOf, fileFailure, renamePatiently, syncDirectory } from '../files.ts';
import { cutFile } from './cut.ts';
import { inspectLog } from './leveldb-log.ts';

/** How many starts that mended something are kept in `repairs`. */
const keptStarts = 5;

const isData = (name: string): boolean => /^\d+\.(ldb|sst|log)$/.test(name);
const isManifest = (name: string): boolean => /^MANIFEST-\d+$/.test(name);
const isLog = (name: string): boolean => /^\d+\.log$/.test(name) || isManifest(name);

/**
 * Mends Chromium's databases in `<profile>/IndexedDB` before Chromium opens them. Chromium appends behind a torn tail,
 * and at the start after that deletes the whole database for it (google/leveldb#1287): such a tail is cut off. Where a
 * database has lost its list of files, Chromium would show a part of the data without a word: it is moved away, and the
 * data comes back from the journal. Damage in the middle is left to Chromium, which deletes the database, and is told.
 * What is touched is first kept in `<profile>/repairs/<number>`, one folder a start.
 */
export async function repairDatabases(profileDirectory: string): Promise<readonly Repair[]> {
  const root = path.join(profileDirectory, 'IndexedDB');
  const databases = (await namesIn(root)).filter((name) => name.endsWith('.leveldb'));
  const kept = path.join(profileDirectory, 'repairs');
  const starts = await startsIn(kept);
  const folder = path.join(kept, String((starts.at(-1) ?? 0) + 1));
  const repairs: Repair[] = [];
  for (const name of databases) repairs.push(...(await repairDatabase(path.join(root, name), folder)));
  if (repairs.length > 0) await prune(kept);
  return repairs;
}

async function repairDatabase(database: string, folder: string): Promise<readonly Repair[]> {
  const names = await namesIn(database);
  if (!names.some(isData)) return [];
  if (!(await hasManifest(database, names))) return [await moveAway(database, names, folder)];
  const repairs: Repair[] = [];
  for (const name of names.filter(isLog)) repairs.push(...(await repairLog(path.join(database, name), folder)));
  return repairs;
}

async function repairLog(file: string, folder: string): Promise<readonly Repair[]> {
  const bytes = await readFile(file);
  const { state, end } = inspectLog(bytes);
  if (state === 'whole') return [];
  await keepCopy(file, folder);
  if (state === 'torn') await cutFile(file, end);
  return [{ kind: state === 'torn' ? 'database-tail-cut' : 'database-damaged', amount: bytes.length - end }];
}

async function hasManifest(database: string, names: readonly string[]): Promise<boolean> {
  if (!names.includes('CURRENT')) return false;
  const current = await readFile(path.join(database, 'CURRENT'), 'latin1');
  const manifest = current.slice(0, -1);
  return current.endsWith('\n') && isManifest(manifest) && names.includes(manifest);
}

/** Moves a database and the folder of its blobs. After a crash in between, the next start moves the rest. */
async function moveAway(database: string, names: readonly string[], folder: string): Promise<Repair> {
  const files = await Promise.all(names.filter(isData).map((name) => stat(path.join(database, name))));
  await mkdir(folder, { recursive: true });
  for (const part of [database.replace(/leveldb$/, 'blob'), database]) {
    try {
      await renamePatiently(part, path.join(folder, path.basename(part)));
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error; // not every database has blobs
    }
  }
  await syncDirectory(path.dirname(database));
  return { kind: 'database-damaged', amount: files.reduce((sum, file) => sum + file.size, 0) };
}

/** A full disk is what tears tails: where there is no space for a copy, the cut, which takes nothing readable, goes first. */
async function keepCopy(file: string, folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await copyFile(file, path.join(folder, `${path.basename(path.dirname(file))}-${path.basename(file)}`));
  } catch (error) {
    if (fileFailure(error, file).kind !== 'disk-full') throw error;
  }
}

async function startsIn(kept: string): Promise<readonly number[]> {
  return (await namesIn(kept))
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .sort((a, b) => a - b);
}

async function prune(kept: string): Promise<void> {
  const starts = await startsIn(kept);
  for (const start of starts.slice(0, -keptStarts)) await rm(path.join(kept, String(start)), { recursive: true });
}

async function namesIn(directory: string): Promise<readonly string[]> {
  try {
    return await readdir(directory);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return [];
    throw error;
  }
}
