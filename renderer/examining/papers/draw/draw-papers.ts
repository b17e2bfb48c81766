import { sharedOf } from '@shared/exam/assembly/compare.ts';
import { makePair, makePaper } from '@shared/exam/assembly/make-paper.ts';
import type { Refusal } from '@shared/exam/assembly/assemble.ts';
import type { Paper } from '@shared/model/exam.ts';
import type { StoredPaper } from '@shared/model/examining.ts';
import { succeed, type Result } from '@shared/model/failure.ts';
import type { Blueprint } from '@shared/model/policy.ts';
import type { Assembler, PoolChoice } from '../../../data/assembly/assembly.ts';

export interface Drawing {
  readonly pool: PoolChoice;
  readonly blueprint: Blueprint;
  readonly seed: number;
  /** Of two papers, how many percent of the questions they share; null for one. */
  readonly overlap: number | null;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly newId: () => string;
}

export type DrawnPapers = { readonly ok: true; readonly papers: readonly StoredPaper[] } | Refusal;

/** Draws a paper, or A and B; they are not kept yet. Fails only where it was cancelled. */
export async function drawPapers(assembler: Assembler, drawing: Drawing): Promise<Result<DrawnPapers>> {
  const { pool, blueprint, seed, overlap, newId } = drawing;
  const asking = { pool, blueprint, seed, exposure: { kind: 'papers' } } as const;
  if (overlap === null) {
    const drawn = await assembler.ask('draw', asking);
    if (!drawn.ok) return drawn;
    if (!drawn.value.ok) return succeed(drawn.value);
    const paper = makePaper(drawn.value.picks, drawn.value.questions, { id: newId(), blueprint, seed });
    return succeed({ ok: true, papers: stored(drawing, [paper], ['']) });
  }
  const drawn = await assembler.ask('drawPair', { ...asking, shared: sharedOf(blueprint, overlap) });
  if (!drawn.ok) return drawn;
  if (!drawn.value.ok) return succeed(drawn.value);
  const pair = makePair(drawn.value.picks, drawn.value.questions, { ids: [newId(), newId()], blueprint, seed });
  return succeed({ ok: true, papers: stored(drawing, pair, ['A', 'B']) });
}

function stored({ blueprint, now, newId }: Drawing, papers: readonly Paper[], variants: readonly string[]): StoredPaper[] {
  const pairId = newId();
  return papers.map((paper, place) => ({
    id: paper.id,
    pairId,
    variant: variants[place] ?? '',
    blueprint,
    paper,
    createdAt: now,
    state: 'draft',
    archived: false,
  }));
}
