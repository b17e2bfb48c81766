import type { Failure } from '@shared/model/failure.ts';
import { FailureNotice, Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words.tsx';
import type { PassphraseProblem } from './passphrase.ts';

interface PassphraseRefusalProps {
  readonly problem: PassphraseProblem | null;
  readonly failure: Failure | null;
}

/** Why a passphrase was not taken. A wrong one is the everyday case and gets one line. */
export function PassphraseRefusal({ problem, failure }: PassphraseRefusalProps) {
  const { publishingKeys, failures } = useWords();
  const sentence = problem ? publishingKeys.problems[problem] : failure?.kind === 'key-locked' ? publishingKeys.wrong : null;
  if (sentence !== null) {
    return (
      <Notice tone="bad">
        <p>{sentence}</p>
      </Notice>
    );
  }
  return failure && <FailureNotice text={failures[failure.kind](failure.subject)} />;
}
