import { stretchesOf } from '@shared/bank/emphasis.ts';
import type { Question, SimpleQuestion } from '@shared/model/question.ts';
import { Emphasis } from '../../ui/emphasis.tsx';
import { Options, type ShownOption } from '../../ui/options.tsx';
import { useWords } from '../../words.tsx';
import { answerText } from './question-fields.ts';

/** A question as a branch sees it once it has been answered. */
export function QuestionView({ question }: { readonly question: Question }) {
  const { bank } = useWords();
  return (
    <article className="stack" aria-label={bank.types[question.type]}>
      {question.type === 'case' ? <CaseView question={question} /> : <SimpleView question={question} />}
      <Why question={question} />
      <p className="soft bank-labels">
        {bank.labels([question.section, question.topic, bank.labelled(bank.fields.difficulty, bank.difficulties[question.difficulty])])}
      </p>
    </article>
  );
}

function CaseView({ question }: { readonly question: Extract<Question, { type: 'case' }> }) {
  const { bank } = useWords();
  return (
    <>
      <StemLine question={question} />
      <ol className="bank-parts">
        {question.parts.map((part, place) => (
          <li key={part.id} className="stack" aria-label={bank.part(place + 1)}>
            <SimpleView question={part} />
            {part.explanation !== '' && <Labelled label={bank.fields.explanation} text={part.explanation} />}
          </li>
        ))}
      </ol>
    </>
  );
}

function SimpleView({ question }: { readonly question: SimpleQuestion }) {
  const { bank } = useWords();
  return (
    <>
      <StemLine question={question} />
      {question.type === 'single' || question.type === 'multiple' ? (
        <Choices question={question} />
      ) : (
        <Labelled label={bank.fields.answer} text={answerText(question, bank)} />
      )}
    </>
  );
}

function StemLine({ question }: { readonly question: Question }) {
  const { bank } = useWords();
  return (
    <p className="bank-stem">
      <span className="tag tag-plain">{bank.types[question.type]}</span> <Emphasis stretches={stretchesOf(question.stem)} />
    </p>
  );
}

function Choices({ question }: { readonly question: Extract<Question, { type: 'single' | 'multiple' }> }) {
  const { bank } = useWords();
  const options = question.options.map((text, value): ShownOption => ({
    value,
    text: <Emphasis stretches={stretchesOf(text)} />,
    ...(question.answer.includes(value) ? { mark: { tone: 'good', text: bank.rightMark } } : {}),
  }));
  return (
    <Options
      legend={bank.options}
      legendShown={false}
      options={options}
      chosen={question.answer}
      multiple={question.type === 'multiple'}
      disabled
      onToggle={() => undefined}
    />
  );
}

function Why({ question }: { readonly question: Question }) {
  const { bank } = useWords();
  const { explanation, basis } = question;
  return (
    <>
      {explanation !== '' && <Labelled label={bank.fields.explanation} text={explanation} />}
      {basis !== '' && <Labelled label={bank.fields.basis} text={basis} />}
    </>
  );
}

function Labelled({ label, text }: { readonly label: string; readonly text: string }) {
  const { bank } = useWords();
  return (
    <p className="bank-text">
      <Emphasis stretches={stretchesOf(bank.labelled(label, text))} />
    </p>
  );
}
