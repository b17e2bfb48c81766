import { stretchesOf, type Stretch } from '@shared/bank/emphasis.ts';
import { isAnswered, letterOf, lettersOf } from '@shared/exam/answering.ts';
import type { PartItem } from '@shared/model/exam.ts';
import type { ChoiceQuestion, Question, SimpleAnswer, SimpleQuestion } from '@shared/model/question.ts';
import type { Messages } from '@shared/messages/index.ts';
import { Emphasis } from '../../ui/emphasis.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useWords } from '../../words.tsx';

interface BothAnswersProps {
  readonly item: PartItem;
  readonly given: SimpleAnswer | null;
}

/** The options where there are any, the person's answer, and the right one. */
export function BothAnswers({ item, given }: BothAnswersProps) {
  const { exam } = useWords();
  const { question } = item;
  return (
    <>
      {(question.type === 'single' || question.type === 'multiple') && <Options item={item} question={question} given={given} />}
      <Line
        label={exam.review.own}
        stretches={[{ text: given && isAnswered(given) ? ownText(given, item, exam) : exam.review.none, strong: false }]}
      />
      <Line
        label={question.type === 'short' ? exam.review.reference : exam.review.rightAnswer}
        stretches={stretchesOf(rightText(question, item, exam))}
      />
    </>
  );
}

/** Why an answer is right, and the clause it rests on. */
export function Reasons({ question }: { readonly question: Question }) {
  const { exam } = useWords();
  return (
    <>
      <Line label={exam.review.explanation} stretches={stretchesOf(question.explanation)} />
      <Line label={exam.review.basis} stretches={stretchesOf(question.basis)} />
    </>
  );
}

interface OptionsProps extends BothAnswersProps {
  readonly question: ChoiceQuestion;
}

function Options({ item, question, given }: OptionsProps) {
  const { exam } = useWords();
  const chosen = given?.kind === 'options' ? given.chosen : [];
  return (
    <ul className="exam-reviewed-options">
      {item.optionOrder.map((option, place) => (
        <li key={option}>
          <b>{letterOf(place)}</b>{' '}
          <span>
            <Emphasis stretches={stretchesOf(question.options[option] ?? '')} />
          </span>
          {question.answer.includes(option) && <Tag tone="good">{`√ ${exam.review.correct}`}</Tag>}
          {chosen.includes(option) && <Tag tone="plain">{exam.review.chosen}</Tag>}
        </li>
      ))}
    </ul>
  );
}

function Line({ label, stretches }: { readonly label: string; readonly stretches: readonly Stretch[] }) {
  if (stretches.length === 0) return null;
  return (
    <p className="exam-line">
      <strong>{label}</strong>
      <Emphasis stretches={stretches} />
    </p>
  );
}

function ownText(answer: SimpleAnswer, item: PartItem, { list, blanks, sit, review }: Messages['exam']): string {
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

function rightText(question: SimpleQuestion, item: PartItem, { list, blanks, or, sit }: Messages['exam']): string {
  switch (question.type) {
    case 'single':
    case 'multiple':
      return list(lettersOf(item, question.answer));
    case 'judge':
      return question.answer ? sit.right : sit.wrong;
    case 'blank':
      return blanks(question.answer.map(or)) + (question.unordered ? sit.inAnyOrder : '');
    case 'short':
      return question.answer;
  }
}
