import { useEffect, useState } from 'react';
import type { Destination } from '@shared/ipc/contract.ts';
import { request } from '../../bridge.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { useWords } from '../../words.tsx';
import type { Publisher } from '../use-publisher.ts';
import { AddDestination } from './add-destination.tsx';
import { DestinationItem } from './destination-item.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { dismissUpload, isActive, listenToUploadEnds, startUploads, useUploads } from './uploads.ts';

/** Where the repository is copied to, and how each copy goes. */
export function Destinations({ publisher }: { readonly publisher: Publisher }) {
  const { destinations: words } = useWords().publishing;
  const { state, refresh } = publisher;
  const { destinations } = state;
  const [form, setForm] = useState<'closed' | 'new' | Destination>('closed');
  const [leaving, setLeaving] = useState<Destination | null>(null);
  const uploads = useUploads();
  const isBusy = [...uploads.values()].some(isActive);
  // an upload that has ended has changed what main says of its destination
  useEffect(() => listenToUploadEnds(() => void refresh()), [refresh]);
  const canUpload = state.repository !== null;
  const added = async (): Promise<void> => {
    setForm('closed');
    await refresh();
  };
  const remove = async (destination: string): Promise<void> => {
    setLeaving(null);
    dismissUpload(destination);
    await request('publisher:remove-destination', destination);
    await refresh();
  };
  return (
    <section className="stack" aria-label={words.title}>
      <div className="row publishing-between">
        <h2>{words.title}</h2>
        <div className="row">
          <Button onClick={() => setForm('new')}>{words.add}</Button>
          {destinations.length > 0 && (
            <Button main disabled={!canUpload || isBusy} onClick={() => void startUploads(destinations.map(({ id }) => id))}>
              {words.uploadAll}
            </Button>
          )}
        </div>
      </div>
      <p className="soft">{words.whole}</p>
      {!canUpload && <p>{words.nothingToUpload}</p>}
      {destinations.length === 0 && <Empty>{words.empty}</Empty>}
      <ul className="publishing-list">
        {destinations.map((destination) => (
          <DestinationItem
            key={destination.id}
            destination={destination}
            upload={uploads.get(destination.id) ?? null}
            canUpload={canUpload}
            onAgain={() => setForm(destination)}
            onRemove={() => setLeaving(destination)}
          />
        ))}
      </ul>
      {form !== 'closed' && (
        <AddDestination again={form === 'new' ? null : form} onAdded={() => void added()} onClose={() => setForm('closed')} />
      )}
      {leaving && <RemoveDialog label={leaving.label} onRemove={() => void remove(leaving.id)} onClose={() => setLeaving(null)} />}
    </section>
  );
}
