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
  /** Why the last write failed; null while all is well. */
  readonly failure: Failure | null;
  readonly save: (answer: GivenAnswer) => Promise<void>;
  readonly retry: () => void;
}

/** Saves answers as they are given. One that could not be saved stays, through later questions too, until a retry takes it. */
export function useSaving(rule: Policy['mistakeRule']): Saving {
  const [unsaved, setUnsaved] = useState<readonly GivenAnswer[]>([]);
  const [failure, setFailure] = useState<Failure | null>(null);
  const write = async (answer: GivenAnswer): Promise<void> => {
    const result = await saveResponse(answer.response, answer.before, rule);
    setFailure(result.ok ? null : result.failure);
    if (result.ok) setUnsaved((waiting) => waiting.filter((one) => one !== answer));
  };
  const save = (answer: GivenAnswer): Promise<void> => {
    setUnsaved((waiting) => [...waiting, answer]);
    return write(answer);
  };
  return { unsaved, failure: unsaved.length > 0 ? failure : null, save, retry: () => unsaved.forEach((answer) => void write(answer)) };
}
