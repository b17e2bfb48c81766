import type { PublishedExam } from '@shared/model/examining.ts';
import { fail, succeed, type Result } from '@shared/model/failure.ts';
import type { Packages } from '../sync/packages.ts';
import { asResult } from '../sync/refusal.ts';
import { unpackBlock } from '../sync/store/block-content.ts';

export type ExamContent = Pick<Packages, 'installed' | 'stock'>;

/**
 * The exam that an installed package carries, out of main's own store: what the window holds is not asked. Failures:
 * not-understood (no such exam is installed), tampered (its block is damaged here).
 */
export async function installedExam(
  packages: ExamContent,
  name: string,
  log: (message: string, error: unknown) => void,
): Promise<Result<PublishedExam>> {
  const version = (await packages.installed()).find((one) => one.name === name && one.kind === 'exam');
  const block = version?.blocks[0];
  if (!version || !block) return fail('not-understood', name);
  const bytes = await packages.stock.store.read(block);
  if (bytes === null) return fail('tampered', version.title);
  const contents = await asResult(log, name, () => unpackBlock('exam', block, bytes));
  if (!contents.ok) return contents;
  return contents.value.kind === 'exam' ? succeed(contents.value.items.exam) : fail('not-understood', name);
}
