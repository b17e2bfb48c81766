import type { Question } from '@shared/model/question.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useWords } from '../../words.tsx';
import { useSession } from '../../session.tsx';
import { MarkField } from '../notes/mark-field.tsx';
import { ReciteCard } from './recite-card.tsx';

interface QuestionDialogProps {
  readonly question: Question;
  readonly onClose: () => void;
}

/** One question of a list with its answer, and with what one marked on it. */
export function QuestionDialog({ question, onClose }: QuestionDialogProps) {
  const { studySearch } = useWords();
  const { person } = useSession();
  return (
    <Dialog wide title={question.section} onClose={onClose} actions={<Button onClick={onClose}>{studySearch.close}</Button>}>
      <div className="stack study-dialog">
        <ReciteCard question={question} />
        <MarkField personId={person.id} question={question} answered takesF={false} />
      </div>
    </Dialog>
  );
}
