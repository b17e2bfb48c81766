import { useEffect, useRef, useState } from 'react';
import type { Failure } from '@shared/model/failure.ts';
import { request } from '../bridge.ts';
import { PinFailure } from '../pin-failure.tsx';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { useWords } from '../words.tsx';

export type PinWish = 'set' | 'remove';

interface PinFormProps {
  readonly wish: PinWish;
  readonly has: boolean;
  readonly personId: string;
  /** With the sentence to say. */
  readonly onDone: (sentence: string) => Promise<void>;
  readonly onCancel: () => void;
}

const shortestPin = 4;

/** Sets, changes or removes one's own PIN; where there is one, it is asked for. */
export function PinForm({ wish, has, personId, onDone, onCancel }: PinFormProps) {
  const { settings: words } = useWords().people;
  const form = useRef<HTMLFormElement>(null);
  // The button that opened the form is gone.
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const [old, setOld] = useState('');
  const [fresh, setFresh] = useState('');
  const [again, setAgain] = useState('');
  const [mistake, setMistake] = useState<'tooShort' | 'differs' | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const save = async (): Promise<void> => {
    const wrong = wish === 'remove' ? null : mistakeIn(fresh, again);
    setMistake(wrong);
    setFailure(null);
    if (wrong) return;
    const result = await request('people:set-pin', personId, has ? old : null, wish === 'remove' ? null : fresh);
    if (result.ok) return onDone(wish === 'remove' ? words.removed : words.saved);
    setOld('');
    setFailure(result.failure);
  };
  return (
    <form
      ref={form}
      className="stack page-narrow"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {failure && <PinFailure failure={failure} />}
      {mistake && <Notice tone="warn">{words[mistake]}</Notice>}
      {has && <PinField label={words.old} value={old} onChange={setOld} />}
      {wish === 'set' && (
        <>
          <PinField label={words.fresh} value={fresh} onChange={setFresh} />
          <PinField label={words.again} value={again} onChange={setAgain} />
        </>
      )}
      <div className="row">
        <Button main type="submit" disabled={has && old === ''}>
          {wish === 'remove' ? words.remove : words.save}
        </Button>
        <Button onClick={onCancel}>{words.cancel}</Button>
      </div>
    </form>
  );
}

/** By characters, not by how they are stored. */
function mistakeIn(fresh: string, again: string): 'tooShort' | 'differs' | null {
  if (Array.from(fresh).length < shortestPin) return 'tooShort';
  return fresh === again ? null : 'differs';
}

interface PinFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (pin: string) => void;
}

export function PinField({ label, value, onChange }: PinFieldProps) {
  return (
    <Field label={label}>
      <input type="password" autoComplete="off" maxLength={100} value={value} onChange={(event) => onChange(event.target.value)} />
    </Field>
  );
}
