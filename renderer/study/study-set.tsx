import { useEffect, useState } from 'react';
import { isCorrect } from '@shared/exam/grade.ts';
import type { Answer, Question } from '@shared/model/question.ts';
import type { Mistake, Response, StudyMode } from '@shared/model/study.ts';
import { readMistake, readQuestion, savePosition, type QuestionRef } from '../data/study.ts';
import { CorrectionButton } from '../correction-button.tsx';
import { useSession } from '../session.tsx';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { useKeys } from '../ui/use-keys.ts';
import { useWords } from '../words.tsx';
import { QuestionCard } from './question-card.tsx';
import { SavingState } from './saving-state.tsx';
import { orderOf, readSet, type QuestionSet } from './sets.ts';
import { useSaving, type Saving } from './use-saving.ts';

interface StudySetProps {
  readonly mode: StudyMode;
  readonly section: string;
  readonly onLeave: () => void;
}

const newSeed = (): number => crypto.getRandomValues(new Uint32Array(1))[0] ?? 1;

/** One set of questions, one at a time: answer, see why, go on. */
export function StudySet({ mode, section, onLeave }: StudySetProps) {
  const { person } = useSession();
  const [seed, setSeed] = useState(newSeed);
  const [fromStart, setFromStart] = useState(false);
  const [set, setSet] = useState<QuestionSet | null>(null);
  useEffect(() => {
    let current = true;
    void readSet(mode, section, person.id, seed).then((read) => current && setSet(fromStart ? { ...read, place: 0 } : read));
    return () => {
      current = false;
    };
  }, [mode, section, person.id, seed, fromStart]);
  if (!set) return null;
  const again = (): void => {
    setSet(null);
    setFromStart(true);
    setSeed(newSeed());
  };
  return <Walk key={seed} set={set} mode={mode} section={section} seed={seed} onLeave={onLeave} onAgain={again} />;
}

interface WalkProps extends StudySetProps {
  readonly set: QuestionSet;
  readonly seed: number;
  readonly onAgain: () => void;
}

function Walk({ set, mode, section, seed, onLeave, onAgain }: WalkProps) {
  const { study } = useWords();
  const { person } = useSession();
  const [place, setPlace] = useState(set.place);
  const [given, setGiven] = useState<ReadonlyMap<string, Response>>(new Map());
  const saving = useSaving(person.id);
  const ref = set.refs[place];
  const shown = useQuestion(ref, person.id);
  usePosition(mode, person.id, section, ref, place);

  const go = (to: number): void => setPlace(Math.max(0, Math.min(to, set.refs.length)));
  useKeys((key) => {
    if (key === 'ArrowLeft' || key === 'PageUp') go(place - 1);
    else if (key === 'ArrowRight' || key === 'PageDown') go(place + 1);
    else if (key === 'Enter' && ref && given.has(ref.id)) go(place + 1);
    else return false;
    return true;
  });

  const answer = ({ question, mistake }: ShownQuestion, chosen: Answer, selfMarked: boolean | null): void => {
    if (!ref) return;
    const correct = isCorrect(question, chosen) ?? selfMarked ?? false;
    const about = { questionId: question.id, section: question.section, revision: ref.revision };
    const response = { id: crypto.randomUUID(), personId: person.id, ...about, answer: chosen, correct, mode, at: Date.now() };
    setGiven(new Map(given).set(question.id, response));
    void saving.queue.save({ response, before: saving.queue.mistakeOf(question.id) ?? mistake, rule: set.rule });
  };

  if (!ref) return <Finished mode={mode} set={set} given={given} saving={saving} onLeave={onLeave} onAgain={onAgain} />;
  return (
    <div className="page study">
      <div className="head">
        <h1>
          {study.modes[mode]} {section}
        </h1>
        <span className="row">
          <span className="soft">{study.place(place + 1, set.refs.length)}</span>
          {shown && <CorrectionButton question={shown.question} />}
        </span>
      </div>
      {shown && (
        <QuestionCard
          key={ref.id}
          question={shown.question}
          order={orderOf(shown.question, mode, seed + place)}
          name={`${person.id}/${ref.id}/${ref.revision}`}
          given={given.get(ref.id) ?? null}
          onAnswer={(chosen, selfMarked) => answer(shown, chosen, selfMarked)}
        />
      )}
      <SavingState saving={saving} answered={given.has(ref.id)} />
      <div className="row study-moves">
        <Button onClick={() => go(place - 1)} disabled={place === 0}>
          {study.previous}
        </Button>
        <Button main={given.has(ref.id)} onClick={() => go(place + 1)}>
          {study.next}
        </Button>
        <span className="soft">{study.keys}</span>
        <Button onClick={onLeave} className="study-leave">
          {study.backToSections}
        </Button>
      </div>
    </div>
  );
}

interface ShownQuestion {
  readonly question: Question;
  /** The 错题本's entry when the question came on screen. */
  readonly mistake: Mistake | null;
}

/** The question to show, with what its answer will be weighed against: both are there before anybody can answer. */
function useQuestion(ref: QuestionRef | undefined, personId: string): ShownQuestion | null {
  const [loaded, setLoaded] = useState<(ShownQuestion & { readonly ref: QuestionRef }) | null>(null);
  useEffect(() => {
    if (!ref) return;
    let current = true;
    void Promise.all([readQuestion(ref), readMistake(personId, ref.id)]).then(([question, mistake]) => {
      if (current && question) setLoaded({ ref, question, mistake });
    });
    return () => {
      current = false;
    };
  }, [ref, personId]);
  return loaded && loaded.ref === ref ? loaded : null;
}

/** Sequential study remembers every step, so that it goes on where it stopped. */
function usePosition(mode: StudyMode, personId: string, section: string, ref: QuestionRef | undefined, index: number): void {
  useEffect(() => {
    if (mode !== 'sequential' || !ref) return;
    void savePosition({ id: `${personId}:${section}`, personId, section, questionId: ref.id, index });
  }, [mode, personId, section, ref, index]);
}

interface FinishedProps {
  readonly mode: StudyMode;
  readonly set: QuestionSet;
  readonly given: ReadonlyMap<string, Response>;
  readonly saving: Saving;
  readonly onLeave: () => void;
  readonly onAgain: () => void;
}

function Finished({ mode, set, given, saving, onLeave, onAgain }: FinishedProps) {
  const { study } = useWords();
  const nothing = mode === 'mistakes' ? study.mistakes.none : study.emptySection;
  const right = [...given.values()].filter((response) => response.correct).length;
  return (
    <div className="page">
      <Empty>
        <p>{set.refs.length === 0 ? nothing : study.finished}</p>
        {given.size > 0 && <p>{study.finishedScore(right, given.size)}</p>}
        <SavingState saving={saving} answered={given.size > 0} />
        <div className="row" style={{ justifyContent: 'center' }}>
          {set.refs.length > 0 && <Button onClick={onAgain}>{study.again}</Button>}
          <Button main onClick={onLeave}>
            {study.backToSections}
          </Button>
        </div>
      </Empty>
    </div>
  );
}
