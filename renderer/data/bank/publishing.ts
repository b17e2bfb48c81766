import type { PublishedReply } from '@shared/ipc/contract.ts';
import { mostReplies, type BankEntry } from '@shared/model/bank.ts';
import { blocksOf } from './blocks.ts';
import { readCorrections } from './corrections.ts';

/** What belongs to a bank and goes out with its next version, in order, page by page. */
export async function* keptQuestions(bankId: string): AsyncGenerator<readonly BankEntry[]> {
  for await (const page of blocksOf(bankId)) {
    const kept = page.flatMap(({ entries }) => entries.filter(({ state, question }) => state === 'kept' && question !== null));
    if (kept.length > 0) yield kept;
  }
}

/** The answers to 纠错单 that go out with the next version of a package; of very many the newest. */
export async function repliesOf(packageName: string): Promise<PublishedReply[]> {
  const replies = (await readCorrections(packageName)).flatMap(({ id, questionId, reply }) =>
    reply ? [{ ...reply, correctionId: id, questionId }] : [],
  );
  return replies.toSorted((one, other) => one.at - other.at).slice(-mostReplies);
}
