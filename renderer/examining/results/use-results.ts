import { useEffect, useState } from 'react';
import { examResults, readRevision, type ExamResults } from '../../data/examining/exam-results.ts';
import { useLive } from '../../data/live.ts';

export type Counting =
  | { readonly kind: 'counting' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'counted'; readonly results: ExamResults | null };

/** The results of an exam, counted again whenever work changes. What was counted stays in sight meanwhile. */
export function useResults(examId: string): Counting {
  const revision = useLive(readRevision, []);
  const [counting, setCounting] = useState<Counting>({ kind: 'counting' });
  useEffect(() => {
    if (revision === undefined) return undefined;
    let current = true;
    examResults(examId).then(
      (results) => current && setCounting({ kind: 'counted', results }),
      (error: unknown) => {
        console.error(error);
        if (current) setCounting({ kind: 'failed' });
      },
    );
    return () => {
      current = false;
    };
  }, [examId, revision]);
  return counting;
}
