import { useState } from 'react';
import type { Failure } from '@shared/model/failure.ts';
import type { Policy } from '@shared/model/policy.ts';
import type { Mistake, Response } from '@shared/model/study.ts';
import { saveResponse } from '../data/study.ts';

/** An answer on its way to the disk, with the 错题本's entry of its question as it was before. */
export interface GivenAnswer {
  readonly response: Response;
  readonly before: Mistake | null;
}

export interface Saving {
  readonly unsaved: readonly GivenAnswer[];
  /** Why one of them could not be saved; null while all are on their way. */
  readonly failure: Failure | null;
  readonly save: (answer: GivenAnswer) => Promise<void>;
  readonly retry: () => void;
}

/** Saves answers as they are given. One that could not be saved stays, through later questions too, until a retry takes it. */
export function useSaving(rule: Policy['mistakeRule']): Saving {
  // With the reason where a write has failed, null while it is under way.
  const [waiting, setWaiting] = useState<ReadonlyMap<GivenAnswer, Failure | null>>(new Map());
  const save = async (answer: GivenAnswer): Promise<void> => {
    setWaiting((before) => new Map(before).set(answer, null));
    const result = await saveResponse(answer.response, answer.before, rule);
    setWaiting((before) =>
      result.ok ? new Map([...before].filter(([one]) => one !== answer)) : new Map(before).set(answer, result.failure),
    );
  };
  const failed = [...waiting].flatMap(([answer, failure]) => (failure ? [{ answer, failure }] : []));
  return {
    unsaved: [...waiting.keys()],
    failure: failed[0]?.failure ?? null,
    save,
    retry: () => failed.forEach(({ answer }) => void save(answer)),
  };
}
