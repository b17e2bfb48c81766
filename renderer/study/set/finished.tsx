import { useEffect, useRef } from 'react';
import type { Response } from '@shared/model/study.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { useWords } from '../../words.tsx';
import type { QuestionSet } from '../sets.ts';
import { LeaveButton } from './leave-button.tsx';
import { SavingState } from './saving-state.tsx';
import type { StudySetProps } from './study-set.tsx';
import { useScopeText } from './use-scope-text.ts';
import type { Saving } from './use-saving.ts';

interface FinishedProps extends StudySetProps {
  readonly set: QuestionSet;
  readonly given: ReadonlyMap<string, Response>;
  readonly saving: Saving;
  readonly onAgain: () => void;
}

/** The end of a set, or why there is none. */
export function Finished({ mode, query, set, given, saving, onAgain }: FinishedProps) {
  const { study, studySets } = useWords();
  const scope = useScopeText(query);
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that led here is gone.
  useEffect(() => heading.current?.focus(), []);
  const right = [...given.values()].filter((response) => response.correct).length;
  return (
    <div className="page">
      <div className="head">
        <h1 ref={heading} tabIndex={-1} className="study-finished">
          {study.modes[mode]} {scope}
        </h1>
      </div>
      <Empty>
        <p>{set.refs.length === 0 ? studySets.none[mode] : study.finished}</p>
        {given.size > 0 && <p>{study.finishedScore(right, given.size)}</p>}
        <SavingState saving={saving} answered={given.size > 0} />
        <div className="row study-center">
          {set.refs.length > 0 && <Button onClick={onAgain}>{study.again}</Button>}
          <LeaveButton mode={mode} query={query} main />
        </div>
      </Empty>
    </div>
  );
}
