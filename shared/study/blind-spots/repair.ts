import { pick, seedFrom, type Dice } from '../../exam/random.ts';
import type { TopicMastery } from './mastery.ts';
import type { TopicStanding } from './standing.ts';
import { longestAgo, nameOf } from './weak-order.ts';

/** A repair set (补弱) has so many questions. */
export const repairSize = 20;

/** No topic gives more than this before every other weak one had its turn. */
const mostOfTopic = 4;

/** Why a topic is in the set, and what it gives. */
export interface RepairReason extends TopicMastery {
  /** Questions of it in the set: answered wrong the last time · never answered · right the last time, taken to fill up. */
  readonly wrong: number;
  readonly unseen: number;
  readonly review: number;
}

export interface RepairSet {
  /** Topic by topic, the weakest first. */
  readonly ids: readonly string[];
  readonly why: readonly RepairReason[];
}

interface Candidates {
  readonly mastery: TopicMastery;
  readonly wrong: readonly string[];
  readonly unseen: readonly string[];
  readonly review: readonly string[];
}

/** How many of each kind a topic gives. */
interface Share {
  wrong: number;
  unseen: number;
  review: number;
}

/**
 * The questions against blind spots: the weakest topics first, in each those answered wrong before those never seen; what
 * was right only where there is nothing else. The topics share: each gives a few before any gives more. The same standing
 * and seed give the same set.
 * @param weakest the topics to draw from, the weakest first
 * @param standings where the person stands in at least these topics
 */
export function repairSet(weakest: readonly TopicMastery[], standings: readonly TopicStanding[], seed: number): RepairSet {
  const dice = seedFrom(seed);
  const byName = new Map(standings.map((standing) => [nameOf(standing), standing]));
  const topics = weakest.flatMap((mastery) => {
    const standing = byName.get(nameOf(mastery));
    return standing ? [candidatesOf(mastery, standing, dice)] : [];
  });
  const shares = share(topics);
  const taken = topics.flatMap((topic, place) => {
    const { wrong = 0, unseen = 0, review = 0 } = shares[place] ?? {};
    return wrong + unseen + review > 0 ? [{ topic, wrong, unseen, review }] : [];
  });
  return {
    ids: taken.flatMap(({ topic, wrong, unseen, review }) => [
      ...topic.wrong.slice(0, wrong),
      ...topic.unseen.slice(0, unseen),
      ...topic.review.slice(0, review),
    ]),
    why: taken.map(({ topic, ...counts }) => ({ ...topic.mastery, ...counts })),
  };
}

function candidatesOf(mastery: TopicMastery, standing: TopicStanding, dice: Dice): Candidates {
  const unseen = pick(standing.unseen, repairSize, dice);
  return { mastery, wrong: longestAgo(standing, false), unseen, review: longestAgo(standing, true) };
}

/** What was right comes only when nothing else is left; each time a few of every topic come before more of any. */
const rounds: readonly { readonly kinds: readonly (keyof Share)[]; readonly most: number }[] = [
  { kinds: ['wrong', 'unseen'], most: mostOfTopic },
  { kinds: ['wrong', 'unseen'], most: repairSize },
  { kinds: ['review'], most: mostOfTopic },
  { kinds: ['review'], most: repairSize },
];

function share(topics: readonly Candidates[]): Share[] {
  const all = topics.map((topic) => ({ topic, own: { wrong: 0, unseen: 0, review: 0 } }));
  let left = repairSize;
  for (const { kinds, most } of rounds) {
    for (const { topic, own } of all) {
      for (const kind of kinds) {
        const room = most - own.wrong - own.unseen - own.review;
        const taken = Math.max(0, Math.min(left, room, topic[kind].length - own[kind]));
        own[kind] += taken;
        left -= taken;
      }
    }
  }
  return all.map(({ own }) => own);
}
