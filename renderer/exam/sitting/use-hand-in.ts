import { useState } from 'react';
import { fail, type Failure, type Result } from '@shared/model/failure.ts';
import type { AttemptResult } from '@shared/model/exam.ts';
import { handIn, type HandIn } from '../../data/hand-in.ts';
import { navigate } from '../../route.ts';
import type { Sheet } from './sheet.ts';
import { putAway } from './sheets.ts';

export type EndingState = { readonly kind: 'answering' | 'running' } | { readonly kind: 'failed'; readonly failure: Failure };

export interface Ending {
  readonly state: EndingState;
  readonly finish: (endedBy: 'person' | 'time') => Promise<void>;
}

/** Handing in: what is typed is saved first; what cannot be saved goes with the result, in one commit. */
export function useHandIn(attemptId: string, sheet: Sheet): Ending {
  const [state, setState] = useState<EndingState>({ kind: 'answering' });
  const finish = async (endedBy: 'person' | 'time'): Promise<void> => {
    setState({ kind: 'running' });
    await sheet.flush();
    const { elapsedMs } = sheet;
    const result = await handInSafely({ attemptId, unsaved: sheet.unsaved(), elapsedMs, endedBy, at: Date.now() });
    if (!result.ok) return setState({ kind: 'failed', failure: result.failure });
    putAway(attemptId);
    navigate('exam', 'review', attemptId);
  };
  return { state, finish };
}

/** A bug below must not lock somebody into a paper: it is reported, and handing in can be tried again. */
async function handInSafely(request: HandIn): Promise<Result<AttemptResult>> {
  try {
    return await handIn(request);
  } catch (error) {
    console.error(error);
    return fail('journal-failed');
  }
}
