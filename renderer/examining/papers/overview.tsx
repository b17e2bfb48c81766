import { useState } from 'react';
import type { Failure, Result } from '@shared/model/failure.ts';
import { FailureNotice } from '../../ui/notice.tsx';
import { useWords } from '../../words.tsx';
import { BlueprintList } from './blueprint-list.tsx';
import { PaperList } from './paper-list.tsx';

/** The blueprints of the bureau, and the papers that were drawn by them. */
export function Overview() {
  const { failures } = useWords();
  const [failure, setFailure] = useState<Failure | null>(null);
  const onDone = (result: Result<unknown>): void => setFailure(result.ok ? null : result.failure);
  return (
    <div className="stack">
      {failure && <FailureNotice text={failures[failure.kind](failure.subject)} />}
      <BlueprintList onDone={onDone} />
      <PaperList onDone={onDone} />
    </div>
  );
}
