import { useEffect, useState } from 'react';
import type { Question } from '@shared/model/question.ts';
import type { QuestionRef, Refs } from '@shared/study/catalogue.ts';
import { readBefore, type BeforeAnswer } from '../../data/study/responses.ts';
import { readQuestion } from '../../data/study/study.ts';

/** A question with what its answer will be weighed against: both are there before anybody can answer. */
export interface ShownQuestion {
  readonly ref: QuestionRef;
  readonly question: Question;
  readonly before: BeforeAnswer;
}

/** Its neighbours are read ahead, so that the key that goes on finds the next question in memory. */
const ahead = [0, 1, -1, 2];

/** The question at a place of a set; null while it is being read, and where there is none. */
export function useShown(refs: Refs, place: number, personId: string): ShownQuestion | null {
  const [shelf, setShelf] = useState<ReadonlyMap<number, ShownQuestion>>(new Map());
  useEffect(() => {
    let current = true;
    const wanted = ahead.map((step) => place + step);
    const read = async (): Promise<void> => {
      for (const at of wanted) {
        const ref = refs.at(at);
        if (!ref || shelf.has(at)) continue;
        const [question, before] = await Promise.all([readQuestion(ref), readBefore(personId, ref.id)]);
        if (!current) return;
        if (question) return setShelf(withinReach(shelf, wanted).set(at, { ref, question, before }));
      }
    };
    void read();
    return () => {
      current = false;
    };
  }, [refs, place, personId, shelf]);
  return shelf.get(place) ?? null;
}

const withinReach = (shelf: ReadonlyMap<number, ShownQuestion>, wanted: readonly number[]): Map<number, ShownQuestion> =>
  new Map([...shelf].filter(([at]) => wanted.includes(at)));
