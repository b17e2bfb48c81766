import { useState } from 'react';
import type { CarryOutcome, CarryRequest } from '@shared/ipc/contract.ts';
import type { Failure } from '@shared/model/failure.ts';
import { listen, request } from '../../bridge.ts';
import type { Step } from '../sync/sync-state.ts';

/** A copy as the screen shows it, from the click until its result is closed. */
export type CarryState =
  | { readonly kind: 'idle' | 'stopped' }
  | { readonly kind: 'copying'; readonly task: string; readonly step: Step; readonly stopping: boolean }
  | { readonly kind: 'done'; readonly outcome: CarryOutcome }
  | { readonly kind: 'failed'; readonly failure: Failure };

export interface Carry {
  readonly state: CarryState;
  readonly start: (wanted: CarryRequest) => Promise<void>;
  readonly stop: () => void;
  readonly dismiss: () => void;
}

const idle: CarryState = { kind: 'idle' };

/** Makes one copy at a time and follows it. What was written before a stop is taken up again by the next start. */
export function useCarry(): Carry {
  const [state, setState] = useState<CarryState>(idle);
  return {
    state,
    async start(wanted) {
      const task = crypto.randomUUID();
      setState({ kind: 'copying', task, step: { phase: 'metadata', done: 0, total: 0 }, stopping: false });
      const silence = listen('task:progress', ({ task: other, ...step }) => {
        if (other === task) setState((current) => (current.kind === 'copying' ? { ...current, step } : current));
      });
      try {
        const result = await request('packages:carry', wanted, task);
        setState(result.ok ? { kind: 'done', outcome: result.value } : ended(result.failure));
      } catch (error) {
        setState(idle); // a bug below is told elsewhere; the page must not stay busy for ever
        throw error;
      } finally {
        silence();
      }
    },
    stop() {
      if (state.kind !== 'copying') return;
      setState({ ...state, stopping: true });
      void request('tasks:cancel', state.task);
    },
    dismiss: () => setState(idle),
  };
}

const ended = (failure: Failure): CarryState => (failure.kind === 'cancelled' ? { kind: 'stopped' } : { kind: 'failed', failure });
