import { useEffect, useState } from 'react';
import { isCorrect } from '@shared/exam/grade.ts';
import type { Answer } from '@shared/model/question.ts';
import type { Response, StudyMode } from '@shared/model/study.ts';
import type { QuestionRef } from '@shared/study/catalogue.ts';
import type { Scope } from '@shared/study/sets.ts';
import { positionId, savePosition } from '../../data/study/study.ts';
import { useSession } from '../../session.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { useWords } from '../../words.tsx';
import { MarkField } from '../notes/mark-field.tsx';
import { usesLetterF } from '../question/letters.ts';
import { QuestionCard } from '../question/question-card.tsx';
import { ReciteCard } from '../question/recite-card.tsx';
import { isSection, orderOf, type QuestionSet } from '../sets.ts';
import { Finished } from './finished.tsx';
import { Moves } from './moves.tsx';
import { SavingState } from './saving-state.tsx';
import { SetHead } from './set-head.tsx';
import type { StudySetProps } from './study-set.tsx';
import { useSaving } from './use-saving.ts';
import { useShown, type ShownQuestion } from './use-shown.ts';

interface WalkProps extends StudySetProps {
  readonly set: QuestionSet;
  readonly seed: number;
  readonly onAgain: () => void;
}

/** From question to question through a set. */
export function Walk({ set, mode, query, seed, onAgain }: WalkProps) {
  const { study } = useWords();
  const { person } = useSession();
  const [place, setPlace] = useState(set.place);
  const [given, setGiven] = useState<ReadonlyMap<string, Response>>(new Map());
  const saving = useSaving(person.id);
  const ref = set.refs.at(place);
  const shown = useShown(set.refs, place, person.id);
  const recites = mode === 'recite';
  usePosition({ mode, scope: query, personId: person.id, questionId: ref?.id, index: place });

  const go = (to: number): void => setPlace(Math.max(0, Math.min(to, set.refs.length)));
  useKeys((key) => {
    if (key === 'ArrowLeft' || key === 'PageUp') go(place - 1);
    else if (key === 'ArrowRight' || key === 'PageDown') go(place + 1);
    else if (key === 'Enter' && ref && (recites || given.has(ref.id))) go(place + 1);
    else if (key === ' ' && recites && ref) go(place + 1);
    else return false;
    return true;
  });

  const answer = ({ question, before, ref: { revision } }: ShownQuestion, chosen: Answer, selfMarked: boolean | null): void => {
    const correct = isCorrect(question, chosen) ?? selfMarked ?? false;
    const about = { questionId: question.id, section: question.section, revision };
    const response = { id: crypto.randomUUID(), personId: person.id, ...about, answer: chosen, correct, mode, at: Date.now() };
    setGiven(new Map(given).set(question.id, response));
    void saving.queue.save({ response, before: saving.queue.knownOf(question.id) ?? before, rule: set.rule });
  };

  if (!ref) return <Finished mode={mode} query={query} set={set} given={given} saving={saving} onAgain={onAgain} />;
  const own = given.get(ref.id) ?? null;
  return (
    <div className="page study">
      <SetHead mode={mode} query={query} set={set} place={place} question={shown?.question ?? null} />
      {shown && recites && <ReciteCard key={ref.id} question={shown.question} />}
      {shown && !recites && (
        <QuestionCard
          key={ref.id}
          question={shown.question}
          order={orderOf(shown.question, mode, seed + place)}
          name={nameOf(ref, person.id)}
          given={own}
          onAnswer={(chosen, selfMarked) => answer(shown, chosen, selfMarked)}
        />
      )}
      {shown && (
        <MarkField
          key={`mark ${ref.id}`}
          personId={person.id}
          question={shown.question}
          answered={recites || own !== null}
          takesF={!recites && own === null && usesLetterF(shown.question)}
        />
      )}
      {!recites && <SavingState saving={saving} answered={own !== null} />}
      <Moves
        isFirst={place === 0}
        main={recites || own !== null}
        keys={recites ? study.keysOfReciting : study.keys}
        onMove={(step) => go(place + step)}
        mode={mode}
        query={query}
      />
    </div>
  );
}

const nameOf = ({ id, revision }: QuestionRef, personId: string): string => `${personId}/${id}/${revision}`;

interface Position {
  readonly mode: StudyMode;
  readonly scope: Scope;
  readonly personId: string;
  readonly questionId: string | undefined;
  readonly index: number;
}

/** Who reads a whole section through goes on where they stopped: every step is remembered. */
function usePosition({ mode, scope, personId, questionId, index }: Position): void {
  const section = isSection(scope) ? scope.section : null;
  useEffect(() => {
    if (section === null || questionId === undefined || (mode !== 'sequential' && mode !== 'recite')) return;
    void savePosition({ id: positionId(personId, mode, section), personId, section, questionId, index });
  }, [mode, section, personId, questionId, index]);
}
