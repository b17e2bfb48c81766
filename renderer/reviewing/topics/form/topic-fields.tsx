import { Field } from '../../../ui/field.tsx';
import { useWords } from '../../../words.tsx';

interface TopicTexts {
  readonly title: string;
  readonly year: string;
  readonly specialty: string;
  readonly problem: string;
  readonly expected: string;
}

interface TopicFieldsProps {
  readonly draft: TopicTexts;
  readonly onChange: (changes: Partial<TopicTexts>) => void;
}

/** What every topic says, offered or given. */
export function TopicFields({ draft, onChange }: TopicFieldsProps) {
  const words = useWords().bureauTopics.form;
  return (
    <>
      <Field label={words.title}>
        <input maxLength={200} value={draft.title} onChange={(event) => onChange({ title: event.target.value })} />
      </Field>
      <div className="reviewing-fields">
        <Field label={words.year}>
          <input inputMode="numeric" maxLength={4} value={draft.year} onChange={(event) => onChange({ year: event.target.value })} />
        </Field>
        <Field label={words.specialty}>
          <input maxLength={200} value={draft.specialty} onChange={(event) => onChange({ specialty: event.target.value })} />
        </Field>
      </div>
      <Field label={words.problem}>
        <textarea maxLength={10_000} value={draft.problem} onChange={(event) => onChange({ problem: event.target.value })} />
      </Field>
      <Field label={words.expected}>
        <textarea maxLength={10_000} value={draft.expected} onChange={(event) => onChange({ expected: event.target.value })} />
      </Field>
    </>
  );
}
