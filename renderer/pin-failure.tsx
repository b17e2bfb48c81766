import type { Failure } from '@shared/model/failure.ts';
import { minuteOf } from './ui/format.ts';
import { FailureNotice } from './ui/notice.tsx';
import { useWords } from './words.tsx';

/** Why a PIN was refused, and how many tries are left or when the next one may be made. */
export function PinFailure({ failure }: { readonly failure: Failure }) {
  const { failures, people } = useWords();
  const text = failures[failure.kind](failure.subject, failure.at);
  if (failure.kind === 'too-many-tries' && failure.at !== undefined) {
    // a minute has 60 seconds: what is shown is never before the end of the wait
    return <FailureNotice text={{ ...text, next: people.waitUntil(minuteOf(Date.parse(failure.at) + 59_999)) }} />;
  }
  if (failure.kind === 'wrong-pin' && failure.subject !== '') {
    return <FailureNotice text={{ ...text, next: people.triesLeft(failure.subject) }} />;
  }
  return <FailureNotice text={text} />;
}
