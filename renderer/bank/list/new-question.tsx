import { succeed } from '@shared/model/failure.ts';
import { addQuestion } from '../../data/bank/edits.ts';
import type { BankSearch } from '../../data/bank/search/search.ts';
import { ScrollBox } from '../../ui/scroll-box.tsx';
import { useWords } from '../../words.tsx';
import type { Editing } from '../common/use-editing.ts';
import { useSections } from '../common/use-sections.ts';
import { useStep } from '../common/use-step.ts';
import { emptyForm } from '../edit/form-state.ts';
import { QuestionEditor } from '../edit/question-editor.tsx';

interface NewQuestionProps {
  readonly bankId: string;
  readonly search: BankSearch | null;
  readonly editing: Editing;
  /** After the form has been closed; the focus goes back to the list. */
  readonly onClosed: () => void;
}

const blank = emptyForm('');

/** The empty form; what it makes belongs to the bank at once. */
export function NewQuestion({ bankId, search, editing, onClosed }: NewQuestionProps) {
  const { bankList } = useWords();
  const sections = useSections(search);
  const newStep = useStep();
  return (
    <ScrollBox label={bankList.create} className="bank-pane">
      <h2 className="bank-pane-title">{bankList.create}</h2>
      <QuestionEditor
        first={blank}
        id=""
        sections={sections}
        onSave={async (question) => {
          const added = await addQuestion(bankId, question, newStep());
          return added.ok ? succeed(null) : added;
        }}
        onDirty={editing.onDirty}
        onClose={() => {
          editing.close();
          onClosed();
        }}
      />
    </ScrollBox>
  );
}
