import type { BankPreview, BankPublication, BankPublishRequest } from '@shared/ipc/contract.ts';
import { fail, succeed, type Result } from '@shared/model/failure.ts';
import type { Question } from '@shared/model/question.ts';
import { repositoryIn, repositoryName } from '../drives.ts';
import { placeLabel } from '../export/export-files.ts';
import { fileFailure } from '../files.ts';
import { previewBank } from '../publish/bank/preview.ts';
import { failureOfProblems } from '../publish/failure.ts';
import type { PublishProblem } from '../publish/problem.ts';
import { publishPackage } from '../publish/publish.ts';
import { keysFolder, newRepositoryIn, rememberedRepository, rememberRepository, repositoryLabel } from '../publish/remembered.ts';
import type { PublisherSession } from '../publish/session.ts';

export interface PublishingOptions {
  /** Where keys are kept, and what is remembered about the repository. */
  readonly profile: string;
  readonly session: PublisherSession;
  readonly placeOf: (token: string) => string | null;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

type Request = Omit<BankPublishRequest, 'collection'>;

/** How many old questions a preview shows. */
const shownBefore = 200;

export function createPublishing({ profile, session, placeOf, now }: PublishingOptions) {
  const keys = keysFolder(profile);
  const { unlocked } = session;

  /**
   * The repository of a place. Where this computer has published before, a place without that repository is refused: a
   * second one would be another publisher to every branch, whatever keys it was signed with.
   */
  async function repositoryFor(place: string): Promise<Result<string>> {
    const folder = placeOf(place);
    if (folder === null) return fail('place-gone');
    const existing = await repositoryIn(folder);
    if (existing !== null) return succeed(existing);
    if ((await rememberedRepository(profile)) === null) return succeed(newRepositoryIn(folder));
    return fail(
      'publish-refused',
      `“${placeLabel(folder)}”里没有原来的发布文件夹；请选择以前发布的位置，或先把 ${repositoryName} 文件夹整个拷贝过来。`,
    );
  }

  async function guarded<Value>(place: string, work: (repository: string) => Promise<Result<Value>>): Promise<Result<Value>> {
    try {
      const repository = await repositoryFor(place);
      return repository.ok ? await session.inTurn(() => work(repository.value)) : repository;
    } catch (error) {
      const failure = fileFailure(error, '');
      if (failure.kind === 'write-failed') throw error;
      return { ok: false, failure };
    }
  }

  return {
    preview: ({ place, name }: Request, questions: readonly Question[]): Promise<Result<BankPreview>> =>
      guarded(place, async (repository) => {
        const preview = await previewBank({ repository, name, questions, now: now() });
        if (!preview.ok) return refusedFor(preview.problems);
        const { since, changes, before, farClock } = preview.value;
        const shown = [...changes.changed, ...changes.withdrawn].slice(0, shownBefore);
        return succeed({ since, version: (since ?? 0) + 1, ...changes, before: shown.flatMap((id) => before.get(id) ?? []), farClock });
      }),
    publish: ({ place, name, title, replies, clockOk }: Request, questions: readonly Question[]): Promise<Result<BankPublication>> =>
      guarded(place, async (repository) => {
        const contents = { kind: 'bank', items: { questions } } as const;
        const publication = await publishPackage({ repository, keys, unlocked, name, title, contents, replies, clockOk, now: now() });
        if (!publication.ok) return refusedFor(publication.problems);
        const { manifest, fingerprint, outcome } = publication.value;
        await rememberRepository(profile, { fingerprint, path: repository });
        return succeed({ version: manifest.version, fingerprint, outcome, folderLabel: repositoryLabel(repository) });
      }),
  };
}

const refusedFor = (problems: readonly PublishProblem[]) => ({ ok: false, failure: failureOfProblems(problems) }) as const;
