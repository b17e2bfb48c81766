import type { AttemptResult } from '@shared/model/exam.ts';
import { Tag } from '../ui/tag.tsx';
import { useWords } from '../words.tsx';

/** Passed or not in words, and whether short answers still wait for the person's own mark. */
export function Outcome({ result }: { readonly result: Pick<AttemptResult, 'passed' | 'unmarked' | 'full'> }) {
  const { exam } = useWords();
  const nothingMarked = result.unmarked === result.full;
  return (
    <span className="row">
      {!nothingMarked && <Tag tone={result.passed ? 'good' : 'bad'}>{result.passed ? exam.review.passed : exam.review.failed}</Tag>}
      {result.unmarked > 0 && <Tag tone="warn">{exam.review.pending}</Tag>}
    </span>
  );
}
