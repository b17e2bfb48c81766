import { useState } from 'react';
import type { RootProbe, Source } from '@shared/ipc/contract.ts';
import type { Failure } from '@shared/model/failure.ts';
import { request } from '../../bridge.ts';

/** How far a change of the root file has come, from the choice of the file until its end is closed. */
export type RootStep =
  | { readonly kind: 'none' }
  | { readonly kind: 'looking'; readonly source: Source; readonly probe: RootProbe }
  | { readonly kind: 'done'; readonly source: Source }
  | { readonly kind: 'failed'; readonly failure: Failure };

export interface RootChange {
  readonly step: RootStep;
  readonly choose: (source: Source) => Promise<void>;
  readonly trust: (source: Source, probe: string) => Promise<void>;
  readonly end: () => void;
}

const none: RootStep = { kind: 'none' };

/** Another root file for a source: chosen, its fingerprint compared aloud, then trusted. */
export function useRootChange(onChanged: () => Promise<void>): RootChange {
  const [step, setStep] = useState<RootStep>(none);
  return {
    step,
    async choose(source) {
      const result = await request('packages:choose-root', source.id);
      if (!result.ok) setStep({ kind: 'failed', failure: result.failure });
      else setStep(result.value ? { kind: 'looking', source, probe: result.value } : none);
    },
    async trust(source, probe) {
      const result = await request('packages:trust-root', probe);
      setStep(result.ok ? { kind: 'done', source } : { kind: 'failed', failure: result.failure });
      await onChanged();
    },
    end: () => setStep(none),
  };
}
