import type { SimpleAnswer, JudgeQuestion } from '@shared/model/question.ts';
import { Options, type ShownOption } from '../../../ui/options.tsx';
import { placeOfKey, useKeys } from '../../../ui/use-keys.ts';
import { useWords } from '../../../words.tsx';

interface JudgeAnswerProps {
  readonly question: JudgeQuestion;
  readonly answer: SimpleAnswer | null;
  readonly active: boolean;
  readonly onAnswer: (value: boolean) => void;
}

/** True first, always: the order of 正确 and 错误 is never shuffled. */
const values = [true, false] as const;

export function JudgeAnswer({ question, answer, active, onAnswer }: JudgeAnswerProps) {
  const { study } = useWords();
  const answered = answer !== null;
  useKeys((key) => {
    const value = values[placeOfKey(key) ?? values.length];
    if (answered || !active || value === undefined) return false;
    onAnswer(value);
    return true;
  });
  const given = answer?.kind === 'judge' ? answer.value : null;
  const mark = (value: boolean): Pick<ShownOption, 'mark'> => {
    if (!answered) return {};
    if (value === question.answer) return { mark: { tone: 'good', text: study.markRight } };
    return value === given ? { mark: { tone: 'bad', text: study.markWrong } } : {};
  };
  const options = values.map((value, place): ShownOption => ({
    value: place,
    text: value ? study.judgeTrue : study.judgeFalse,
    ...mark(value),
  }));
  const chosen = given === null ? [] : [values.indexOf(given)];
  return (
    <Options
      legend={study.options}
      legendShown={false}
      options={options}
      chosen={chosen}
      multiple={false}
      disabled={answered}
      onToggle={(place) => onAnswer(values[place] ?? false)}
    />
  );
}
