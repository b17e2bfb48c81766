import type { Catalogue } from '@shared/study/catalogue.ts';
import { database } from './database.ts';
import { turns } from './turns.ts';

/** So many schedules are read at once. */
const rowsAtOnce = 500;

interface Learned {
  readonly personId: string;
  /** By question id, the revision that was answered last. */
  readonly revisions: Map<string, string>;
}

let known: Learned = { personId: '', revisions: new Map() };

/**
 * By question id, the revision in which this person answered it last; only questions that have a schedule. Kept in memory:
 * the first time reads every schedule in slices, later ones look at their keys, and again at those of which the banks
 * hold another revision.
 */
export async function readLearned(personId: string, catalogue: Catalogue): Promise<ReadonlyMap<string, string>> {
  if (known.personId !== personId) known = { personId, revisions: new Map() };
  const { revisions } = known;
  const keys = await database.schedules.where('id').startsWith(`${personId}:`).primaryKeys();
  const ids = keys.map((key) => key.slice(personId.length + 1));
  const wanted = ids.filter((id) => !revisions.has(id));
  if (revisions.size + wanted.length > ids.length) keepOnly(revisions, new Set(ids)); // schedules go only with a restored journal
  await lookUp(personId, [...wanted, ...outdated(revisions, catalogue)], revisions);
  return revisions;
}

function keepOnly(revisions: Map<string, string>, ids: ReadonlySet<string>): void {
  for (const id of revisions.keys()) if (!ids.has(id)) revisions.delete(id);
}

/** What was answered in another revision than the banks hold now. */
function outdated(revisions: ReadonlyMap<string, string>, { blocks }: Catalogue): string[] {
  if (revisions.size === 0) return [];
  return blocks.flatMap(({ index }) =>
    index.ids.filter((id, position) => {
      const revision = revisions.get(id);
      return revision !== undefined && revision !== index.revisionAt(position);
    }),
  );
}

async function lookUp(personId: string, ids: readonly string[], revisions: Map<string, string>): Promise<void> {
  const nextTurn = turns();
  for (let start = 0; start < ids.length; start += rowsAtOnce) {
    const schedules = await database.schedules.bulkGet(ids.slice(start, start + rowsAtOnce).map((id) => `${personId}:${id}`));
    for (const schedule of schedules) if (schedule) revisions.set(schedule.questionId, schedule.revision);
    await nextTurn();
  }
}
