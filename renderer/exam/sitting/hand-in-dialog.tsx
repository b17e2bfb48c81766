import { isAnswered } from '@shared/exam/answering.ts';
import type { AttemptAnswer, PaperItem } from '@shared/model/exam.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useWords } from '../../words.tsx';

interface HandInDialogProps {
  readonly items: readonly PaperItem[];
  readonly answers: ReadonlyMap<string, AttemptAnswer>;
  readonly running: boolean;
  readonly onConfirm: () => Promise<void>;
  readonly onClose: () => void;
  readonly onGoTo: (place: number) => void;
}

/** Says what is unanswered and flagged, with the way there, before the paper is given away. */
export function HandInDialog({ items, answers, running, onConfirm, onClose, onGoTo }: HandInDialogProps) {
  const { exam } = useWords();
  const rows = items.map(({ question }) => answers.get(question.id));
  const unanswered = placesWhere(rows, (row) => !isAnswered(row?.answer ?? null));
  const flagged = placesWhere(rows, (row) => row?.flagged ?? false);
  return (
    <Dialog
      title={exam.handIn.title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose} disabled={running}>
            {exam.handIn.stay}
          </Button>
          <Button main disabled={running} onClick={onConfirm}>
            {running ? exam.handIn.running : exam.handIn.confirm}
          </Button>
        </>
      }
    >
      <p>{exam.handIn.count(items.length, items.length - unanswered.length)}</p>
      {unanswered.length === 0 && <p>{exam.handIn.all}</p>}
      <Places label={exam.handIn.unanswered(unanswered.length)} places={unanswered} onGoTo={onGoTo} />
      <Places label={exam.handIn.flagged(flagged.length)} places={flagged} onGoTo={onGoTo} />
      <p>{exam.handIn.final}</p>
    </Dialog>
  );
}

function Places({
  label,
  places,
  onGoTo,
}: {
  readonly label: string;
  readonly places: readonly number[];
  readonly onGoTo: (place: number) => void;
}) {
  const { exam } = useWords();
  if (places.length === 0) return null;
  return (
    <section aria-label={label}>
      <p>{label}</p>
      <div className="exam-jumps">
        {places.map((place) => (
          <button key={place} type="button" className="exam-number" aria-label={exam.handIn.goTo(place + 1)} onClick={() => onGoTo(place)}>
            {place + 1}
          </button>
        ))}
      </div>
    </section>
  );
}

function placesWhere(rows: readonly (AttemptAnswer | undefined)[], holds: (row: AttemptAnswer | undefined) => boolean): number[] {
  return rows.flatMap((row, place) => (holds(row) ? [place] : []));
}
