import { useEffect, useState } from 'react';
import { isCorrect } from '@shared/exam/grade.ts';
import type { Failure } from '@shared/model/failure.ts';
import type { Answer, Question } from '@shared/model/question.ts';
import type { Response, StudyMode } from '@shared/model/study.ts';
import { readQuestion, savePosition, saveResponse, type QuestionRef } from '../data/study.ts';
import { useSession } from '../session.tsx';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { useKeys } from '../ui/use-keys.ts';
import { useWords } from '../words.tsx';
import { QuestionCard } from './question-card.tsx';
import { optionOrder, readSet, type QuestionSet } from './sets.ts';

interface StudySetProps {
  readonly mode: StudyMode;
  readonly section: string;
  readonly onLeave: () => void;
}

type Saving = { readonly kind: 'idle' | 'saving' | 'saved' } | { readonly kind: 'failed'; readonly failure: Failure };

const newSeed = (): number => crypto.getRandomValues(new Uint32Array(1))[0] ?? 1;

/** One set of questions, one at a time: answer, see why, go on. */
export function StudySet({ mode, section, onLeave }: StudySetProps) {
  const { person } = useSession();
  const [seed, setSeed] = useState(newSeed);
  const [set, setSet] = useState<QuestionSet | null>(null);
  useEffect(() => {
    let current = true;
    void readSet(mode, section, person.id, seed).then((read) => current && setSet(read));
    return () => {
      current = false;
    };
  }, [mode, section, person.id, seed]);
  if (!set) return null;
  const again = (): void => {
    setSet(null);
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
  const [saving, setSaving] = useState<Saving>({ kind: 'idle' });
  const ref = set.refs[place];
  const question = useQuestion(ref);
  usePosition(mode, person.id, section, ref, place);

  const go = (to: number): void => {
    setPlace(Math.max(0, Math.min(to, set.refs.length)));
    setSaving({ kind: 'idle' });
  };
  useKeys((key) => {
    if (key === 'ArrowLeft' || key === 'PageUp') go(place - 1);
    else if (key === 'ArrowRight' || key === 'PageDown') go(place + 1);
    else if (key === 'Enter' && ref && given.has(ref.id)) go(place + 1);
    else return false;
    return true;
  });

  const save = async (response: Response): Promise<void> => {
    setSaving({ kind: 'saving' });
    const saved = await saveResponse(response);
    setSaving(saved.ok ? { kind: 'saved' } : { kind: 'failed', failure: saved.failure });
  };
  const answer = (shown: Question, chosen: Answer, selfMarked: boolean | null): void => {
    if (!ref) return;
    const correct = isCorrect(shown, chosen) ?? selfMarked ?? false;
    const about = { questionId: shown.id, section: shown.section, revision: ref.revision };
    const response = { id: crypto.randomUUID(), personId: person.id, ...about, answer: chosen, correct, mode, at: Date.now() };
    setGiven(new Map(given).set(shown.id, response));
    void save(response);
  };

  if (!ref) return <Finished set={set} given={given} onLeave={onLeave} onAgain={onAgain} />;
  return (
    <div className="page study">
      <div className="head">
        <h1>
          {study.modes[mode]} {section}
        </h1>
        <span className="soft">{study.place(place + 1, set.refs.length)}</span>
      </div>
      {question && (
        <QuestionCard
          key={ref.id}
          question={question}
          order={optionOrder(question, mode, seed + place)}
          given={given.get(ref.id) ?? null}
          onAnswer={(chosen, selfMarked) => answer(question, chosen, selfMarked)}
        />
      )}
      <SavingState saving={saving} onRetry={() => ref && given.has(ref.id) && void save(given.get(ref.id) as Response)} />
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

function useQuestion(ref: QuestionRef | undefined): Question | null {
  const [loaded, setLoaded] = useState<{ ref: QuestionRef; question: Question | null } | null>(null);
  useEffect(() => {
    if (!ref) return;
    let current = true;
    void readQuestion(ref).then((question) => current && setLoaded({ ref, question }));
    return () => {
      current = false;
    };
  }, [ref]);
  return loaded && loaded.ref === ref ? loaded.question : null;
}

/** Sequential study remembers every step, so that it goes on where it stopped. */
function usePosition(mode: StudyMode, personId: string, section: string, ref: QuestionRef | undefined, index: number): void {
  useEffect(() => {
    if (mode !== 'sequential' || !ref) return;
    void savePosition({ id: `${personId}:${section}`, personId, section, questionId: ref.id, index });
  }, [mode, personId, section, ref, index]);
}

function SavingState({ saving, onRetry }: { readonly saving: Saving; readonly onRetry: () => void }) {
  const { app, failures } = useWords();
  if (saving.kind === 'failed') {
    return (
      <div className="stack">
        <FailureNotice text={failures[saving.failure.kind](saving.failure.subject)} />
        <div className="row">
          <strong>{app.notSaved}</strong>
          <Button onClick={onRetry}>{app.retry}</Button>
        </div>
      </div>
    );
  }
  const text = { idle: '', saving: app.saving, saved: app.saved }[saving.kind];
  return (
    <p className="soft study-saving" role="status">
      {text}
    </p>
  );
}

interface FinishedProps {
  readonly set: QuestionSet;
  readonly given: ReadonlyMap<string, Response>;
  readonly onLeave: () => void;
  readonly onAgain: () => void;
}

function Finished({ set, given, onLeave, onAgain }: FinishedProps) {
  const { study } = useWords();
  const right = [...given.values()].filter((response) => response.correct).length;
  return (
    <div className="page">
      <Empty>
        <p>{set.refs.length === 0 ? study.mistakes.none : study.finished}</p>
        {given.size > 0 && <p>{study.finishedScore(right, given.size)}</p>}
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
