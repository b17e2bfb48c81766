import { useState, type FormEvent } from 'react';
import type { Source, SourceLocation, SourceProbe } from '@shared/ipc/contract.ts';
import type { Failure } from '@shared/model/failure.ts';
import { request } from '../../bridge.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice, Notice } from '../../ui/notice.tsx';
import { Progress } from '../../ui/progress.tsx';
import { useWords } from '../../words.tsx';
import { Drives } from './drives.tsx';
import { FingerprintDialog } from './fingerprint-dialog.tsx';

interface AddSourceProps {
  /** A source was trusted. */
  readonly onAdded: (source: Source) => void;
}

/** A new address, folder or drive: probed, its fingerprint compared by a person, then trusted. */
export function AddSource({ onAdded }: AddSourceProps) {
  const { packages, packageSources: words, failures } = useWords();
  const { probe, failure, looking, look, trust, close } = useProbe(onAdded);
  const chooseFolder = async (): Promise<void> => {
    const place = await request('packages:choose-folder');
    if (place) await look({ kind: 'folder', place: place.place });
  };
  return (
    <section className="card stack">
      <h2>{packages.add}</h2>
      {failure && <FailureNotice text={failures[failure.kind](failure.subject, failure.at)} />}
      {/* A server that does not answer takes its time; without this the click seems to do nothing. */}
      {looking && <Progress label={words.looking} done={0} total={0} />}
      <Drives onChosen={(place) => void look({ kind: 'folder', place })} />
      <AddressForm onSubmit={(url) => void look({ kind: 'http', url })} />
      <div className="row">
        <strong>{words.folderTitle}</strong>
        <Button onClick={() => void chooseFolder()}>{words.chooseFolder}</Button>
      </div>
      {probe && (
        <FingerprintDialog
          title={words.trustTitle}
          fingerprint={probe.fingerprint}
          trust={words.trust}
          expected
          onTrust={() => void trust(probe.probe)}
          onClose={close}
        >
          <p>{probe.known ? words.known : words.trustBody(probe.label)}</p>
        </FingerprintDialog>
      )}
    </section>
  );
}

function useProbe(onAdded: (source: Source) => void) {
  const [probe, setProbe] = useState<SourceProbe | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [looking, setLooking] = useState(false);
  const look = async (location: SourceLocation): Promise<void> => {
    setFailure(null);
    setLooking(true);
    const result = await request('packages:probe', location);
    setLooking(false);
    setFailure(result.ok ? null : result.failure);
    setProbe(result.ok ? result.value : null);
  };
  const trust = async (token: string): Promise<void> => {
    const result = await request('packages:add-source', token);
    setProbe(null);
    if (result.ok) onAdded(result.value);
    else setFailure(result.failure);
  };
  return { probe, failure, looking, look, trust, close: () => setProbe(null) };
}

function AddressForm({ onSubmit }: { readonly onSubmit: (url: string) => void }) {
  const { packageSources: words } = useWords();
  const [address, setAddress] = useState('');
  const [refused, setRefused] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const url = address.trim();
    const isAddress = /^https?:\/\/./i.test(url) && URL.canParse(url);
    setRefused(!isAddress);
    if (isAddress) onSubmit(url);
  };
  return (
    <form className="row" onSubmit={submit} noValidate>
      <label className="field packages-address">
        <span>{words.addAddress}</span>
        <input type="url" placeholder={words.addressHint} value={address} onChange={(event) => setAddress(event.target.value)} />
      </label>
      <Button type="submit" className="packages-beside-field">
        {words.addByAddress}
      </Button>
      {refused && (
        <div className="packages-whole-line">
          <Notice tone="warn">
            <p>{words.notAnAddress}</p>
          </Notice>
        </div>
      )}
    </form>
  );
}
