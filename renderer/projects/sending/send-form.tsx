import { useState } from 'react';
import { isProposed, stateOf, type Outgoing } from '@shared/projects/sending/outgoing.ts';
import { ExportOutcomeNotice } from '../../export-outcome.tsx';
import { PlaceChoice } from '../../place-choice.tsx';
import { usePlaces } from '../../places.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice, Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words.tsx';
import { Leaving } from './leaving.tsx';
import { OutgoingTable } from './outgoing-table.tsx';
import { useSending, type SendingWork } from './use-sending.ts';

interface SendFormProps {
  readonly outgoing: readonly Outgoing[];
  /** The bureau's key; null where it is not known. */
  readonly recipient: string | null;
}

/** Choose, see what leaves, choose a place, export. What is news is chosen already. */
export function SendForm({ outgoing, recipient }: SendFormProps) {
  const { projectSending: words } = useWords();
  const [changed, setChanged] = useState<ReadonlyMap<string, boolean>>(new Map());
  const places = usePlaces();
  const work = useSending();
  const isChosen = (one: Outgoing): boolean => changed.get(one.id) ?? isProposed(one);
  const chosen = outgoing.filter(isChosen);
  const nothing = outgoing.some(isProposed) ? words.needEntry : words.allSent;
  const obstacle = chosen.length === 0 ? nothing : places.chosen === '' ? words.needPlace : null;
  const cannot = recipient === null || obstacle !== null || work.task.state.kind === 'writing' || work.unnoted !== null;
  const send = async (): Promise<void> => {
    if (recipient === null) return;
    await work.send(places.chosen, recipient, chosen);
    setChanged(new Map());
  };
  return (
    <>
      <OutgoingTable outgoing={outgoing} isChosen={isChosen} onChoose={({ id }, wanted) => setChanged(new Map(changed).set(id, wanted))} />
      {outgoing.some(({ isDraft }) => isDraft) && <p className="soft">{words.draftHint}</p>}
      {outgoing.some((one) => stateOf(one) === 'sent') && <p className="soft">{words.receipts}</p>}
      <Leaving chosen={chosen} />
      {recipient !== null && (
        <>
          <PlaceChoice legend={words.place} places={places} />
          <div className="row">
            <Button main disabled={cannot} aria-describedby="send-obstacle" onClick={() => void send()}>
              {words.export}
            </Button>
            <span id="send-obstacle" className="soft">
              {obstacle}
            </span>
          </div>
        </>
      )}
      <ExportOutcomeNotice task={work.task} />
      <NotNoted work={work} />
    </>
  );
}

/** Said until it is noted: otherwise the next bundle would say something else under the same revision. */
function NotNoted({ work: { unnoted, noteAgain } }: { readonly work: SendingWork }) {
  const { projectSending: words, failures } = useWords();
  if (!unnoted) return null;
  return (
    <Notice tone="bad">
      <p>{words.notNoted}</p>
      <FailureNotice text={failures[unnoted.failure.kind](unnoted.failure.subject)} />
      <Button onClick={() => void noteAgain()}>{words.noteAgain}</Button>
    </Notice>
  );
}
