import type { Review, TopicScores } from '@shared/model/project-event.ts';
import { topicScore } from '@shared/projects/lifecycle/scores.ts';
import { ScrollBox } from '../../../ui/scroll-box.tsx';
import { useWords } from '../../../words.tsx';

interface ReviewsProps {
  /** Of the present revision. */
  readonly reviews: readonly Review[];
  readonly weights: TopicScores;
}

const aspects = ['distinctiveness', 'feasibility', 'value'] as const;

/** 审批意见: what each review of this revision said and scored, side by side. */
export function Reviews({ reviews, weights }: ReviewsProps) {
  const { reviews: words, aspect } = useWords().projectApplication;
  if (reviews.length === 0) return null;
  return (
    <section className="stack">
      <h2>{words.heading}</h2>
      <ScrollBox label={words.heading} className="project-scroll">
        <table className="table">
          <thead>
            <tr>
              {[words.stage, words.outcome, words.opinion].map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
              {[...aspects.map((one) => aspect[one]), words.score].map((title) => (
                <th key={title} scope="col" className="num">
                  {title}
                </th>
              ))}
              <th scope="col">{words.signed}</th>
            </tr>
          </thead>
          <tbody>
            {reviews.map((review) => (
              <Row key={review.stage} review={review} weights={weights} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}

function Row({ review, weights }: { readonly review: Review; readonly weights: TopicScores }) {
  const { projects, projectApplication } = useWords();
  const { history, outcome } = projectApplication;
  const { stage, opinion, conditions, scores, signer, meeting, date } = review;
  return (
    <tr>
      <th scope="row">{projects.review[stage]}</th>
      <td className="project-when">{outcome[review.outcome]}</td>
      <td className="project-text">{[opinion, conditions && history.conditions(conditions)].filter(Boolean).join('\n')}</td>
      {aspects.map((aspect) => (
        <td key={aspect} className="num">
          {scores?.[aspect] ?? '—'}
        </td>
      ))}
      <td className="num">{scores ? topicScore(scores, weights) : '—'}</td>
      <td className="project-text">{[meeting, signer, date].filter(Boolean).join('\n')}</td>
    </tr>
  );
}
