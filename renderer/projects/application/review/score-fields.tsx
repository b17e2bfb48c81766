import type { TopicScores } from '@shared/model/project-event.ts';
import { topicScore } from '@shared/projects/lifecycle/scores.ts';
import { Field } from '../../../ui/field.tsx';
import { useWords } from '../../../words.tsx';
import { scoresOf, type ReviewFields } from './review-fields.ts';

interface ScoreFieldsProps {
  readonly scores: ReviewFields['scores'];
  readonly weights: TopicScores;
  readonly onChange: (scores: ReviewFields['scores']) => void;
}

const aspects = ['distinctiveness', 'feasibility', 'value'] as const;

/** 特色化 · 可行性 · 价值度, and their sum by the policy's weights. */
export function ScoreFields({ scores, weights, onChange }: ScoreFieldsProps) {
  const { review: words, aspect } = useWords().projectApplication;
  const read = scoresOf(scores);
  return (
    <fieldset className="choice">
      <legend>{words.scores}</legend>
      <div className="project-scores">
        {aspects.map((one) => (
          <Field key={one} label={aspect[one]}>
            <input
              inputMode="decimal"
              maxLength={6}
              value={scores[one]}
              onChange={(event) => onChange({ ...scores, [one]: event.target.value })}
            />
          </Field>
        ))}
      </div>
      {read !== null && typeof read === 'object' && <output>{words.total(topicScore(read, weights))}</output>}
    </fieldset>
  );
}
