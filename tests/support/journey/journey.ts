import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { Served } from '../cli.ts';
import type { Running } from '../launch.ts';

/** The whole path of the product, from a spreadsheet to the results of an exam, in the real application on folders of its own. */
export interface Journey {
  readonly folder: string;
  readonly exports: string;
  /** The window that the steps work in. */
  running: Running | null;
  /** The bureau's window, once the branch of the exam has one of its own. */
  bureau: Running | null;
  served: Served | null;
  /** What a step said before the kill, to compare after it. */
  beforeKill: { readonly answers: unknown; readonly elapsedMs: number } | null;
  exam: { readonly startCode: string; readonly receipt: string } | null;
}

export interface Step {
  readonly name: string;
  readonly run: (journey: Journey) => Promise<void>;
}

export function newJourney(folder: string): Journey {
  const exports = path.join(folder, 'exports');
  mkdirSync(exports, { recursive: true });
  return { folder, exports, running: null, bureau: null, served: null, beforeKill: null, exam: null };
}

/** Stops what the journey started, whatever became of it. */
export async function endJourney({ running, bureau, served }: Journey): Promise<void> {
  for (const window of new Set([running, bureau])) await window?.close().catch(() => undefined);
  await served?.stop();
}

export function runningOf({ running }: Journey): Running {
  if (!running) throw new Error('the application is not running');
  return running;
}

export const pageOf = (journey: Journey): Page => runningOf(journey).page;

export const profileOf = ({ folder }: Journey): string => path.join(folder, 'profile');

/** Where the bureau publishes, and the stick that goes up from a branch. */
export const officeOf = ({ folder }: Journey): string => path.join(folder, 'bureau');
export const stickOf = ({ folder }: Journey): string => path.join(folder, 'stick');

/** The other window comes to the front: the bureau's or the branch's. The one before stays open behind it. */
export function change(journey: Journey): void {
  [journey.running, journey.bureau] = [journey.bureau, journey.running];
}
