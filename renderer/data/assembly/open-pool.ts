import { Pool, type PoolEntry } from '@shared/exam/assembly/pool.ts';
import type { Question } from '@shared/model/question.ts';
import { blocksOf } from '../bank/blocks.ts';
import { readIndexes, readQuestions } from '../content.ts';
import { database } from '../database.ts';
import type { PoolChoice } from './messages.ts';

/** In which block a question stands: one of an installed package, or one of the bureau's own banks. */
interface Place {
  readonly kind: 'installed' | 'own';
  readonly key: string;
}

/** A pool with the way to its texts. */
export interface OpenPool {
  readonly pool: Pool;
  /** In the order of the ids; a question that is gone is left out. */
  read(ids: readonly string[]): Promise<ReadonlyMap<string, Question>>;
  /** All questions, block by block. */
  all(): AsyncGenerator<readonly Question[]>;
}

/** Reads what can be drawn. A question that is installed and stands in an own bank too is taken as it stands there. */
export async function openPool({ installed, bankIds }: PoolChoice): Promise<OpenPool> {
  const places = new Map<string, Place>();
  const entries: PoolEntry[] = [];
  if (installed) await addInstalled(entries, places);
  for (const bankId of bankIds) await addOwn(bankId, entries, places);
  const read = async (ids: readonly string[]): Promise<ReadonlyMap<string, Question>> => {
    const found = new Map<string, Question>();
    const byBlock = Map.groupBy(ids, (id) => places.get(id));
    for (const [place, wanted] of byBlock) {
      const of = new Set(wanted);
      for (const question of place ? await readBlock(place) : []) if (of.has(question.id)) found.set(question.id, question);
    }
    return new Map(ids.flatMap((id) => (found.has(id) ? [[id, found.get(id) as Question]] : [])));
  };
  const all = async function* (): AsyncGenerator<readonly Question[]> {
    for (const place of new Set(places.values())) yield (await readBlock(place)).filter(({ id }) => places.get(id) === place);
  };
  return { pool: new Pool(entries), read, all };
}

async function addInstalled(entries: PoolEntry[], places: Map<string, Place>): Promise<void> {
  for (const { key, index } of await readIndexes(null)) {
    const { section, ids, types, topics, difficulties } = index;
    const place: Place = { kind: 'installed', key };
    ids.forEach((id, at) => {
      entries.push({ id, section, type: types[at] ?? 'single', topic: topics[at] ?? '', difficulty: difficulties[at] ?? 'medium' });
      places.set(id, place);
    });
  }
}

async function addOwn(bankId: string, entries: PoolEntry[], places: Map<string, Place>): Promise<void> {
  for await (const page of blocksOf(bankId)) {
    for (const block of page) {
      const place: Place = { kind: 'own', key: block.id };
      for (const { state, question } of block.entries) {
        if (state !== 'kept' || !question) continue;
        const { id, section, type, topic, difficulty } = question;
        entries.push({ id, section, type, topic, difficulty });
        places.set(id, place);
      }
    }
  }
}

async function readBlock({ kind, key }: Place): Promise<readonly Question[]> {
  if (kind === 'installed') return readQuestions(key);
  const block = await database.bankBlocks.get(key);
  return block?.entries.flatMap(({ state, question }) => (state === 'kept' && question ? [question] : [])) ?? [];
}
