import { settleExams } from '../../data/exam/quarterly.ts';
import { completeOutbox } from './sealing.ts';

/** Seals every handed-in record that is not sealed yet, and gives people what has been released since. `now` in milliseconds since 1970. */
export async function finishExams(now: number): Promise<void> {
  await completeOutbox();
  await settleExams(now);
}
