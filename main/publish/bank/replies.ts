import { mostReplies, type PublishedReply } from '@shared/model/bank.ts';
import type { PackageManifest } from '@shared/model/package.ts';
import { repliesSchema } from '@shared/model/schemas/content.ts';
import { refuse } from '../problem.ts';

/** Answers have to be such as every client reads. Throws PublishRefusal. */
export function requireReplies(replies: readonly PublishedReply[]): void {
  const parsed = repliesSchema.safeParse(replies);
  if (parsed.success) return;
  const [issue] = parsed.error.issues;
  const place = typeof issue?.path[0] === 'number' ? `第 ${issue.path[0] + 1} 条` : '';
  refuse('contents-invalid', `对纠错单的答复${place}不能发布（一条最多 4000 字，一版最多 ${mostReplies} 条）。`, parsed.error);
}

/** Answers go on from version to version, the newest to a 纠错单 counting; the oldest make room where there are too many. */
export function repliesOf(before: readonly PublishedReply[], fresh: readonly PublishedReply[]): Pick<PackageManifest, 'replies'> {
  const newest = new Map<string, PublishedReply>();
  for (const reply of [...before, ...fresh])
    if (reply.at >= (newest.get(reply.correctionId)?.at ?? 0)) newest.set(reply.correctionId, reply);
  const replies = [...newest.values()].toSorted((one, other) => one.at - other.at).slice(-mostReplies);
  return replies.length > 0 ? { replies } : {};
}
