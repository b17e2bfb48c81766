import { useCallback, useEffect, useState } from 'react';
import type { PinState } from '@shared/ipc/contract.ts';
import { request } from '../bridge.ts';
import { useSession } from '../session.tsx';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { useWords } from '../words.tsx';
import { PinForm, type PinWish } from './pin-form.tsx';
import { PinKeeper } from './pin-keeper.tsx';

/** 口令: one's own PIN, and who may clear those of others. */
export function PinSettings() {
  const [state, setState] = useState<PinState | null>(null);
  const refresh = useCallback(async (): Promise<void> => setState(await request('people:pins')), []);
  useEffect(() => {
    void refresh();
  }, [refresh]);
  if (!state) return null;
  return (
    <>
      <OwnPin state={state} onChanged={refresh} />
      <PinKeeper state={state} onChanged={refresh} />
    </>
  );
}

interface OwnPinProps {
  readonly state: PinState;
  readonly onChanged: () => Promise<void>;
}

function OwnPin({ state, onChanged }: OwnPinProps) {
  const { settings: words } = useWords().people;
  const { person } = useSession();
  const [wish, setWish] = useState<PinWish | null>(null);
  const [said, setSaid] = useState('');
  const has = state.protected.includes(person.id);
  const done = async (sentence: string): Promise<void> => {
    setWish(null);
    setSaid(sentence);
    await onChanged();
  };
  const ask = (next: PinWish): void => {
    setSaid('');
    setWish(next);
  };
  return (
    <section className="card stack">
      <h2>{words.title}</h2>
      <p className="soft">{words.hint}</p>
      <p>{has ? words.has : words.hasNot}</p>
      {said !== '' && <Notice tone="good">{said}</Notice>}
      {wish ? (
        <PinForm key={wish} wish={wish} has={has} personId={person.id} onDone={done} onCancel={() => setWish(null)} />
      ) : (
        <div className="row">
          <Button onClick={() => ask('set')}>{has ? words.change : words.set}</Button>
          {has && <Button onClick={() => ask('remove')}>{words.remove}</Button>}
        </div>
      )}
    </section>
  );
}
