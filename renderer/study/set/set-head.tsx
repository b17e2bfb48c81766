import type { Question } from '@shared/model/question.ts';
import { CorrectionButton } from '../../correction-button.tsx';
import { useWords } from '../../words.tsx';
import type { QuestionSet } from '../sets.ts';
import type { StudySetProps } from './study-set.tsx';
import { useScopeText } from './use-scope-text.ts';

interface SetHeadProps extends StudySetProps {
  readonly set: QuestionSet;
  readonly place: number;
  /** The one on screen, null while it is being read. */
  readonly question: Question | null;
}

/** What the set is, how many questions and why these, and where one is in it. */
export function SetHead({ mode, query, set, place, question }: SetHeadProps) {
  const { study, studySets } = useWords();
  const scope = useScopeText(query);
  const count = set.refs.length;
  return (
    <header className="study-head">
      <div className="head">
        <h1>
          {study.modes[mode]} {scope}
        </h1>
        <span className="row">
          <span className="soft">{study.place(place + 1, count)}</span>
          {question && <CorrectionButton question={question} />}
        </span>
      </div>
      <p className="soft study-why">{studySets.why[mode](count, set.spots)}</p>
    </header>
  );
}
