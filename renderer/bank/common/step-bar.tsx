import { readSteps, undo, type ListedStep } from '../../data/bank/undo.ts';
import { useLive } from '../../data/live.ts';
import { Button } from '../../ui/button.tsx';
import { minuteOf } from '../../ui/format.ts';
import { useWords } from '../../words.tsx';
import { redoableIn } from './redo.ts';
import { useStep } from './use-step.ts';
import type { Work } from './use-work.ts';

interface StepBarProps {
  readonly bankId: string;
  readonly work: Work;
  /** What the last step did, in a sentence; '' while there is none. */
  readonly news: string;
  readonly onNews: (news: string) => void;
}

/** What was done last, with the way back: undo says what it will take back, and an undo can be taken back too. */
export function StepBar({ bankId, work, news, onNews }: StepBarProps) {
  const { bankList, failures } = useWords();
  const words = bankList.undo;
  const newStep = useStep();
  const steps = useLive(() => readSteps(bankId, 20), [bankId]);
  const last = steps?.find((step) => !step.undone && step.undoes === '');
  const redoable = steps && redoableIn(steps);
  const take = async (step: ListedStep, said: (count: number) => string): Promise<void> => {
    const result = await work.run(words.running, (task) => undo(bankId, step.id, newStep(), task));
    if (!result.ok) return onNews(failures[result.failure.kind](result.failure.subject).what);
    const outcome = result.value;
    if (outcome.kind === 'undone') onNews(said(outcome.entries));
    else onNews(outcome.kind === 'nothing' ? words.nothing : words.changedSince(outcome.entries.length));
  };
  const named = ({ what, count, at }: ListedStep): string => words.step(bankList.steps[what], count, minuteOf(at));
  if (!last && !redoable && news === '') return null;
  return (
    <div className="row">
      <span role="status">{news}</span>
      {last && (
        <>
          <span className="soft">{words.last(named(last))}</span>
          <Button
            disabled={work.running !== null}
            aria-label={`${words.button} ${named(last)}`}
            onClick={() => void take(last, words.done)}
          >
            {words.button}
          </Button>
        </>
      )}
      {redoable && (
        <Button disabled={work.running !== null} onClick={() => void take(redoable, words.redone)}>
          {words.redo}
        </Button>
      )}
    </div>
  );
}
