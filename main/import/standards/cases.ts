import type { Finding, SourcePlace } from '@shared/bank/imported.ts';
import type { ReadOptions } from '@shared/bank/reading.ts';
import type { CaseQuestion, SimpleQuestion } from '@shared/model/question.ts';
import type { Item } from './items.ts';
import { error, refusedAs, type SketchBase } from './outcome.ts';

/** The text of a case, which announces so many parts after it by their weights. */
export interface CaseHead {
  readonly place: SourcePlace;
  readonly sketch: SketchBase;
  readonly weights: readonly number[];
  readonly findings: readonly Finding[];
}

/** Puts cases together: each head takes as many questions after it as it has weights. */
export function withCases(found: readonly (Item | CaseHead)[], options: ReadOptions): Item[] {
  const items: Item[] = [];
  for (let at = 0; at < found.length; at += 1) {
    const item = found[at];
    if (!item) continue;
    if ('outcome' in item) items.push(item);
    else {
      const parts = partsAfter(found, at, item.weights.length);
      items.push(caseOf(item, parts, options));
      at += parts.length;
    }
  }
  return items;
}

function partsAfter(found: readonly (Item | CaseHead)[], at: number, wanted: number): Item[] {
  const parts: Item[] = [];
  for (const item of found.slice(at + 1, at + 1 + wanted)) {
    if (!('outcome' in item) || item.outcome.kind === 'heading') break;
    parts.push(item);
  }
  return parts;
}

function caseOf({ place, sketch, weights, findings }: CaseHead, parts: readonly Item[], options: ReadOptions): Item {
  const whole = { ...place, lastRow: parts.at(-1)?.place.lastRow ?? place.lastRow };
  const simple = parts.map(({ outcome }) => (outcome.kind === 'question' && outcome.question.type !== 'case' ? outcome.question : null));
  const noticed = [...findings, ...parts.flatMap(({ outcome }) => outcome.findings)];
  if (sketch.stem === '' || simple.length < weights.length || simple.includes(null)) {
    const reason = error('parts-missing', `案例应有 ${weights.length} 道小题，读出 ${simple.filter(Boolean).length} 道。`);
    const refused = refusedAs('case', sketch, reason, options);
    return { place: whole, outcome: { ...refused, findings: [reason, ...noticed] } };
  }
  const { score, ...base } = sketch;
  const question: CaseQuestion = {
    ...base,
    section: sketch.section || options.section,
    difficulty: sketch.difficulty ?? 'medium',
    type: 'case',
    parts: simple.filter((part): part is SimpleQuestion => part !== null),
    weights,
  };
  return { place: whole, outcome: { kind: 'question', question, score, findings: noticed } };
}
