import type { Offer } from '@shared/model/topic.ts';
import { isDecisionPublished, isTopicPublished, readDecision } from '../../data/reviewing/topics.ts';
import { useLive } from '../../data/live.ts';
import { Tag } from '../../ui/tag.tsx';
import { useMinute } from '../../ui/use-minute.ts';
import { useWords } from '../../words.tsx';
import { stateOfOffer, type OfferStanding, type OfferState } from './offer-state.ts';

const tones = {
  draft: 'warn',
  before: 'plain',
  open: 'good',
  closed: 'warn',
  decided: 'warn',
  announced: 'good',
} as const satisfies Record<OfferState, string>;

/** How far an offer is, in words. */
export function OfferTag({ offer }: { readonly offer: Offer }) {
  const { bureauTopics, reviewing } = useWords();
  const standing = useLive(() => readStanding(offer.id), [offer.id]);
  const now = useMinute();
  if (offer.archived) return <Tag tone="plain">{reviewing.archived}</Tag>;
  if (!standing) return null;
  const state = stateOfOffer(offer, standing, now);
  return <Tag tone={tones[state]}>{bureauTopics.states[state]}</Tag>;
}

async function readStanding(id: string): Promise<OfferStanding> {
  return {
    isPublished: await isTopicPublished('offers', id),
    isDecided: (await readDecision(id)) !== null,
    isAnnounced: await isDecisionPublished(id),
  };
}
