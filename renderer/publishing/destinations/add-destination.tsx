import { useId, useState, type SyntheticEvent } from 'react';
import type { Destination, DestinationDraft } from '@shared/ipc/contract.ts';
import type { Failure } from '@shared/model/failure.ts';
import { request } from '../../bridge.ts';
import { PlaceChoice } from '../../place-choice.tsx';
import { usePlaces } from '../../places.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FailureNotice, Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words.tsx';
import { draftOf, type DraftProblem } from './draft.ts';
import { StoreFields, WebFields } from './address-fields.tsx';

interface AddDestinationProps {
  /** A destination whose secrets are entered again; null for a new one. */
  readonly again: Destination | null;
  readonly onAdded: () => void;
  readonly onClose: () => void;
}

const kinds: readonly DestinationDraft['kind'][] = ['folder', 'webdav', 's3'];

/** Asks for one more destination. Secrets stay in the form's own fields and are gone with the dialog. */
export function AddDestination({ again, onAdded, onClose }: AddDestinationProps) {
  const { publishing, failures, app } = useWords();
  const words = publishing.destinations;
  const [kind, setKind] = useState<DestinationDraft['kind']>(again?.kind ?? 'folder');
  const [problem, setProblem] = useState<DraftProblem | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [saving, setSaving] = useState(false);
  const places = usePlaces();
  const form = useId();
  const save = async (event: SyntheticEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const drafted = draftOf(kind, new FormData(event.currentTarget), places.chosen);
    setFailure(null);
    setProblem(drafted.ok ? null : drafted.problem);
    if (!drafted.ok) return;
    setSaving(true);
    const result = await request('publisher:add-destination', drafted.draft);
    setSaving(false);
    if (result.ok) onAdded();
    else setFailure(result.failure);
  };
  return (
    <Dialog
      title={words.addTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{app.cancel}</Button>
          <Button main type="submit" form={form} disabled={saving}>
            {words.save}
          </Button>
        </>
      }
    >
      <form id={form} className="stack publishing-dialog" noValidate autoComplete="off" onSubmit={(event) => void save(event)}>
        <KindChoice kind={kind} onKind={setKind} />
        {kind === 'folder' && <PlaceChoice legend={words.place} places={places} />}
        {kind === 'webdav' && <WebFields url={again?.label ?? ''} />}
        {kind === 's3' && <StoreFields url={again?.label ?? ''} />}
        {problem && (
          <Notice tone="bad">
            <p>{words[problem]}</p>
          </Notice>
        )}
        {failure && <FailureNotice text={failures[failure.kind](failure.subject)} />}
      </form>
    </Dialog>
  );
}

interface KindChoiceProps {
  readonly kind: DestinationDraft['kind'];
  readonly onKind: (kind: DestinationDraft['kind']) => void;
}

function KindChoice({ kind, onKind }: KindChoiceProps) {
  const { destinations: words } = useWords().publishing;
  return (
    <fieldset className="choice">
      <legend>{words.kind}</legend>
      {kinds.map((name) => (
        <label key={name} className="check">
          <input type="radio" name="kind" checked={name === kind} onChange={() => onKind(name)} />
          {words.kinds[name]}
        </label>
      ))}
    </fieldset>
  );
}
