import { useState } from 'react';
import type { Failure } from '@shared/model/failure.ts';
import type { PlanFile } from '@shared/model/plan-file.ts';
import { request } from '../../bridge.ts';

export type ReadingState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly task: string }
  | { readonly kind: 'read'; readonly file: PlanFile }
  | { readonly kind: 'failed'; readonly failure: Failure };

export interface PlanReading {
  readonly state: ReadingState;
  /** Asks for a file and reads it. */
  readonly choose: () => Promise<void>;
  readonly cancel: () => void;
  readonly dismiss: () => void;
}

const idle: ReadingState = { kind: 'idle' };

/** One file at a time, from the question which one to what was read of it. */
export function usePlanReading(): PlanReading {
  const [state, setState] = useState<ReadingState>(idle);
  return {
    state,
    async choose() {
      const chosen = await request('projects:choose-plan');
      if (!chosen) return;
      const task = crypto.randomUUID();
      setState({ kind: 'reading', task });
      const read = await request('projects:read-plan', chosen.token, task);
      if (read.ok) setState({ kind: 'read', file: read.value });
      else setState(read.failure.kind === 'cancelled' ? idle : { kind: 'failed', failure: read.failure });
    },
    cancel() {
      if (state.kind === 'reading') void request('tasks:cancel', state.task);
    },
    dismiss: () => setState(idle),
  };
}
