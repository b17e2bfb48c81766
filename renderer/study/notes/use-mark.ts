import { useState, useSyncExternalStore } from 'react';
import type { Failure } from '@shared/model/failure.ts';
import type { QuestionMark } from '@shared/model/study.ts';
import { useLive } from '../../data/live.ts';
import { readMark } from '../../data/study/question-marks.ts';
import { keeperOf, type MarkChange, type WaitingChange } from './mark-keeper.ts';

/** What somebody marked on a question, as it stands or is about to stand. */
export interface ShownMark {
  readonly favourite: boolean;
  readonly note: string;
  /** Whether it is on the disk as it is shown. */
  readonly isSaved: boolean;
  readonly failure: Failure | null;
  readonly changeNote: (note: string) => void;
  readonly retry: () => void;
}

interface Marking {
  /** Null until it has been read. */
  readonly mark: ShownMark | null;
  /** Works also before it has been read. */
  readonly toggleFavourite: () => void;
}

export function useMark(personId: string, questionId: string): Marking {
  const keeper = keeperOf(personId);
  const waiting = useSyncExternalStore(keeper.subscribe, keeper.waiting).get(questionId);
  const stored = useLive(() => readMark(personId, questionId), [personId, questionId]);
  const own = useLastChange(waiting, stored);
  if (stored === undefined) return { mark: null, toggleFavourite: () => void keeper.toggleFavourite(questionId, Date.now()) };
  const favourite = own?.favourite ?? stored?.favourite ?? false;
  const mark: ShownMark = {
    favourite,
    note: own?.note ?? stored?.note ?? '',
    isSaved: waiting === undefined,
    failure: waiting?.failure ?? null,
    changeNote: (note) => keeper.change(questionId, { note }, Date.now()),
    retry: () => keeper.retry(),
  };
  return { mark, toggleFavourite: () => keeper.change(questionId, { favourite: !favourite }, Date.now()) };
}

interface LastChange {
  readonly change: MarkChange;
  /** What had been read then. */
  readonly stored: QuestionMark | null | undefined;
}

/** The change that waits; after it was saved, the same until the mark has been read again, or what is shown would jump back for a moment. */
function useLastChange(waiting: WaitingChange | undefined, stored: QuestionMark | null | undefined): MarkChange | null {
  const [last, setLast] = useState<LastChange | null>(null);
  if (waiting && (last?.change !== waiting.change || last.stored !== stored)) setLast({ change: waiting.change, stored });
  if (waiting) return waiting.change;
  return last && last.stored === stored ? last.change : null;
}
