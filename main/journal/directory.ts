import { createReadStream } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { hashFile, syncDirectory, writeDurably } from '../files.ts';

/** Numbers of the files in a journal's folder, ascending. */
export interface JournalFiles {
  /** A segment is named by the first record that it may hold. */
  readonly segments: readonly number[];
  /** A snapshot is named by the last record that is in it. */
  readonly snapshots: readonly number[];
}

export const segmentFile = (directory: string, first: number): string => path.join(directory, `journal-${first}.log`);
export const snapshotFile = (directory: string, n: number): string => path.join(directory, `snapshot-${n}.jsonl`);

export async function prepareDirectory(directory: string): Promise<void> {
  await mkdir(directory, { recursive: true });
  await syncDirectory(path.dirname(directory));
  const names = await readdir(directory);
  for (const name of names.filter((entry) => entry.endsWith('.tmp'))) await rm(path.join(directory, name));
}

export async function listFiles(directory: string): Promise<JournalFiles> {
  const names = await readdir(directory);
  return { segments: numbersIn(names, /^journal-(\d+)\.log$/), snapshots: numbersIn(names, /^snapshot-(\d+)\.jsonl$/) };
}

/** Keeps the two newest snapshots and every segment after the older one: should the newer be damaged, nothing is missing. */
export async function prune(directory: string): Promise<void> {
  const { segments, snapshots } = await listFiles(directory);
  const older = snapshots.at(-2);
  if (older === undefined) return;
  for (const n of snapshots) if (n < older) await rm(snapshotFile(directory, n));
  for (const first of segments) if (first <= older) await rm(segmentFile(directory, first));
}

/** Keeps a damaged file as it is in `damaged/`, under a name that says what is in it: the same damage is kept once. */
export async function setAside(file: string): Promise<void> {
  const damaged = path.join(path.dirname(file), 'damaged');
  await mkdir(damaged, { recursive: true });
  const { name, ext } = path.parse(file);
  const kept = path.join(damaged, `${name}.${(await hashFile(file)).slice(0, 16)}${ext}`);
  await writeDurably(kept, createReadStream(file));
}

function numbersIn(names: readonly string[], pattern: RegExp): readonly number[] {
  return names
    .flatMap((name) => pattern.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b);
}
