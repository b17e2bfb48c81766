import { useState } from 'react';
import { stretchesOf } from '@shared/bank/emphasis.ts';
import { isCorrect } from '@shared/exam/grade.ts';
import type { ItemOrder } from '@shared/exam/option-order.ts';
import type { Answer, CaseQuestion, SimpleQuestion } from '@shared/model/question.ts';
import type { Response } from '@shared/model/study.ts';
import { Emphasis } from '../../ui/emphasis.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Part, Passage } from '../../ui/parts.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { useWords } from '../../words.tsx';
import { AnswerForm } from './answers/answer-form.tsx';
import { begunParts, keepBegun, type GivenPart, type GivenParts } from './begun-cases.ts';
import { Feedback, Reasons } from './feedback.tsx';
import { InSight } from './in-sight.tsx';

interface CaseCardProps {
  readonly question: CaseQuestion;
  readonly order: ItemOrder;
  readonly name: string;
  readonly given: Response | null;
  readonly onAnswer: (answer: Answer, selfMarked: boolean | null) => void;
}

/** The material, then its questions one below another. Each is told right or wrong at once; the case is answered with the last one. */
export function CaseCard({ question, order, name, given, onAnswer }: CaseCardProps) {
  const { study } = useWords();
  const { parts, active, activate, give } = useParts({ question, name, given, onAnswer });
  const right = parts.filter((part) => part?.correct).length;
  return (
    <>
      <p className="study-kind">
        <span className="tag tag-plain">{study.types.case}</span>
      </p>
      <Passage label={study.passage}>
        <Emphasis stretches={stretchesOf(question.stem)} />
      </Passage>
      {question.parts.map((part, place) => (
        <CasePart
          key={place}
          part={withoutRepeats(part, question)}
          place={place}
          order={order.partOrders?.[place] ?? []}
          given={parts[place] ?? null}
          active={active === place}
          onActivate={() => activate(place)}
          onGive={(gift) => give(place, gift)}
        />
      ))}
      {given ? (
        <Summary correct={given.correct} text={study.partsRight(right, parts.length)} question={question} />
      ) : (
        <p className="soft">{study.hints.case}</p>
      )}
    </>
  );
}

interface SummaryProps {
  readonly correct: boolean;
  readonly text: string;
  readonly question: CaseQuestion;
}

function Summary({ correct, text, question }: SummaryProps) {
  return (
    <InSight>
      <Notice tone={correct ? 'good' : 'bad'}>
        <p>
          <strong>{text}</strong>
        </p>
        <Reasons question={question} />
      </Notice>
    </InSight>
  );
}

interface CasePartProps {
  readonly part: SimpleQuestion;
  readonly place: number;
  readonly order: readonly number[];
  readonly given: GivenPart | null;
  readonly active: boolean;
  readonly onActivate: () => void;
  readonly onGive: (given: GivenPart) => void;
}

function CasePart({ part, place, order, given, active, onActivate, onGive }: CasePartProps) {
  const { study } = useWords();
  return (
    <Part label={study.partName(place + 1, study.types[part.type])} active={active} onActivate={onActivate}>
      <p className="study-stem">
        {study.part(place + 1)}
        <span className="tag tag-plain">{study.types[part.type]}</span> <Emphasis stretches={stretchesOf(part.stem)} />
      </p>
      <AnswerForm
        question={part}
        order={order}
        answer={given?.answer ?? null}
        active={active}
        onAnswer={(answer, selfMarked) => onGive({ answer, correct: isCorrect(part, answer) ?? selfMarked ?? false })}
      />
      {given && <Feedback question={part} order={order} correct={given.correct} />}
    </Part>
  );
}

/** The basis of the case is shown once, at its end. */
const withoutRepeats = (part: SimpleQuestion, { basis }: CaseQuestion): SimpleQuestion =>
  part.basis === basis ? { ...part, basis: '' } : part;

/** Which parts are answered, and which one keys act on: the one with the focus; at first and after each answer the next open one. */
function useParts({ question, name, given, onAnswer }: Pick<CaseCardProps, 'question' | 'name' | 'given' | 'onAnswer'>) {
  const [parts, setParts] = useState(() => begunParts(name, { parts: question.parts.length, isAnswered: given !== null }));
  const [active, activate] = useState(() => parts.indexOf(null));
  const give = (place: number, part: GivenPart): void => {
    const now = parts.with(place, part);
    setParts(now);
    keepBegun(name, now);
    const open = nextOpen(now, place);
    if (open !== null) return activate(open);
    const answers = now.map((each) => each?.answer ?? null);
    onAnswer(
      { kind: 'parts', answers },
      now.every((each) => each?.correct),
    );
  };
  useKeys((key) => {
    const open = parts[active] ? nextOpen(parts, active) : null;
    if (key !== 'Enter' || open === null) return false;
    activate(open);
    return true;
  });
  return { parts, active, activate, give };
}

function nextOpen(parts: GivenParts, after: number): number | null {
  const later = parts.indexOf(null, after + 1);
  const open = later >= 0 ? later : parts.indexOf(null);
  return open >= 0 ? open : null;
}
