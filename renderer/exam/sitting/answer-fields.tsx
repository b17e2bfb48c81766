import { stretchesOf } from '@shared/bank/emphasis.ts';
import { pickOption, writeBlank } from '@shared/exam/answering.ts';
import type { PartItem } from '@shared/model/exam.ts';
import type { BlankQuestion, ChoiceQuestion, SimpleAnswer } from '@shared/model/question.ts';
import { never } from '@shared/never.ts';
import { Emphasis } from '../../ui/emphasis.tsx';
import { Options } from '../../ui/options.tsx';
import { useWords } from '../../words.tsx';

interface FieldsProps {
  readonly answer: SimpleAnswer | null;
  readonly locked: boolean;
  readonly onAnswer: (answer: SimpleAnswer | null) => void;
  /** A field was left. */
  readonly onLeave: () => void;
}

/** What the answer to a question that stands alone is given with. */
export function AnswerFields({ item: { question, optionOrder }, ...fields }: FieldsProps & { readonly item: PartItem }) {
  switch (question.type) {
    case 'single':
    case 'multiple':
      return <Choices question={question} order={optionOrder} {...fields} />;
    case 'judge':
      return <Judgement {...fields} />;
    case 'blank':
      return <Blanks question={question} {...fields} />;
    case 'short':
      return <LongText {...fields} />;
    default:
      return never(question);
  }
}

interface ChoicesProps extends FieldsProps {
  readonly question: ChoiceQuestion;
  readonly order: readonly number[];
}

function Choices({ question, order, answer, locked, onAnswer }: ChoicesProps) {
  const { exam } = useWords();
  const multiple = question.type === 'multiple';
  return (
    <Options
      legend={multiple ? exam.sit.manyOptions : exam.sit.options}
      legendShown
      options={order.map((value) => ({ value, text: <Emphasis stretches={stretchesOf(question.options[value] ?? '')} /> }))}
      chosen={answer?.kind === 'options' ? answer.chosen : []}
      multiple={multiple}
      disabled={locked}
      onToggle={(option) => onAnswer(pickOption(question, answer, option))}
    />
  );
}

/** Right first, always: a paper never shuffles them. */
const judgements = [true, false] as const;

function Judgement({ answer, locked, onAnswer }: FieldsProps) {
  const { exam } = useWords();
  const texts = [`√ ${exam.sit.right}`, `× ${exam.sit.wrong}`];
  return (
    <Options
      legend={exam.sit.judge}
      legendShown
      options={texts.map((text, value) => ({ value, text }))}
      chosen={answer?.kind === 'judge' ? [judgements.indexOf(answer.value)] : []}
      multiple={false}
      disabled={locked}
      onToggle={(place) => onAnswer({ kind: 'judge', value: judgements[place] ?? false })}
    />
  );
}

function Blanks({ question, answer, locked, onAnswer, onLeave }: FieldsProps & { readonly question: BlankQuestion }) {
  const { exam } = useWords();
  const texts = answer?.kind === 'blanks' ? answer.texts : [];
  const blanks = question.answer.length;
  return (
    <>
      {question.unordered && <p className="soft exam-unordered">{exam.sit.unordered}</p>}
      {question.answer.map((_, blank) => (
        <label key={blank} className="field exam-blank">
          <span>{exam.sit.blank(blank + 1)}</span>
          <input
            type="text"
            autoComplete="off"
            maxLength={500}
            disabled={locked}
            value={texts[blank] ?? ''}
            onChange={(event) => onAnswer(writeBlank(answer, { blank, blanks, text: event.target.value }))}
            onBlur={onLeave}
          />
        </label>
      ))}
    </>
  );
}

function LongText({ answer, locked, onAnswer, onLeave }: FieldsProps) {
  const { exam } = useWords();
  const text = answer?.kind === 'text' ? answer.text : '';
  return (
    <label className="field">
      <span>{exam.sit.text}</span>
      <textarea
        rows={8}
        maxLength={10_000}
        disabled={locked}
        value={text}
        onChange={(event) => onAnswer({ kind: 'text', text: event.target.value })}
        onBlur={onLeave}
      />
    </label>
  );
}
