import type { StepResult } from '../../../data/projects/events.ts';
import { FailureNotice, Notice } from '../../../ui/notice.tsx';
import { useWords } from '../../../words.tsx';

/** Why a step was not taken, in words; nothing where it was. */
export function StepRefusal({ result }: { readonly result: StepResult | null }) {
  const { approval, failures } = useWords();
  if (!result || result.ok) return null;
  if (result.why === 'fault') return <Notice tone="bad">{approval.form.faults[result.fault]}</Notice>;
  return <FailureNotice text={failures[result.failure.kind](result.failure.subject)} />;
}
