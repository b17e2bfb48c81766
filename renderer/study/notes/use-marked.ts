import { useEffect, useState } from 'react';
import type { QuestionMark } from '@shared/model/study.ts';
import { useLive } from '../../data/live.ts';
import { readMarked, readMarks, type MarkedQuestion } from '../../data/study/question-marks.ts';

export interface Marked {
  /** Those that have been read, in the order of their marks. */
  readonly rows: readonly MarkedQuestion[];
  /** How many marks there are, of questions that the installed banks do not hold too. */
  readonly total: number;
  readonly isComplete: boolean;
}

/** The marked questions of one person; the list grows while they are read. Null until their marks are known. `keeps`: the same function from draw to draw. */
export function useMarked(personId: string, keeps: (mark: QuestionMark) => boolean): Marked | null {
  const marks = useLive(async () => (await readMarks(personId)).filter(keeps), [personId, keeps]);
  const [marked, setMarked] = useState<Marked | null>(null);
  useEffect(() => {
    if (!marks) return;
    let current = true;
    const read = async (): Promise<void> => {
      for await (const { rows, isComplete } of readMarked(marks)) {
        if (!current) return;
        setMarked({ rows, total: marks.length, isComplete });
      }
    };
    void read();
    return () => {
      current = false;
    };
  }, [marks]);
  return marked;
}
