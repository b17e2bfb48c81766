import type { Outcome } from '@shared/projects/exchange/apply.ts';
import type { PlanComparison } from '@shared/projects/exchange/compare.ts';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words.tsx';

/** What stands in the way of the import, and what the plan would have to be mended for after it. */
export function OutcomeNotes({ outcome, comparison }: { readonly outcome: Outcome; readonly comparison: PlanComparison }) {
  const { projectExchange: words, projects } = useWords();
  const { faults, cycles, reversed, nodes } = outcome;
  const rows = new Map(comparison.rows.map(({ key, row }) => [key, row]));
  const titles = new Map(nodes.map(({ id, title }) => [id, title || words.untitled]));
  const titleOf = (id: string): string => titles.get(id) ?? '';
  const faultNames = faults.map(({ key, field }) => words.faultAt(rows.get(key) ?? 0, projects.plan.columns[field]));
  return (
    <>
      {faults.length > 0 && <Notice tone="bad">{words.faults(faultNames.join(words.comma))}</Notice>}
      {cycles.length > 0 && (
        <Notice tone="warn">
          {words.cycles(cycles.map((ids) => [...ids, ids[0] ?? ''].map(titleOf).join(words.arrow)).join(words.comma))}
        </Notice>
      )}
      {reversed.length > 0 && <Notice tone="warn">{words.reversed(reversed.map(titleOf).join(words.comma))}</Notice>}
    </>
  );
}
