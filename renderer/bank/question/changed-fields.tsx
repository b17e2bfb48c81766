import type { Question } from '@shared/model/question.ts';
import { useWords } from '../../words.tsx';
import { Difference } from './difference.tsx';
import { changedFields } from './question-fields.ts';

interface ChangedFieldsProps {
  readonly before: Question | null;
  readonly after: Question | null;
}

/** What changed from one form of a question to another: field, before → after. */
export function ChangedFields({ before, after }: ChangedFieldsProps) {
  const { bank } = useWords();
  const fields = changedFields(before, after, bank);
  if (fields.length === 0) return <p className="soft">{bank.noFieldChanged}</p>;
  return (
    <table className="table bank-changed">
      <thead>
        <tr>
          <th scope="col">{bank.fieldName}</th>
          <th scope="col">{bank.before}</th>
          <th scope="col">{bank.after}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <tr key={field.name}>
            <th scope="row">{field.name}</th>
            <td>
              <Difference before={field.before} after={field.after} show="before" />
            </td>
            <td>
              <Difference before={field.before} after={field.after} show="after" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
