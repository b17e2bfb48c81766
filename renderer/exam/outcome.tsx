import type { AttemptResult } from '@shared/model/exam.ts';
import { Tag } from '../ui/tag.tsx';
import { useWords } from '../words.tsx';

interface OutcomeProps {
  readonly result: Pick<AttemptResult, 'passed' | 'unmarked' | 'full'>;
  /** Short answers of an exam are marked by the bureau, of a mock test by the person. */
  readonly byBureau: boolean;
}

/** Passed or not in words, and whether short answers still wait for a mark. */
export function Outcome({ result, byBureau }: OutcomeProps) {
  const { exam, quarterly } = useWords();
  const nothingMarked = result.unmarked === result.full;
  return (
    <span className="row">
      {!nothingMarked && <Tag tone={result.passed ? 'good' : 'bad'}>{result.passed ? exam.review.passed : exam.review.failed}</Tag>}
      {result.unmarked > 0 && <Tag tone="warn">{byBureau ? quarterly.done.pending : exam.review.pending}</Tag>}
    </span>
  );
}
