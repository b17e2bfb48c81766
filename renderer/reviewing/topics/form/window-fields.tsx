import { Field } from '../../../ui/field.tsx';
import { useWords } from '../../../words.tsx';
import type { OfferDraft } from './offer-draft.ts';

type Window = Pick<OfferDraft, 'openDay' | 'openTime' | 'closeDay' | 'closeTime'>;

/** From when to when a topic may be claimed, by the clock on the wall. */
export function WindowFields({ draft, onChange }: { readonly draft: Window; readonly onChange: (changes: Partial<Window>) => void }) {
  const words = useWords().bureauTopics.form;
  const fields = [
    ['openDay', 'date'],
    ['openTime', 'time'],
    ['closeDay', 'date'],
    ['closeTime', 'time'],
  ] as const;
  return (
    <fieldset className="choice">
      <legend>{words.window}</legend>
      <div className="reviewing-fields">
        {fields.map(([name, type]) => (
          <Field key={name} label={words[name]}>
            <input type={type} value={draft[name]} onChange={(event) => onChange({ [name]: event.target.value })} />
          </Field>
        ))}
      </div>
      <p className="soft">{words.windowHint}</p>
    </fieldset>
  );
}
