import { setTimeout as sleep } from 'node:timers/promises';
import { limits } from '../../limits.ts';
import { Refusal } from '../refusal.ts';
import type { Reader } from '../sources/reader.ts';

/** The sources of one download. What one file learns of them holds for the others. */
export interface Lines {
  /** Who may be asked, the one to ask first in front. */
  inOrder(): readonly Reader[];
  /** A source has failed: the others are asked before it from now on. */
  postpone(reader: Reader): void;
  /** A stick was pulled, or a share hangs: it is not asked again in this download. */
  drop(reader: Reader): void;
}

export function linesTo(readers: readonly Reader[]): Lines {
  let order = readers;
  const without = (reader: Reader): readonly Reader[] => order.filter((other) => other !== reader);
  return {
    inOrder: () => order,
    postpone(reader) {
      if (order.includes(reader)) order = [...without(reader), reader];
    },
    drop(reader) {
      order = without(reader);
    },
  };
}

/** How a download behaves when lines break. */
export interface Patience {
  /** From 0 up to and without 1: offices whose line came back at the same moment must not all call at once. */
  readonly random: () => number;
  /** Milliseconds, only differences count. */
  readonly now: () => number;
}

export const ordinaryPatience: Patience = { random: Math.random, now: () => performance.now() };

/** Waits before lines are asked again; twice as long after each try that brought nothing, and half of it by chance. */
export async function backOff(fruitless: number, { random }: Patience, signal: AbortSignal): Promise<void> {
  const most = limits.firstRetry * 2 ** fruitless;
  try {
    await sleep(most * (0.5 + random() / 2), null, { signal });
  } catch (error) {
    throw new Refusal('cancelled', '', 'cancelled by the person', error);
  }
}

interface Pace {
  readonly label: string;
  readonly now: () => number;
  /** Asked when a source is slow: another one could be asked. */
  readonly othersWait: () => boolean;
}

/**
 * Leaves a source that only drips while another one waits (slow retrieval, spec 1.5.2). Alone it may go on: an honest
 * slow line must not die. Throws Refusal source-unreachable.
 */
export async function* fastEnough(body: AsyncIterable<Uint8Array>, { label, now, othersWait }: Pace): AsyncGenerator<Uint8Array> {
  let began = now();
  let came = 0;
  for await (const chunk of body) {
    yield chunk;
    came += chunk.length;
    const took = now() - began;
    if (took < limits.slowWindow) continue;
    if ((came * 1_000) / took < limits.slowRate && othersWait()) {
      throw new Refusal('source-unreachable', label, `only ${came} bytes in ${Math.round(took)} ms`);
    }
    began = now();
    came = 0;
  }
}
