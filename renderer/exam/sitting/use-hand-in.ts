import { useState } from 'react';
import type { Attempt } from '@shared/model/exam.ts';
import type { Failure } from '@shared/model/failure.ts';
import { navigate } from '../../route.ts';
import { endSitting } from './end-sitting.ts';
import type { Sheet } from './sheet.ts';

export type EndingState = { readonly kind: 'answering' | 'running' } | { readonly kind: 'failed'; readonly failure: Failure };

export interface Ending {
  readonly state: EndingState;
  readonly finish: (endedBy: 'person' | 'time') => Promise<void>;
}

/** Handing in, and the way to what comes after it. */
export function useHandIn({ id, exam }: Attempt, sheet: Sheet): Ending {
  const [state, setState] = useState<EndingState>({ kind: 'answering' });
  const finish = async (endedBy: 'person' | 'time'): Promise<void> => {
    setState({ kind: 'running' });
    const result = await endSitting(sheet, endedBy, exam !== undefined);
    if (!result.ok) return setState({ kind: 'failed', failure: result.failure });
    navigate('exam', exam ? 'receipt' : 'review', id);
  };
  return { state, finish };
}
