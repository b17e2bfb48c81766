import { letterOf, pickOption, writeBlank } from '@shared/exam/answering.ts';
import type { PaperItem } from '@shared/model/exam.ts';
import type { Answer, BlankQuestion, ChoiceQuestion } from '@shared/model/question.ts';
import { useWords } from '../words.tsx';

interface FormProps {
  readonly answer: Answer | null;
  readonly onAnswer: (answer: Answer | null) => void;
  /** A field was left. */
  readonly onLeave: () => void;
}

/** The question and what its answer is given with. */
export function QuestionForm({ item, locked, ...form }: FormProps & { readonly item: PaperItem; readonly locked: boolean }) {
  return (
    <div className="exam-form">
      <p className="exam-stem">{item.question.stem}</p>
      <fieldset className="exam-fields" disabled={locked}>
        <Fields item={item} {...form} />
      </fieldset>
    </div>
  );
}

function Fields({ item, ...form }: FormProps & { readonly item: PaperItem }) {
  const { question } = item;
  switch (question.type) {
    case 'single':
    case 'multiple':
      return <Choices question={question} order={item.optionOrder} {...form} />;
    case 'judge':
      return <Judgement {...form} />;
    case 'blank':
      return <Blanks question={question} {...form} />;
    case 'short':
      return <LongText {...form} />;
  }
}

function Choices({
  question,
  order,
  answer,
  onAnswer,
}: FormProps & { readonly question: ChoiceQuestion; readonly order: readonly number[] }) {
  const { exam } = useWords();
  const chosen = answer?.kind === 'options' ? answer.chosen : [];
  const many = question.type === 'multiple';
  return (
    <>
      <legend>{many ? exam.sit.manyOptions : exam.sit.options}</legend>
      {order.map((option, place) => (
        <label key={option} className="exam-option">
          <input
            type={many ? 'checkbox' : 'radio'}
            name={question.id}
            checked={chosen.includes(option)}
            onChange={() => onAnswer(pickOption(question, answer, option))}
          />
          <b>{letterOf(place)}</b>
          <span>{question.options[option]}</span>
        </label>
      ))}
    </>
  );
}

function Judgement({ answer, onAnswer }: FormProps) {
  const { exam } = useWords();
  const given = answer?.kind === 'judge' ? answer.value : null;
  return (
    <>
      <legend>{exam.sit.judge}</legend>
      {[true, false].map((value, place) => (
        <label key={letterOf(place)} className="exam-option">
          <input type="radio" name="judge" checked={given === value} onChange={() => onAnswer({ kind: 'judge', value })} />
          <b>{letterOf(place)}</b>
          <span>{value ? `√ ${exam.sit.right}` : `× ${exam.sit.wrong}`}</span>
        </label>
      ))}
    </>
  );
}

function Blanks({ question, answer, onAnswer, onLeave }: FormProps & { readonly question: BlankQuestion }) {
  const { exam } = useWords();
  const texts = answer?.kind === 'blanks' ? answer.texts : [];
  const blanks = question.answer.length;
  return question.answer.map((_, blank) => (
    <label key={blank} className="field exam-blank">
      <span>{exam.sit.blank(blank + 1)}</span>
      <input
        type="text"
        autoComplete="off"
        maxLength={500}
        value={texts[blank] ?? ''}
        onChange={(event) => onAnswer(writeBlank(answer, { blank, blanks, text: event.target.value }))}
        onBlur={onLeave}
      />
    </label>
  ));
}

function LongText({ answer, onAnswer, onLeave }: FormProps) {
  const { exam } = useWords();
  const text = answer?.kind === 'text' ? answer.text : '';
  return (
    <label className="field">
      <span>{exam.sit.text}</span>
      <textarea
        rows={8}
        maxLength={10_000}
        value={text}
        onChange={(event) => onAnswer({ kind: 'text', text: event.target.value })}
        onBlur={onLeave}
      />
    </label>
  );
}
