import { fail, succeed, type Result } from '@shared/model/failure.ts';
import { repositoryIn, repositoryName } from '../drives.ts';
import { placeLabel } from '../export/export-files.ts';
import { fileFailure } from '../files.ts';
import { newRepositoryIn, rememberedRepository } from './remembered.ts';
import type { PublisherSession } from './session.ts';

export interface RepositoryWork {
  /** Where keys are kept, and what is remembered about the repository. */
  readonly profile: string;
  readonly session: PublisherSession;
  readonly placeOf: (token: string) => string | null;
}

/** Runs work on the repository of a place, in turn with everything else that signs. Failures of the disk and of the place are values. */
export async function inRepository<Value>(
  { profile, session, placeOf }: RepositoryWork,
  place: string,
  work: (repository: string) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  try {
    const repository = await repositoryFor(placeOf(place), profile);
    return repository.ok ? await session.inTurn(() => work(repository.value)) : repository;
  } catch (error) {
    const failure = fileFailure(error, '');
    if (failure.kind === 'write-failed') throw error;
    return { ok: false, failure };
  }
}

/**
 * The repository of a folder. Where this computer has published before, a place without that repository is refused: a second
 * one would be another publisher to every branch, whatever keys it was signed with.
 */
async function repositoryFor(folder: string | null, profile: string): Promise<Result<string>> {
  if (folder === null) return fail('place-gone');
  const existing = await repositoryIn(folder);
  if (existing !== null) return succeed(existing);
  if ((await rememberedRepository(profile)) === null) return succeed(newRepositoryIn(folder));
  return fail(
    'publish-refused',
    `“${placeLabel(folder)}”里没有原来的发布文件夹；请选择以前发布的位置，或先把 ${repositoryName} 文件夹整个拷贝过来。`,
  );
}
