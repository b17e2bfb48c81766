import { useMemo } from 'react';
import { problemsOf } from '@shared/bank/work/problems.ts';
import type { BankEntry } from '@shared/model/bank.ts';
import { editEntry } from '../../data/bank/edits.ts';
import { emptyForm, formOf, formOfDraft, type QuestionForm } from '../edit/form-state.ts';
import { QuestionEditor } from '../edit/question-editor.tsx';
import type { Editing, OpenForm } from './use-editing.ts';
import { ProblemList } from './problem-list.tsx';
import { useStep } from './use-step.ts';

interface EntryEditorProps {
  readonly bankId: string;
  readonly form: Extract<OpenForm, { kind: 'entry' }>;
  readonly sections: readonly string[];
  readonly editing: Editing;
  /** After the form has been closed; the focus goes back to the list. */
  readonly onClosed: () => void;
}

/** The form of an entry of a bank, a question or a row that is to become one; what is wrong with it stays in sight. */
export function EntryEditor({ bankId, form, sections, editing, onClosed }: EntryEditorProps) {
  const newStep = useStep();
  const first = useMemo(() => formOfEntry(form.entry), [form.entry]);
  return (
    <div className="stack">
      <ProblemList findings={problemsOf(form.entry)} entry={form.entry} onMend={null} />
      <QuestionEditor
        key={form.entry.id}
        first={first}
        id={form.entry.id}
        sections={sections}
        onSave={(question) => editEntry(bankId, form.ref, question, newStep())}
        onDirty={editing.onDirty}
        onClose={() => {
          editing.close();
          onClosed();
        }}
      />
    </div>
  );
}

function formOfEntry({ question, draft }: BankEntry): QuestionForm {
  if (question) return formOf(question);
  return draft ? formOfDraft(draft) : emptyForm('');
}
