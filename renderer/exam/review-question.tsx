import { isAnswered, letterOf, lettersOf } from '@shared/exam/answering.ts';
import type { Attempt, PaperItem } from '@shared/model/exam.ts';
import type { Answer, ChoiceQuestion, Question } from '@shared/model/question.ts';
import type { Messages } from '@shared/messages/index.ts';
import { Tag } from '../ui/tag.tsx';
import { useWords } from '../words.tsx';
import { outcomeOf, type ItemOutcome, type ReviewItem } from './item-outcome.ts';
import { SelfMark } from './self-mark.tsx';

const tones = {
  right: 'good',
  wrong: 'bad',
  part: 'warn',
  unanswered: 'bad',
  unmarked: 'warn',
  marked: 'plain',
} as const satisfies Record<ItemOutcome, string>;

/** One question with what was answered and what is right. */
export function ReviewQuestion({ attempt, entry }: { readonly attempt: Attempt; readonly entry: ReviewItem }) {
  const { exam } = useWords();
  const { item, result, place, row } = entry;
  const { question } = item;
  const outcome = outcomeOf(entry);
  const given = row?.answer ?? null;
  return (
    <article className="card exam-reviewed" aria-label={exam.review.number(place + 1)}>
      <header className="row">
        <h3>{exam.review.number(place + 1)}</h3>
        <span className="soft">
          {exam.types[question.type]} · {question.section}
        </span>
        <Tag tone={tones[outcome]}>{exam.review.outcome[outcome]}</Tag>
        <span>{exam.review.itemScore(result.score, result.full)}</span>
        {row?.flagged && <Tag tone="plain">{exam.sit.flagged}</Tag>}
      </header>
      <p className="exam-stem">{question.stem}</p>
      {(question.type === 'single' || question.type === 'multiple') && <Options item={item} question={question} given={given} />}
      <Line label={exam.review.own} text={given && isAnswered(given) ? ownText(given, item, exam) : exam.review.none} />
      <Line label={question.type === 'short' ? exam.review.reference : exam.review.rightAnswer} text={rightText(question, item, exam)} />
      <Line label={exam.review.explanation} text={question.explanation} />
      <Line label={exam.review.basis} text={question.basis} />
      {question.type === 'short' && <SelfMark attempt={attempt} result={result} />}
    </article>
  );
}

function Options({
  item,
  question,
  given,
}: {
  readonly item: PaperItem;
  readonly question: ChoiceQuestion;
  readonly given: Answer | null;
}) {
  const { exam } = useWords();
  const chosen = given?.kind === 'options' ? given.chosen : [];
  return (
    <ul className="exam-reviewed-options">
      {item.optionOrder.map((option, place) => (
        <li key={option}>
          <b>{letterOf(place)}</b> <span>{question.options[option]}</span>
          {question.answer.includes(option) && <Tag tone="good">{`√ ${exam.review.correct}`}</Tag>}
          {chosen.includes(option) && <Tag tone="plain">{exam.review.chosen}</Tag>}
        </li>
      ))}
    </ul>
  );
}

function Line({ label, text }: { readonly label: string; readonly text: string }) {
  if (text === '') return null;
  return (
    <p className="exam-line">
      <strong>{label}</strong>
      {text}
    </p>
  );
}

function ownText(answer: Answer, item: PaperItem, { list, blanks, sit, review }: Messages['exam']): string {
  switch (answer.kind) {
    case 'options':
      return list(lettersOf(item, answer.chosen));
    case 'judge':
      return answer.value ? sit.right : sit.wrong;
    case 'blanks':
      return blanks(answer.texts.map((text) => text.trim() || review.none));
    case 'text':
      return answer.text;
  }
}

function rightText(question: Question, item: PaperItem, { list, blanks, or, sit }: Messages['exam']): string {
  switch (question.type) {
    case 'single':
    case 'multiple':
      return list(lettersOf(item, question.answer));
    case 'judge':
      return question.answer ? sit.right : sit.wrong;
    case 'blank':
      return blanks(question.answer.map(or));
    case 'short':
      return question.answer;
  }
}
