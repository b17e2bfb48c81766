import type { BankPreview, BankPublication, BankPublishRequest } from '@shared/ipc/contract.ts';
import { succeed, type Result } from '@shared/model/failure.ts';
import type { Question } from '@shared/model/question.ts';
import { previewBank } from '../publish/bank/preview.ts';
import { failureOfProblems } from '../publish/failure.ts';
import { inRepository } from '../publish/in-repository.ts';
import { publishInWindow, type WindowWork } from '../publish/in-window.ts';
import type { PublishProblem } from '../publish/problem.ts';
import { publishPackage } from '../publish/publish.ts';

type Request = Omit<BankPublishRequest, 'collection'>;

/** How many old questions a preview shows. */
const shownBefore = 200;

export function createPublishing({ now, ...options }: WindowWork) {
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
      publishInWindow({ ...options, now }, place, (desk) =>
        publishPackage({ ...desk, name, title, contents: { kind: 'bank', items: { questions } }, replies, clockOk }),
      ),
  };
}

const refusedFor = (problems: readonly PublishProblem[]) => ({ ok: false, failure: failureOfProblems(problems) }) as const;
