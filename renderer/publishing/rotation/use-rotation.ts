import { useState } from 'react';
import type { Rotation, RotationOutcome } from '@shared/ipc/contract.ts';
import type { Failure } from '@shared/model/failure.ts';
import { request } from '../../bridge.ts';

/** A rotation, from its preparation to its result. */
export type RotationState =
  | { readonly kind: 'preparing' }
  | { readonly kind: 'confirming'; readonly failure: Failure | null }
  | { readonly kind: 'running' }
  | { readonly kind: 'done'; readonly outcome: RotationOutcome };

export interface Rotating {
  readonly state: RotationState;
  readonly prepare: () => void;
  readonly confirm: () => void;
  readonly run: (rotation: Rotation) => Promise<void>;
}

/** Runs one rotation. What was refused has changed nothing and can be tried again. */
export function useRotation(refresh: () => Promise<void>): Rotating {
  const [state, setState] = useState<RotationState>({ kind: 'preparing' });
  return {
    state,
    prepare: () => setState({ kind: 'preparing' }),
    confirm: () => setState({ kind: 'confirming', failure: null }),
    async run(rotation) {
      setState({ kind: 'running' });
      const result = await request('publisher:rotate', rotation);
      await refresh();
      setState(result.ok ? { kind: 'done', outcome: result.value } : { kind: 'confirming', failure: result.failure });
    },
  };
}
