import { Button } from '../../ui/button.tsx';
import { useWords } from '../../words.tsx';
import { LeaveButton } from './leave-button.tsx';
import type { StudySetProps } from './study-set.tsx';

interface MovesProps extends StudySetProps {
  readonly isFirst: boolean;
  /** Whether going on is what comes now. */
  readonly main: boolean;
  /** Which keys do the same. */
  readonly keys: string;
  readonly onMove: (step: number) => void;
}

/** To the next question, to the one before, and out. */
export function Moves({ isFirst, main, keys, onMove, mode, query }: MovesProps) {
  const { study } = useWords();
  return (
    <div className="row study-moves">
      <Button onClick={() => onMove(-1)} disabled={isFirst}>
        {study.previous}
      </Button>
      <Button main={main} onClick={() => onMove(1)}>
        {study.next}
      </Button>
      <span className="soft">{keys}</span>
      <LeaveButton mode={mode} query={query} />
    </div>
  );
}
