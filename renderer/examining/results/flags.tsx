import { withoutEmphasis } from '@shared/bank/emphasis.ts';
import type { QuestionStatistics } from '@shared/exam/statistics/questions.ts';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words.tsx';

/** Questions whose key may be wrong, before the table of all. */
export function Flags({ questions }: { readonly questions: readonly QuestionStatistics[] }) {
  const { results: words } = useWords();
  const flagged = questions.filter(({ flags }) => flags.length > 0);
  if (flagged.length === 0) return null;
  return (
    <Notice tone="warn">
      <p>
        <strong>{words.flagTitle}</strong>
      </p>
      <ul className="results-flags">
        {flagged.map(({ id, stem, flags }) => (
          <li key={id}>{words.flagLine(id, withoutEmphasis(stem).slice(0, 60), flags)}</li>
        ))}
      </ul>
    </Notice>
  );
}
