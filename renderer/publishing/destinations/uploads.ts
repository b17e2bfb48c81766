import { useSyncExternalStore } from 'react';
import type { TaskProgress, UploadOutcome } from '@shared/ipc/contract.ts';
import type { Failure, Result } from '@shared/model/failure.ts';
import { noteSample, type Sample } from '@shared/packages/remaining.ts';
import { listen, request } from '../../bridge.ts';

/** An upload as the screen shows it, from the click until its result is closed. */
export type Upload =
  | { readonly kind: 'waiting' }
  | {
      readonly kind: 'running';
      readonly task: string;
      readonly isStopping: boolean;
      readonly progress: TaskProgress | null;
      readonly samples: readonly Sample[];
    }
  | { readonly kind: 'done'; readonly outcome: UploadOutcome }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** By destination. */
export type Uploads = ReadonlyMap<string, Upload>;

/*
 * An upload over a slow line takes an hour, and the person does other work meanwhile: it outlives this screen, so it is
 * kept beside the screens, and the page finds it again. One at a time: two would only share the line.
 */
let uploads: Uploads = new Map();
let isWorking = false;
const listeners = new Set<() => void>();
const endListeners = new Set<() => void>();

/** All uploads of this run of the program whose result has not been closed. */
export const useUploads = (): Uploads => useSyncExternalStore(subscribe, () => uploads);

/** Calls whenever an upload has ended; returns the function that stops it. */
export function listenToUploadEnds(listener: () => void): () => void {
  endListeners.add(listener);
  return () => endListeners.delete(listener);
}

/** Uploads to these destinations one after the other; those that run or wait already are left alone. */
export async function startUploads(destinations: readonly string[]): Promise<void> {
  const fresh = destinations.filter((destination) => !isActive(uploads.get(destination)));
  change((all) => fresh.forEach((destination) => all.set(destination, { kind: 'waiting' })));
  if (isWorking) return;
  isWorking = true;
  try {
    for (let next = firstWaiting(); next !== undefined; next = firstWaiting()) await upload(next);
  } finally {
    isWorking = false;
  }
}

/** Takes a waiting upload back, or asks main to stop the running one; its end then comes by itself. */
export function stopUpload(destination: string): void {
  const current = uploads.get(destination);
  if (current?.kind === 'waiting') dismissUpload(destination);
  if (current?.kind !== 'running') return;
  put(destination, { ...current, isStopping: true });
  void request('tasks:cancel', current.task);
}

/** Closes a result. */
export const dismissUpload = (destination: string): void => change((all) => all.delete(destination));

export const isActive = (one: Upload | undefined): boolean => one?.kind === 'waiting' || one?.kind === 'running';

async function upload(destination: string): Promise<void> {
  const task = crypto.randomUUID();
  put(destination, { kind: 'running', task, isStopping: false, progress: null, samples: [] });
  const silence = listen('task:progress', (progress) => follow(destination, progress));
  try {
    put(destination, ended(await request('publisher:upload', destination, task)));
  } catch (error) {
    // Main has logged the reason; the uploads that wait go on.
    console.error(error);
    put(destination, { kind: 'failed', failure: { kind: 'write-failed', subject: '' } });
  } finally {
    silence();
    endListeners.forEach((listener) => listener());
  }
}

/** Progress counts only for the task that is running. */
function follow(destination: string, progress: TaskProgress): void {
  const current = uploads.get(destination);
  if (current?.kind !== 'running' || current.task !== progress.task) return;
  const samples = progress.unit === 'bytes' ? noteSample(current.samples, { at: Date.now(), done: progress.done }) : [];
  put(destination, { ...current, progress, samples });
}

function ended(result: Result<UploadOutcome>): Upload {
  if (result.ok) return { kind: 'done', outcome: result.value };
  return result.failure.kind === 'cancelled' ? { kind: 'cancelled' } : { kind: 'failed', failure: result.failure };
}

const firstWaiting = (): string | undefined => [...uploads].find(([, { kind }]) => kind === 'waiting')?.[0];

const put = (destination: string, one: Upload): void => change((all) => all.set(destination, one));

function change(edit: (all: Map<string, Upload>) => void): void {
  const all = new Map(uploads);
  edit(all);
  uploads = all;
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
