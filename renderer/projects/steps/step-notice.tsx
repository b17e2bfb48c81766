import { FailureNotice, Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words.tsx';
import type { StepProblem } from './use-steps.ts';

/** Why a step was not taken. */
export function StepNotice({ problem }: { readonly problem: StepProblem | null }) {
  const { failures, projectApplication } = useWords();
  if (!problem) return null;
  if (problem.why === 'fault') return <Notice tone="bad">{projectApplication.fault[problem.fault]}</Notice>;
  return <FailureNotice text={failures[problem.failure.kind](problem.failure.subject)} />;
}
