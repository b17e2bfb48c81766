import { changesBetween, type ItemChanges } from '@shared/bank/changes.ts';
import type { Question } from '@shared/model/question.ts';
import { itemsOf } from '../../sync/store/block-content.ts';
import { farClock } from '../clock.ts';
import { asResult, type PublishResult } from '../problem.ts';
import { openRepository, questionsOf, readPublished } from '../repository/repository.ts';
import { requireKind, requireSound } from './sound.ts';

export interface Preview {
  /** Version that is published now; null where there is none under this name. */
  readonly since: number | null;
  /** Against that version; everything is new where there is none. */
  readonly changes: ItemChanges;
  /** Questions of that version by id. */
  readonly before: ReadonlyMap<string, Question>;
  /** See farClock: publishing needs a person's word that the date is right. */
  readonly farClock: { readonly last: number; readonly now: number } | null;
}

interface PreviewRequest {
  readonly repository: string;
  readonly name: string;
  readonly questions: readonly Question[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** What publishing a bank would do. Nothing is written and no keys are needed; the problems are those that publishing would have. */
export async function previewBank({ repository: directory, name, questions, now }: PreviewRequest): Promise<PublishResult<Preview>> {
  return asResult(async () => {
    const contents = requireSound(name, { kind: 'bank', items: { questions } });
    const repository = await openRepository(directory);
    const published = await readPublished(repository, name);
    requireKind(name, contents, published);
    const old = new Map(published?.blocks.flatMap((block) => [...itemsOf(block)]));
    const before = new Map(questionsOf(published).map((question) => [question.id, question]));
    const changes = changesBetween(old, itemsOf(contents));
    return { since: published?.manifest.version ?? null, changes, before, farClock: farClock(repository, now) };
  });
}
