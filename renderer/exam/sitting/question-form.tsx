import { stretchesOf } from '@shared/bank/emphasis.ts';
import { answerOfPart, partItems } from '@shared/exam/case.ts';
import type { PaperItem } from '@shared/model/exam.ts';
import type { Answer, SimpleAnswer } from '@shared/model/question.ts';
import { Emphasis } from '../../ui/emphasis.tsx';
import { Part, Passage } from '../../ui/parts.tsx';
import { useWords } from '../../words.tsx';
import { AnswerFields } from './answer-fields.tsx';

interface QuestionFormProps {
  readonly item: PaperItem;
  readonly answer: Answer | null;
  readonly locked: boolean;
  /** Of a case: which part keys act on. */
  readonly part: number;
  readonly onPart: (part: number) => void;
  /** The answer to the question, in a case to one part of it. */
  readonly onAnswer: (answer: SimpleAnswer | null, part: number) => void;
  /** A field was left. */
  readonly onLeave: () => void;
}

/** The question and what its answer is given with. */
export function QuestionForm({ item, answer, onAnswer, ...form }: QuestionFormProps) {
  const { question, optionOrder, score } = item;
  if (question.type === 'case') return <CaseForm item={item} answer={answer} onAnswer={onAnswer} {...form} />;
  return (
    <div className="exam-form">
      <p className="exam-stem">
        <Emphasis stretches={stretchesOf(question.stem)} />
      </p>
      <div className="exam-fields">
        <AnswerFields
          {...form}
          item={{ question, optionOrder, score }}
          answer={answer?.kind === 'parts' ? null : answer}
          onAnswer={(given) => onAnswer(given, 0)}
        />
      </div>
    </div>
  );
}

/** The material, then its questions one below another. */
function CaseForm({ item, answer, locked, part, onPart, onAnswer, onLeave }: QuestionFormProps) {
  const { exam } = useWords();
  return (
    <div className="exam-form stack">
      <Passage label={exam.sit.passage}>
        <Emphasis stretches={stretchesOf(item.question.stem)} />
      </Passage>
      {partItems(item).map((each, place) => (
        <Part key={each.question.id} label={exam.sit.partName(place + 1)} active={place === part} onActivate={() => onPart(place)}>
          <p className="exam-stem">
            {exam.sit.part(place + 1)}
            <Emphasis stretches={stretchesOf(each.question.stem)} />{' '}
            <span className="soft">
              {exam.types[each.question.type]} · {exam.points(each.score)}
            </span>
          </p>
          <div className="exam-fields">
            <AnswerFields
              item={each}
              answer={answerOfPart(answer, place)}
              locked={locked}
              onAnswer={(given) => onAnswer(given, place)}
              onLeave={onLeave}
            />
          </div>
        </Part>
      ))}
    </div>
  );
}
