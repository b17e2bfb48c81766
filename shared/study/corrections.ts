import type { Correction, CorrectionReply } from '../model/bank.ts';
import type { InstalledPackage } from '../model/package.ts';

export type Replies = ReadonlyMap<string, CorrectionReply>;

/** What the bureau answered to 纠错单, by the id of the 纠错单. A package from before there were replies brings none. */
export function repliesByCorrection(packages: readonly Pick<InstalledPackage, 'replies'>[]): Replies {
  const replies = packages.flatMap((version) => version.replies ?? []);
  return new Map(replies.map(({ correctionId, outcome, text, at }) => [correctionId, { outcome, text, at }]));
}

/** A 纠错单 with its reply: the one that came down, or the one that it has already. */
export const withReply = (correction: Correction, replies: Replies): Correction => ({
  ...correction,
  reply: replies.get(correction.id) ?? correction.reply,
});
