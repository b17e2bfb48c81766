import type { TopicScores } from '../../model/project-event.ts';

/** The score of a topic, 0 to 100 with one decimal, by the policy's weights; they need not sum to 1. 0 where all weigh nothing. */
export function topicScore(scores: TopicScores, weights: TopicScores): number {
  const aspects = ['distinctiveness', 'feasibility', 'value'] as const;
  const whole = aspects.reduce((sum, aspect) => sum + weights[aspect], 0);
  if (whole === 0) return 0;
  const sum = aspects.reduce((total, aspect) => total + scores[aspect] * weights[aspect], 0);
  // 0.3 × 90 is 26.999…96 in binary: what is exact to people must not fall below a half
  return Math.round((10 * sum) / whole + 1e-9) / 10;
}
