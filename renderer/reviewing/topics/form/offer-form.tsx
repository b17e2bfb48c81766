import { useState } from 'react';
import type { Offer } from '@shared/model/topic.ts';
import { readUnits, saveOffer } from '../../../data/reviewing/topics.ts';
import { useLive } from '../../../data/live.ts';
import { Field } from '../../../ui/field.tsx';
import { useWords } from '../../../words.tsx';
import { draftOfOffer, newOfferDraft, offerOf, problemOfOffer, type OfferDraft } from './offer-draft.ts';
import { TopicFields } from './topic-fields.tsx';
import { TopicForm } from './topic-form.tsx';
import { UnitChoice } from './unit-choice.tsx';
import { WindowFields } from './window-fields.tsx';

/** 新建抢注题目, with everything proposed that can be. */
export function NewOffer() {
  const [{ id, first }] = useState(() => ({ id: crypto.randomUUID(), first: newOfferDraft(Date.now()) }));
  return <OfferForm offer={{ id, archived: false }} first={first} isNew />;
}

/** Only an offer that nobody has yet. */
export function EditOffer({ offer }: { readonly offer: Offer }) {
  const [first] = useState(offer); // what is typed stays, whatever is saved meanwhile
  return <OfferForm offer={first} first={draftOfOffer(first)} isNew={false} />;
}

interface OfferFormProps {
  readonly offer: Pick<Offer, 'id' | 'archived'>;
  readonly first: OfferDraft;
  readonly isNew: boolean;
}

function OfferForm({ offer, first, isNew }: OfferFormProps) {
  const { bureauTopics } = useWords();
  const words = bureauTopics.form;
  const [draft, setDraft] = useState(first);
  const change = (changes: Partial<OfferDraft>): void => setDraft((now) => ({ ...now, ...changes }));
  const problem = problemOfOffer(draft);
  return (
    <TopicForm
      title={isNew ? bureauTopics.newOffer : bureauTopics.offer.edit}
      isChanged={JSON.stringify(draft) !== JSON.stringify(first)}
      problem={problem ? words[problem] : ''}
      save={() => saveOffer(isNew ? 'offer.create' : 'offer.edit', offerOf(draft, offer))}
      back={isNew ? ['reviewing', 'topics'] : ['reviewing', 'topics', 'offer', offer.id]}
    >
      <TopicFields draft={draft} onChange={change} />
      <WindowFields draft={draft} onChange={change} />
      <Field label={words.places}>
        <input inputMode="numeric" maxLength={4} value={draft.places} onChange={(event) => change({ places: event.target.value })} />
      </Field>
      <EligibleFields draft={draft} onChange={change} />
    </TopicForm>
  );
}

interface EligibleFieldsProps {
  readonly draft: Pick<OfferDraft, 'isLimited' | 'eligible'>;
  readonly onChange: (changes: Partial<OfferDraft>) => void;
}

function EligibleFields({ draft: { isLimited, eligible }, onChange }: EligibleFieldsProps) {
  const words = useWords().bureauTopics.form;
  const units = useLive(readUnits, []);
  return (
    <fieldset className="choice">
      <legend>{words.eligible}</legend>
      <label className="check">
        <input type="radio" name="eligible" checked={!isLimited} onChange={() => onChange({ isLimited: false })} />
        {words.everyUnit}
      </label>
      <label className="check">
        <input type="radio" name="eligible" checked={isLimited} onChange={() => onChange({ isLimited: true })} />
        {words.onlyThese}
      </label>
      {isLimited && units && <UnitChoice units={units} chosen={eligible} onChange={(chosen) => onChange({ eligible: chosen })} />}
    </fieldset>
  );
}
