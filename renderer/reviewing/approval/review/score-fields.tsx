import { topicScore } from '@shared/projects/lifecycle/scores.ts';
import { readProjectRules } from '../../../data/projects/rules.ts';
import { useLive } from '../../../data/live.ts';
import { Field } from '../../../ui/field.tsx';
import { percentOf } from '../../../ui/format.ts';
import { useWords } from '../../../words.tsx';
import { scoredAspects, scoresOf, type ReviewDraft } from './review-draft.ts';

interface ScoreFieldsProps {
  readonly draft: ReviewDraft;
  readonly onChange: (changes: Pick<ReviewDraft, 'scores'>) => void;
}

/** 特色化, 可行性 and 价值度, and what they come to by the weights of the policy. */
export function ScoreFields({ draft, onChange }: ScoreFieldsProps) {
  const words = useWords().approval.form;
  const rules = useLive(readProjectRules, []);
  if (!rules) return null;
  const { weights } = rules;
  const whole = scoredAspects.reduce((sum, aspect) => sum + weights[aspect], 0);
  const shareOf = (aspect: keyof typeof weights): number => (whole === 0 ? 0 : percentOf(weights[aspect] / whole));
  const scores = scoresOf(draft);
  const total = scores === null || scores === 'unreadable' ? words.noTotal : String(topicScore(scores, weights));
  return (
    <fieldset className="choice">
      <legend>{words.scores}</legend>
      <div className="reviewing-fields">
        {scoredAspects.map((aspect) => (
          <Field key={aspect} label={`${words[aspect]}（${words.weight(shareOf(aspect))}）`}>
            <input
              inputMode="decimal"
              maxLength={6}
              value={draft.scores[aspect]}
              onChange={(event) => onChange({ scores: { ...draft.scores, [aspect]: event.target.value } })}
            />
          </Field>
        ))}
      </div>
      <strong role="status">{words.total(total)}</strong>
    </fieldset>
  );
}
