import type { BankPreview, BankPublication, BankPublishRequest } from '@shared/ipc/contract.ts';
import { succeed, type Result } from '@shared/model/failure.ts';
import type { Question } from '@shared/model/question.ts';
import { previewBank } from '../publish/bank/preview.ts';
import { failureOfProblems } from '../publish/failure.ts';
import { inRepository, type RepositoryWork } from '../publish/in-repository.ts';
import type { PublishProblem } from '../publish/problem.ts';
import { publishPackage } from '../publish/publish.ts';
import { keysFolder, rememberRepository, repositoryLabel } from '../publish/remembered.ts';

export interface PublishingOptions extends RepositoryWork {
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

type Request = Omit<BankPublishRequest, 'collection'>;

/** How many old questions a preview shows. */
const shownBefore = 200;

export function createPublishing({ now, ...options }: PublishingOptions) {
  const { profile, session } = options;
  const keys = keysFolder(profile);
  const { unlocked } = session;
  return {
    preview: ({ place, name }: Request, questions: readonly Question[]): Promise<Result<BankPreview>> =>
      inRepository(options, place, async (repository) => {
        const preview = await previewBank({ repository, name, questions, now: now() });
        if (!preview.ok) return refusedFor(preview.problems);
        const { since, changes, before, farClock } = preview.value;
        const shown = [...changes.changed, ...changes.withdrawn].slice(0, shownBefore);
        return succeed({ since, version: (since ?? 0) + 1, ...changes, before: shown.flatMap((id) => before.get(id) ?? []), farClock });
      }),
    publish: ({ place, name, title, replies, clockOk }: Request, questions: readonly Question[]): Promise<Result<BankPublication>> =>
      inRepository(options, place, async (repository) => {
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
