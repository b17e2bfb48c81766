import { useEffect, useState } from 'react';
import type { Carriable, CarryRequest } from '@shared/ipc/contract.ts';
import { request } from '../../bridge.ts';
import { PlaceChoice } from '../../place-choice.tsx';
import { usePlaces, type Places } from '../../places.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { sizeOf } from '../../ui/format.ts';
import { useWords } from '../../words.tsx';
import { CarryProgress } from './carry-progress.tsx';
import { bytesOfChoice, type Chosen } from './choice.ts';
import { PackageChoice, PublisherChoice } from './package-choice.tsx';
import { useCarry, type Carry } from './use-carry.ts';

/** A verified copy for another office: whose packages, which of them, and where to. */
export function CarryPage() {
  const { packageCarry: words } = useWords();
  const carriables = useCarriables();
  if (!carriables) return null;
  return carriables.length === 0 ? <Empty>{words.none}</Empty> : <CarryForm carriables={carriables} />;
}

function CarryForm({ carriables }: { readonly carriables: readonly Carriable[] }) {
  const { packageCarry: words } = useWords();
  const [publisher, setPublisher] = useState('');
  const [chosen, setChosen] = useState<Chosen>(null);
  const places = usePlaces();
  const carry = useCarry();
  const carriable = carriables.find((one) => one.publisher === publisher) ?? carriables[0];
  if (!carriable) return null;
  const choosePublisher = (name: string): void => {
    setPublisher(name);
    setChosen(null);
  };
  return (
    <section className="card stack">
      <h2>{words.title}</h2>
      <p>{words.hint}</p>
      <CarryProgress carry={carry} />
      {carriables.length > 1 && <PublisherChoice carriables={carriables} chosen={carriable.publisher} onChoose={choosePublisher} />}
      <div className="choices">
        <PackageChoice carriable={carriable} chosen={chosen} onChoose={setChosen} />
        <PlaceChoice legend={words.place} places={places} />
      </div>
      <Start carriable={carriable} chosen={chosen} places={places} carry={carry} />
    </section>
  );
}

interface StartProps {
  readonly carriable: Carriable;
  readonly chosen: Chosen;
  readonly places: Places;
  readonly carry: Carry;
}

function Start({ carriable, chosen, places, carry }: StartProps) {
  const { packageCarry: words } = useWords();
  const bytes = bytesOfChoice(carriable, chosen);
  const obstacle = chosen?.length === 0 ? words.needPackages : places.chosen === '' ? words.needPlace : null;
  const drive = places.drives.find(({ place }) => place === places.chosen);
  const wanted: CarryRequest = { publisher: carriable.publisher, packages: chosen ?? [], place: places.chosen };
  return (
    <div className="row">
      <Button
        main
        disabled={obstacle !== null || carry.state.kind === 'copying'}
        aria-describedby="carry-obstacle"
        onClick={() => void carry.start(wanted)}
      >
        {words.start}
      </Button>
      <span id="carry-obstacle" className="soft">
        {obstacle ?? words.total(sizeOf(bytes))}
        {drive && drive.freeBytes < bytes && <strong> {words.noRoom(sizeOf(drive.freeBytes))}</strong>}
      </span>
    </div>
  );
}

function useCarriables(): readonly Carriable[] | undefined {
  const [carriables, setCarriables] = useState<readonly Carriable[]>();
  useEffect(() => {
    const read = async (): Promise<void> => setCarriables(await request('packages:carriable'));
    void read();
  }, []);
  return carriables;
}
