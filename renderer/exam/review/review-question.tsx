import { stretchesOf } from '@shared/bank/emphasis.ts';
import { answerOfPart, partItems } from '@shared/exam/case.ts';
import type { Attempt, PartItem, PartResult } from '@shared/model/exam.ts';
import type { CaseQuestion, SimpleAnswer } from '@shared/model/question.ts';
import { CorrectionButton } from '../../correction-button.tsx';
import { Emphasis } from '../../ui/emphasis.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useWords } from '../../words.tsx';
import { outcomeOf, type ItemOutcome, type ReviewItem } from './item-outcome.ts';
import { BothAnswers, Reasons } from './both-answers.tsx';
import { SelfMark } from './self-mark.tsx';

const tones = {
  right: 'good',
  wrong: 'bad',
  part: 'warn',
  unanswered: 'bad',
  unmarked: 'warn',
  marked: 'plain',
} as const satisfies Record<ItemOutcome, string>;

/** One question with what was answered and what is right; a case with all its parts. */
export function ReviewQuestion({ attempt, entry }: { readonly attempt: Attempt; readonly entry: ReviewItem }) {
  const { exam } = useWords();
  const { item, result, place, row } = entry;
  const { question, optionOrder, score } = item;
  const given = row?.answer ?? null;
  return (
    <article className="card exam-reviewed" aria-label={exam.review.number(place + 1)}>
      <header className="row">
        <h3>{exam.review.number(place + 1)}</h3>
        <span className="soft">
          {exam.types[question.type]} · {question.section}
        </span>
        <Mark result={result} outcome={outcomeOf(result, given)} />
        {row?.flagged && <Tag tone="plain">{exam.sit.flagged}</Tag>}
        <span className="exam-correction">
          <CorrectionButton question={question} />
        </span>
      </header>
      <p className="exam-stem">
        <Emphasis stretches={stretchesOf(question.stem)} />
      </p>
      {question.type === 'case' ? (
        <Parts attempt={attempt} entry={entry} question={question} />
      ) : (
        <Answered
          attempt={attempt}
          item={{ question, optionOrder, score }}
          given={given?.kind === 'parts' ? null : given}
          result={result}
        />
      )}
    </article>
  );
}

interface PartsProps {
  readonly attempt: Attempt;
  readonly entry: ReviewItem;
  readonly question: CaseQuestion;
}

/** Each part with its own mark; the basis of the case stands once, at the end. */
function Parts({ attempt, entry: { item, result, row, place: number }, question }: PartsProps) {
  const { exam } = useWords();
  const withoutRepeats = (part: PartItem): PartItem =>
    part.question.basis === question.basis ? { ...part, question: { ...part.question, basis: '' } } : part;
  return (
    <>
      {partItems(item).map((part, place) => {
        const marked = result.parts?.[place];
        const given = answerOfPart(row?.answer ?? null, place);
        if (!marked) return null;
        return (
          <section key={marked.questionId} className="exam-reviewed-part" aria-label={exam.review.part(number + 1, place + 1)}>
            <header className="row">
              <strong>{exam.sit.partName(place + 1)}</strong>
              <span className="soft">{exam.types[part.question.type]}</span>
              <Mark result={marked} outcome={outcomeOf(marked, given)} />
            </header>
            <p className="exam-stem">
              <Emphasis stretches={stretchesOf(part.question.stem)} />
            </p>
            <Answered attempt={attempt} item={withoutRepeats(part)} given={given} result={marked} />
          </section>
        );
      })}
      <Reasons question={question} />
    </>
  );
}

function Mark({ result, outcome }: { readonly result: PartResult; readonly outcome: ItemOutcome }) {
  const { exam } = useWords();
  return (
    <>
      <Tag tone={tones[outcome]}>{exam.review.outcome[outcome]}</Tag>
      <span>{exam.review.itemScore(result.score, result.full)}</span>
    </>
  );
}

interface AnsweredProps {
  readonly attempt: Attempt;
  readonly item: PartItem;
  readonly given: SimpleAnswer | null;
  readonly result: PartResult;
}

/** Below the stem: both answers, why, and for a short answer the person's own mark. */
function Answered({ attempt, item, given, result }: AnsweredProps) {
  return (
    <>
      <BothAnswers item={item} given={given} />
      <Reasons question={item.question} />
      {item.question.type === 'short' && !attempt.exam && <SelfMark attempt={attempt} result={result} />}
    </>
  );
}
