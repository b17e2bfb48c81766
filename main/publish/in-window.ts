import type { BankPublication } from '@shared/ipc/contract.ts';
import { succeed, type Result } from '@shared/model/failure.ts';
import { failureOfProblems } from './failure.ts';
import { inRepository, type RepositoryWork } from './in-repository.ts';
import type { PublishResult } from './problem.ts';
import type { Desk, Publication } from './publish.ts';
import { keysFolder, rememberRepository, repositoryLabel } from './remembered.ts';

export interface WindowWork extends RepositoryWork {
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Publishes into the repository of a place as a person at the window asks for it; refusals are failures with their sentences. */
export function publishInWindow(
  { now, ...options }: WindowWork,
  place: string,
  work: (desk: Desk) => Promise<PublishResult<Publication>>,
): Promise<Result<BankPublication>> {
  const { profile, session } = options;
  return inRepository(options, place, async (repository) => {
    const published = await work({ repository, keys: keysFolder(profile), unlocked: session.unlocked, now: now() });
    if (!published.ok) return { ok: false, failure: failureOfProblems(published.problems) };
    const { manifest, fingerprint, outcome } = published.value;
    await rememberRepository(profile, { fingerprint, path: repository });
    return succeed({ version: manifest.version, fingerprint, outcome, folderLabel: repositoryLabel(repository) });
  });
}
