import { useEffect, useState, type KeyboardEvent } from 'react';
import type { Failure, Result } from '@shared/model/failure.ts';
import type { Question } from '@shared/model/question.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice, Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words.tsx';
import { questionOfForm, type FormProblem } from './form-question.ts';
import { sameForm, type QuestionForm } from './form-state.ts';
import { LeaveDialog } from './leave-dialog.tsx';
import { QuestionFields } from './question-fields.tsx';

interface QuestionEditorProps {
  /** What stands in the form at first. */
  readonly first: QuestionForm;
  /** Id that the saved question will have; '' for one that is new. */
  readonly id: string;
  /** Names to propose for 板块. */
  readonly sections: readonly string[];
  readonly onSave: (question: Question) => Promise<Result<null>>;
  /** Told whether something is changed and not saved. The same function from draw to draw. */
  readonly onDirty: (dirty: boolean) => void;
  /** Called after a save, and when nothing is to be saved. */
  readonly onClose: () => void;
}

/** The form of one question. Ctrl+S saves; Escape leaves, and asks where something was changed. */
export function QuestionEditor({ first, id, sections, onSave, onDirty, onClose }: QuestionEditorProps) {
  const { bank, failures, app } = useWords();
  const [form, setForm] = useState(first);
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [state, setState] = useState<'editing' | 'saving' | 'leaving'>('editing');
  const isDirty = !sameForm(form, first);
  useEffect(() => onDirty(isDirty), [onDirty, isDirty]);
  const save = async (): Promise<void> => {
    if (state === 'saving') return;
    const result = questionOfForm(form, id);
    setProblems(result.ok ? [] : result.problems);
    if (!result.ok) return;
    setState('saving');
    const saved = await onSave(result.question);
    setState('editing');
    setFailure(saved.ok ? null : saved.failure);
    if (saved.ok) onClose();
  };
  const leave = (): void => (isDirty ? setState('leaving') : onClose());
  const onKeyDown = (event: KeyboardEvent): void => {
    const isSave = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's';
    if (event.nativeEvent.isComposing || state === 'leaving' || (!isSave && event.key !== 'Escape')) return;
    event.preventDefault();
    event.stopPropagation();
    if (isSave) void save();
    else leave();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys that bubble up from the fields of the form
    <form
      className="stack"
      noValidate
      aria-label={bank.edit.title}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div className="row bank-editor-bar">
        <Button main type="submit" disabled={state === 'saving'}>
          {state === 'saving' ? app.saving : bank.edit.save}
        </Button>
        <Button onClick={leave}>{app.cancel}</Button>
        <span className="soft">{bank.edit.keys}</span>
      </div>
      {failure && <FailureNotice text={failures[failure.kind](failure.subject)} />}
      {problems.length > 0 && <Problems problems={problems} />}
      <QuestionFields form={form} sections={sections} onForm={setForm} />
      {state === 'leaving' && <LeaveDialog text={bank.edit.leaveText} onStay={() => setState('editing')} onLeave={onClose} />}
    </form>
  );
}

function Problems({ problems }: { readonly problems: readonly FormProblem[] }) {
  const { edit } = useWords().bank;
  return (
    <Notice tone="bad">
      <p>{edit.notYet}</p>
      <ul className="bank-problems">
        {problems.map(({ kind, part }) => (
          <li key={`${kind} ${part}`}>{part === null ? edit.problems[kind] : edit.inPart(part + 1, edit.problems[kind])}</li>
        ))}
      </ul>
    </Notice>
  );
}
