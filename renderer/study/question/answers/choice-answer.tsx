import { useState } from 'react';
import { stretchesOf } from '@shared/bank/emphasis.ts';
import type { ChoiceQuestion, SimpleAnswer } from '@shared/model/question.ts';
import { Button } from '../../../ui/button.tsx';
import { Emphasis } from '../../../ui/emphasis.tsx';
import { Options, type ShownOption } from '../../../ui/options.tsx';
import { placeOfKey, useKeys } from '../../../ui/use-keys.ts';
import { useWords } from '../../../words.tsx';

interface ChoiceAnswerProps {
  readonly question: ChoiceQuestion;
  readonly order: readonly number[];
  readonly answer: SimpleAnswer | null;
  readonly active: boolean;
  readonly onAnswer: (chosen: readonly number[]) => void;
}

/** A single choice counts at once; several are gathered and submitted. */
export function ChoiceAnswer({ question, order, answer, active, onAnswer }: ChoiceAnswerProps) {
  const { study } = useWords();
  const [gathered, setGathered] = useState<readonly number[]>([]);
  const multiple = question.type === 'multiple';
  const answered = answer !== null;
  const chosen = answer?.kind === 'options' ? answer.chosen : gathered;
  const toggle = (option: number): void => {
    if (!multiple) return onAnswer([option]);
    setGathered(gathered.includes(option) ? gathered.filter((other) => other !== option) : [...gathered, option].sort((a, b) => a - b));
  };
  useKeys((key) => {
    if (answered || !active) return false;
    if (key === 'Enter' && multiple && gathered.length > 0) {
      onAnswer(gathered);
      return true;
    }
    const place = placeOfKey(key);
    const option = place === null ? undefined : order[place];
    if (option === undefined) return false;
    toggle(option);
    return true;
  });
  const mark = (option: number): Pick<ShownOption, 'mark'> => {
    if (!answered) return {};
    if (question.answer.includes(option)) return { mark: { tone: 'good', text: study.markRight } };
    return chosen.includes(option) ? { mark: { tone: 'bad', text: study.markWrong } } : {};
  };
  const shown = order.map((option): ShownOption => ({
    value: option,
    text: <Emphasis stretches={stretchesOf(question.options[option] ?? '')} />,
    ...mark(option),
  }));
  return (
    <>
      <Options
        legend={study.options}
        legendShown={false}
        options={shown}
        chosen={chosen}
        multiple={multiple}
        disabled={answered}
        onToggle={toggle}
      />
      {multiple && !answered && (
        <div>
          <Button main disabled={gathered.length === 0} onClick={() => onAnswer(gathered)}>
            {study.submit}
          </Button>
        </div>
      )}
    </>
  );
}
