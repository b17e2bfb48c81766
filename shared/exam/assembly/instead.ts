import type { Blueprint } from '../../model/policy.ts';
import type { Question } from '../../model/question.ts';
import type { Exposures, Pool } from './pool.ts';
import { Ranking } from './ranking.ts';

interface Choice {
  readonly pool: Pool;
  readonly blueprint: Blueprint;
  readonly exposure: Exposures;
  readonly onPapers: readonly string[];
}

/** Ids of questions of the same type, section, topic and difficulty that may be on the paper and are not; the least used first. */
export function othersLike(question: Question, { pool, blueprint, exposure, onPapers }: Choice): string[] {
  const { type, section, topic, difficulty } = question;
  const out = pool.marks([...(blueprint.mustNot ?? []), ...onPapers, question.id]);
  const others = pool.entries.filter(
    (entry, place) =>
      out[place] === 0 && entry.type === type && entry.section === section && entry.topic === topic && entry.difficulty === difficulty,
  );
  const [fresh, used] = [false, true].map((isUsed) => others.filter(({ id }) => exposure.has(id) === isUsed));
  return new Ranking(0, exposure).first({ fresh: fresh ?? [], used: used ?? [] }, others.length).map(({ id }) => id);
}
