import { useState } from 'react';
import type { OfferFacts, OfferStanding } from '@shared/projects/topics/standing.ts';
import { hrefOf } from '../../route.ts';
import { Button } from '../../ui/button.tsx';
import { minuteOf } from '../../ui/format.ts';
import { Tag } from '../../ui/tag.tsx';
import { useWords } from '../../words.tsx';
import { ClaimDialog } from './claim-dialog.tsx';
import { Decision } from './decision.tsx';
import { TakeUp } from './take-up.tsx';
import { TopicFacts } from './topic-facts.tsx';
import { WithdrawButton } from './withdraw-button.tsx';

interface OfferCardProps {
  readonly facts: OfferFacts;
  readonly projectId: string | null;
}

const tones: Readonly<Record<OfferStanding, 'good' | 'warn' | 'plain'>> = {
  before: 'plain',
  open: 'good',
  closed: 'plain',
  foreign: 'plain',
  claimed: 'warn',
  won: 'good',
  lost: 'plain',
  archived: 'plain',
};

/** One topic that branches may claim, where this unit stands with it, and its next step. */
export function OfferCard({ facts, projectId }: OfferCardProps) {
  const { offers: words } = useWords().projectTopics;
  const [claiming, setClaiming] = useState(false);
  const { offer, standing, decision, claims } = facts;
  const { title, opensAt, closesAt, places } = offer;
  return (
    <article className="card stack topic-card" aria-label={title}>
      <div className="row">
        <h3>{title}</h3>
        <Tag tone={tones[standing]}>{words.standings[standing]}</Tag>
      </div>
      <p className="soft">
        {words.window(minuteOf(opensAt), minuteOf(closesAt))} · {words.places(places)}
      </p>
      <TopicFacts topic={offer} />
      <Claims facts={facts} />
      {decision && <Decision decision={decision} />}
      <div className="row">
        {standing === 'open' && (
          <Button aria-label={words.claimNamed(title)} onClick={() => setClaiming(true)}>
            {words.claim}
          </Button>
        )}
        {standing === 'won' && (
          <TakeUp
            source="claimed"
            topic={offer}
            secretary={claims.findLast(({ withdrawn }) => !withdrawn)?.statement.secretary ?? ''}
            projectId={projectId}
          />
        )}
      </div>
      {claiming && <ClaimDialog offer={offer} onClose={() => setClaiming(false)} />}
    </article>
  );
}

/** What this unit has signed, and what is still to be done with it. */
function Claims({ facts: { offer, standing, claims } }: { readonly facts: OfferFacts }) {
  const { offers: words } = useWords().projectTopics;
  return (
    <>
      {claims.map((claim) => {
        const { claimedAt, secretary } = claim.statement;
        if (claim.withdrawn) return <p key={claim.id}>{words.withdrawn(minuteOf(claimedAt))}</p>;
        return (
          <div key={claim.id} className="row">
            <span>{words.claimedAt(minuteOf(claimedAt), secretary)}</span>
            {standing === 'claimed' && <WithdrawButton offer={offer} claim={claim} />}
          </div>
        );
      })}
      {standing === 'claimed' && (
        <p>
          {words.toSend} <a href={hrefOf('projects', 'send')}>{words.sendLink}</a>
        </p>
      )}
    </>
  );
}
