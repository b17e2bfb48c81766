import { useId, useState, type SyntheticEvent } from 'react';
import type { ExportOutcome, KeyRole } from '@shared/ipc/contract.ts';
import type { Failure } from '@shared/model/failure.ts';
import { request } from '../../bridge.ts';
import { PlaceChoice } from '../../place-choice.tsx';
import { usePlaces } from '../../places.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Progress } from '../../ui/progress.tsx';
import { useWords } from '../../words.tsx';
import { Exported } from './exported.tsx';
import { PassphraseFields } from './passphrase-fields.tsx';
import { PassphraseRefusal } from './passphrase-refusal.tsx';
import { passphrasesIn, problemOf, type PassphraseProblem } from './passphrase.ts';

interface ExportDialogProps {
  readonly role: KeyRole;
  readonly onClose: () => void;
}

type State =
  | { readonly kind: 'asking'; readonly problem: PassphraseProblem | 'needPlace' | null; readonly failure: Failure | null }
  | { readonly kind: 'writing' }
  | { readonly kind: 'done'; readonly outcome: ExportOutcome };

/** Writes the keys of a role for the safe: where to, and a passphrase that belongs to the file. */
export function ExportDialog({ role, onClose }: ExportDialogProps) {
  const { publishingKeys, app } = useWords();
  const words = publishingKeys.exportDialog;
  const [state, setState] = useState<State>({ kind: 'asking', problem: null, failure: null });
  const places = usePlaces();
  const form = useId();
  const write = async (event: SyntheticEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const given = passphrasesIn(event.currentTarget);
    const problem = places.chosen === '' ? 'needPlace' : problemOf(given, { current: false, fresh: true });
    if (problem) return setState({ kind: 'asking', problem, failure: null });
    setState({ kind: 'writing' });
    const result = await request('publisher:export-keys', role, given.fresh, places.chosen);
    setState(result.ok ? { kind: 'done', outcome: result.value } : { kind: 'asking', problem: null, failure: result.failure });
  };
  const title = words.title(publishingKeys.roles[role]);
  if (state.kind === 'done') {
    return (
      <Dialog title={title} onClose={onClose} actions={<Button onClick={onClose}>{app.close}</Button>}>
        <Exported outcome={state.outcome} />
      </Dialog>
    );
  }
  const { problem, failure } = state.kind === 'asking' ? state : { problem: null, failure: null };
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{app.cancel}</Button>
          <Button main type="submit" form={form} disabled={state.kind === 'writing'}>
            {words.confirm}
          </Button>
        </>
      }
    >
      <form id={form} className="stack publishing-dialog" noValidate onSubmit={(event) => void write(event)}>
        <p>{words.text}</p>
        <PlaceChoice legend={words.place} places={places} />
        <PassphraseFields current={null} fresh={words.fresh} />
        {problem === 'needPlace' ? (
          <Notice tone="bad">
            <p>{words.needPlace}</p>
          </Notice>
        ) : (
          <PassphraseRefusal problem={problem} failure={failure} />
        )}
        {state.kind === 'writing' && <Progress label={words.working} done={0} total={0} />}
      </form>
    </Dialog>
  );
}
