import { useState, type FormEvent } from 'react';
import { shortFingerprint } from '@shared/fingerprint.ts';
import type { Drive, Source, SourceLocation, SourceProbe } from '@shared/ipc/contract.ts';
import type { Failure } from '@shared/model/failure.ts';
import { request } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { sizeOf } from '../ui/format.ts';
import { FailureNotice, Notice } from '../ui/notice.tsx';
import { Progress } from '../ui/progress.tsx';
import { useWords } from '../words.tsx';

interface AddSourceProps {
  /** A source was trusted. */
  readonly onAdded: (source: Source) => void;
}

/** A new address, folder or drive: probed, its fingerprint compared by a person, then trusted. */
export function AddSource({ onAdded }: AddSourceProps) {
  const { packages, failures } = useWords();
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
  const chooseFolder = async (): Promise<void> => {
    const place = await request('packages:choose-folder');
    if (place) await look({ kind: 'folder', place: place.place });
  };
  const trust = async (token: string): Promise<void> => {
    const result = await request('packages:add-source', token);
    setProbe(null);
    if (result.ok) onAdded(result.value);
    else setFailure(result.failure);
  };
  return (
    <section className="card stack">
      <h2>{packages.add}</h2>
      {failure && <FailureNotice text={failures[failure.kind](failure.subject)} />}
      {/* A server that does not answer takes its time; without this the click seems to do nothing. */}
      {looking && <Progress label={packages.looking} done={0} total={0} />}
      <AddressForm onSubmit={(url) => void look({ kind: 'http', url })} />
      <div>
        <Button onClick={() => void chooseFolder()}>{packages.chooseFolder}</Button>
      </div>
      <Drives onChosen={(place) => void look({ kind: 'folder', place })} />
      {probe && <TrustDialog probe={probe} onTrust={() => void trust(probe.probe)} onClose={() => setProbe(null)} />}
    </section>
  );
}

function AddressForm({ onSubmit }: { readonly onSubmit: (url: string) => void }) {
  const { packages } = useWords();
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
      <label className="field" style={{ flex: '1 1 320px' }}>
        <span>{packages.addAddress}</span>
        <input type="url" placeholder={packages.addressHint} value={address} onChange={(event) => setAddress(event.target.value)} />
      </label>
      <Button type="submit" style={{ alignSelf: 'flex-end' }}>
        {packages.addByAddress}
      </Button>
      {refused && (
        <div style={{ flexBasis: '100%' }}>
          <Notice tone="warn">
            <p>{packages.notAnAddress}</p>
          </Notice>
        </div>
      )}
    </form>
  );
}

/** Drives are looked for when asked, not all the time. */
function Drives({ onChosen }: { readonly onChosen: (place: string) => void }) {
  const { packages } = useWords();
  const [drives, setDrives] = useState<readonly Drive[] | null>(null);
  const refresh = async (): Promise<void> => setDrives((await request('packages:drives')).filter((drive) => drive.hasRepository));
  return (
    <div className="stack">
      <div className="row">
        <strong>{packages.driveTitle}</strong>
        <Button onClick={() => void refresh()}>{packages.refresh}</Button>
      </div>
      {drives?.length === 0 && <p className="soft">{packages.noDrives}</p>}
      {drives?.map((drive) => (
        <div className="row" key={drive.place}>
          <span>{packages.drive(drive.label, sizeOf(drive.freeBytes))}</span>
          <Button onClick={() => onChosen(drive.place)}>{packages.useDrive}</Button>
        </div>
      ))}
    </div>
  );
}

interface TrustDialogProps {
  readonly probe: SourceProbe;
  readonly onTrust: () => void;
  readonly onClose: () => void;
}

function TrustDialog({ probe, onTrust, onClose }: TrustDialogProps) {
  const { packages, app } = useWords();
  const actions = (
    <>
      <Button onClick={onClose}>{app.cancel}</Button>
      <Button main onClick={onTrust}>
        {packages.trust}
      </Button>
    </>
  );
  return (
    <Dialog title={packages.trustTitle} onClose={onClose} actions={actions}>
      <p>{probe.known ? packages.known : packages.trustBody(probe.label)}</p>
      <p style={{ fontSize: 22, letterSpacing: 1 }}>
        <code>{shortFingerprint(probe.fingerprint)}</code>
      </p>
    </Dialog>
  );
}
