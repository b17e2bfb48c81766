import { queue } from '../sync/queue.ts';
import { createUnlocked, type Unlocked } from './keys/unlocked.ts';

/** What everything that signs in this run of the program shares. */
export interface PublisherSession {
  readonly unlocked: Unlocked;
  /** One publication, rotation or change of keys after the other. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
}

export const openSession = (): PublisherSession => ({ unlocked: createUnlocked(), inTurn: queue() });
