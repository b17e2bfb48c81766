import type { Blueprint } from '../../model/policy.ts';
import { assemble, type Notes, type Refusal } from './assemble.ts';
import { assemblePair } from './pair.ts';
import type { Pool } from './pool.ts';

/**
 * Whether a blueprint can be drawn from a pool, and what falls short, without looking at the texts.
 * @param shared of two papers, how many questions they have in common; null for one paper
 */
export function checkBlueprint(pool: Pool, blueprint: Blueprint, shared: number | null): ({ readonly ok: true } & Notes) | Refusal {
  const drawing = { pool, blueprint, seed: 1, exposure: new Map() };
  const assembly = shared === null ? assemble(drawing) : assemblePair({ ...drawing, shared });
  return assembly.ok ? { ok: true, notes: assembly.notes, difficultyNotes: assembly.difficultyNotes } : assembly;
}
