import type { TopicMastery } from './mastery.ts';
import type { TopicStanding } from './standing.ts';

/**
 * All questions of these topics, topic by topic: in each those answered wrong the last time, then those never seen, then
 * the others, the one answered longest ago first.
 */
export function weakOrder(weakest: readonly TopicMastery[], standings: readonly TopicStanding[]): string[] {
  const byName = new Map(standings.map((standing) => [nameOf(standing), standing]));
  return weakest.flatMap((mastery) => {
    const standing = byName.get(nameOf(mastery));
    return standing ? [...longestAgo(standing, false), ...standing.unseen, ...longestAgo(standing, true)] : [];
  });
}

/** The questions that were right, or wrong, the last time; the one answered longest ago first. */
export const longestAgo = ({ answered }: Pick<TopicStanding, 'answered'>, correct: boolean): string[] =>
  answered
    .filter((answer) => answer.correct === correct)
    .toSorted((one, other) => one.at - other.at || (one.questionId < other.questionId ? -1 : 1))
    .map(({ questionId }) => questionId);

/** Tells topics apart: names repeat from section to section. */
export const nameOf = ({ section, topic }: Pick<TopicStanding, 'section' | 'topic'>): string => `${section}\n${topic}`;
