import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { useWords } from '../../words.tsx';
import type { ProjectDraft } from './use-draft.ts';

/** Whether what was typed is on disk, and a second try where it is not. */
export function SaveState({ draft: { isSaved, failure, save } }: { readonly draft: ProjectDraft }) {
  const { projectApplication, failures } = useWords();
  const { form } = projectApplication;
  if (!failure) {
    return (
      <span role="status" className={isSaved ? 'application-saved' : 'soft'}>
        {isSaved ? form.saved : form.saving}
      </span>
    );
  }
  return (
    <div className="stack">
      <strong className="application-problem">{form.unsaved}</strong>
      <FailureNotice text={failures[failure.kind](failure.subject)} />
      <Button onClick={() => void save()}>{form.retry}</Button>
    </div>
  );
}
