import { useSyncExternalStore } from 'react';
import type { TaskProgress } from '@shared/ipc/contract.ts';
import { noteSample, remainingSeconds, type Sample } from '@shared/packages/remaining.ts';
import { sizeOf } from '../../ui/format.ts';
import { Progress } from '../../ui/progress.tsx';
import { useWords } from '../../words.tsx';

interface UploadProgressProps {
  /** Null while main has said nothing yet. */
  readonly progress: TaskProgress | null;
  /** How the bytes came so far. */
  readonly samples: readonly Sample[];
}

/** Bytes, and the time that is left where it can be told: a line that stands still promises nothing. */
export function UploadProgress({ progress, samples }: UploadProgressProps) {
  const { destinations: words } = useWords().publishing;
  const now = useSyncExternalStore(everySecond, second);
  if (!progress) return <Progress label={words.phases.metadata} done={0} total={0} />;
  const { phase, done, total, unit } = progress;
  const hasBytes = unit === 'bytes' && total > 0;
  const remaining = hasBytes ? remainingSeconds(noteSample(samples, { at: now, done }), total) : null;
  return (
    <>
      <Progress label={words.phases[phase]} done={done} total={total} />
      {hasBytes && (
        <div className="row soft">
          <span>{words.progress(sizeOf(done), sizeOf(total))}</span>
          {remaining !== null && remaining > 0 && <span>{words.remaining(remaining)}</span>}
        </div>
      )}
    </>
  );
}

/** Whole seconds, rounded up: later than any sample. */
const second = (): number => Math.ceil(Date.now() / 1_000) * 1_000;

function everySecond(look: () => void): () => void {
  const timer = setInterval(look, 1_000);
  return () => clearInterval(timer);
}
