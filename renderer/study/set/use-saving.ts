import { useSyncExternalStore } from 'react';
import type { Failure } from '@shared/model/failure.ts';
import { queueOf, type AnswerQueue } from './answer-queue.ts';

export interface Saving {
  readonly queue: AnswerQueue;
  /** How many answers are not yet on the disk. */
  readonly unsaved: number;
  /** Why one of them could not be saved; null while all are on their way. */
  readonly failure: Failure | null;
}

/** What has become of the answers that this person gave. */
export function useSaving(personId: string): Saving {
  const queue = queueOf(personId);
  const waiting = useSyncExternalStore(queue.subscribe, queue.waiting);
  return { queue, unsaved: waiting.size, failure: [...waiting.values()].find((failure) => failure !== null) ?? null };
}
