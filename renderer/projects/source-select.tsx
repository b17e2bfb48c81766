import { topicSources, type TopicSource } from '@shared/model/project.ts';
import { Field } from '../ui/field.tsx';
import { useWords } from '../words.tsx';

interface SourceSelectProps {
  readonly label: string;
  readonly value: TopicSource;
  readonly disabled: boolean;
  readonly onChange: (source: TopicSource) => void;
}

/** 选题方式. */
export function SourceSelect({ label, value, disabled, onChange }: SourceSelectProps) {
  const { source } = useWords().projects;
  return (
    <Field label={label}>
      <select
        value={value}
        disabled={disabled}
        onChange={(event) => onChange(topicSources.find((one) => one === event.target.value) ?? value)}
      >
        {topicSources.map((one) => (
          <option key={one} value={one}>
            {source[one]}
          </option>
        ))}
      </select>
    </Field>
  );
}
