import type { PackageContents } from '../sync/store/block-content.ts';
import { refuse } from './problem.ts';
import type { PublishedPackage } from './repository/repository.ts';

/**
 * The package of an exam keeps its exam: branches would lose another one's. Its sealed papers stay as they are, for they may
 * have been opened already, and answers that were published are not taken back. Throws PublishRefusal.
 */
export function requireSameExam(name: string, contents: PackageContents, before: PublishedPackage | null): void {
  const [block] = before?.blocks ?? [];
  if (contents.kind !== 'exam' || block?.kind !== 'exam') return; // other kinds have gates of their own
  const [old, { exam }] = [block.items.exam, contents.items];
  if (old.id !== exam.id) refuse('contents-invalid', `数据包“${name}”里是另一场考试“${old.title}”，请换一个数据包名。`);
  if (old.sealed !== exam.sealed) refuse('contents-invalid', `“${exam.title}”已经下发过另一份密封试卷，不能替换。请撤下后另建一场考试。`);
  if (old.key !== null && exam.key === null) refuse('contents-invalid', `“${exam.title}”的答案已经公布，不能收回。`);
}
