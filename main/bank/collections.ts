import { randomUUID } from 'node:crypto';
import type { CollectedItem } from '@shared/ipc/contract.ts';
import type { Question } from '@shared/model/question.ts';
import { limits } from '../limits.ts';

/** As many as one screen can have use for; the oldest goes when another is begun. */
const collectionsAtOnce = 3;

/** Questions that the window hands over page by page, on their way to a file or a package. */
export function createCollections() {
  const open = new Map<string, CollectedItem[]>();

  function itemsOf(collection: string): CollectedItem[] {
    const found = open.get(collection);
    if (!found) throw new Error('this collection is not open');
    return found;
  }

  return {
    begin(): string {
      for (const [oldest] of open) if (open.size >= collectionsAtOnce) open.delete(oldest);
      const collection = randomUUID();
      open.set(collection, []);
      return collection;
    },
    add(collection: string, more: readonly CollectedItem[]): void {
      const held = itemsOf(collection);
      if (held.length + more.length > limits.collectedItems) throw new Error(`more than ${limits.collectedItems} items were collected`);
      for (const item of more) held.push(item);
    },
    items: (collection: string): readonly CollectedItem[] => itemsOf(collection),
    questions: (collection: string): readonly Question[] => itemsOf(collection).flatMap(({ question }) => (question ? [question] : [])),
  };
}

export type Collections = ReturnType<typeof createCollections>;
