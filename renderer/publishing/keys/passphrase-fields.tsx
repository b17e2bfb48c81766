import { useState, type KeyboardEvent } from 'react';
import { Field } from '../../ui/field.tsx';
import { useWords } from '../../words.tsx';

interface PassphraseFieldsProps {
  /** Name of the field of a passphrase that exists; null where none is asked for. */
  readonly current: string | null;
  /** Name of the field of a new passphrase, which is typed twice; null where none is set. */
  readonly fresh: string | null;
}

/** Passphrases are typed blind, so Caps Lock is pointed out. The fields keep their text to themselves (see passphrase.ts). */
export function PassphraseFields({ current, fresh }: PassphraseFieldsProps) {
  const { publishingKeys } = useWords();
  const [isCapital, setIsCapital] = useState(false);
  const look = (event: KeyboardEvent): void => setIsCapital(event.getModifierState('CapsLock'));
  const common = { type: 'password', maxLength: 200, onKeyDown: look, onKeyUp: look } as const;
  return (
    <>
      {current !== null && (
        <Field label={current}>
          <input name="current" autoComplete="current-password" {...common} />
        </Field>
      )}
      {fresh !== null && (
        <>
          <Field label={fresh}>
            <input name="fresh" autoComplete="new-password" {...common} />
          </Field>
          <Field label={publishingKeys.again}>
            <input name="again" autoComplete="new-password" {...common} />
          </Field>
        </>
      )}
      <p role="status">{isCapital && publishingKeys.capsLock}</p>
    </>
  );
}
