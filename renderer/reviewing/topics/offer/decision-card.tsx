import { useState } from 'react';
import type { ClaimDecision, Offer, RankedClaim } from '@shared/model/topic.ts';
import { allHereAt } from '@shared/projects/reviewing/claims.ts';
import { ConfirmDialog } from '../../../confirm-dialog.tsx';
import { dropDecision } from '../../../data/reviewing/topics.ts';
import { hrefOf } from '../../../route.ts';
import { Button } from '../../../ui/button.tsx';
import { minuteOf } from '../../../ui/format.ts';
import { Notice } from '../../../ui/notice.tsx';
import { useMinute } from '../../../ui/use-minute.ts';
import { useWords } from '../../../words.tsx';
import { DecideDialog } from './decide-dialog.tsx';
import { explanationOf } from './explanation.ts';

interface DecisionCardProps {
  readonly offer: Offer;
  readonly decision: ClaimDecision | null;
  /** Whether branches have the decision. */
  readonly isOut: boolean;
  readonly ranked: readonly RankedClaim[];
  readonly projects: ReadonlyMap<string, number>;
}

/** 决定: what the rule gives, when it may be decided, and what was decided. */
export function DecisionCard({ offer, decision, isOut, ranked, projects }: DecisionCardProps) {
  const { bureauTopics } = useWords();
  return (
    <section className="card stack" aria-labelledby="decision-title">
      <h3 id="decision-title">{bureauTopics.decision.title}</h3>
      {decision ? <Decided decision={decision} isOut={isOut} /> : <Undecided offer={offer} ranked={ranked} projects={projects} />}
    </section>
  );
}

function Undecided({ offer, ranked, projects }: Pick<DecisionCardProps, 'offer' | 'ranked' | 'projects'>) {
  const { bureauTopics } = useWords();
  const words = bureauTopics.decision;
  const [asks, setAsks] = useState(false);
  const now = useMinute();
  if (now <= offer.closesAt) return <p>{words.open(minuteOf(offer.closesAt))}</p>;
  const isEarly = now < allHereAt(offer);
  const explanation = explanationOf(offer, ranked, projects, bureauTopics);
  return (
    <>
      <Notice tone={isEarly ? 'warn' : 'plain'}>{isEarly ? words.early(minuteOf(allHereAt(offer))) : words.ready}</Notice>
      <h3>{words.result}</h3>
      <Sentences text={explanation} />
      <div>
        <Button main onClick={() => setAsks(true)}>
          {words.button}
        </Button>
      </div>
      {asks && (
        <DecideDialog offerId={offer.id} ranked={ranked} explanation={explanation} isEarly={isEarly} onClose={() => setAsks(false)} />
      )}
    </>
  );
}

function Decided({ decision, isOut }: { readonly decision: ClaimDecision; readonly isOut: boolean }) {
  const words = useWords().bureauTopics.decision;
  const [asks, setAsks] = useState(false);
  return (
    <>
      <p>{words.decided(decision.decidedBy, minuteOf(decision.decidedAt))}</p>
      <Sentences text={decision.explanation} />
      {isOut ? (
        <p className="soft">{words.announced}</p>
      ) : (
        <div className="row">
          <a className="button button-main" href={hrefOf('reviewing', 'publish')}>
            {words.toPublish}
          </a>
          <Button onClick={() => setAsks(true)}>{words.undo}</Button>
        </div>
      )}
      {asks && (
        <ConfirmDialog
          title={words.undoTitle}
          text={words.undoText}
          confirm={words.undo}
          work={() => dropDecision(decision.id)}
          onClose={() => setAsks(false)}
        />
      )}
    </>
  );
}

/** An explanation, one sentence a line. */
function Sentences({ text }: { readonly text: string }) {
  return (
    <ul className="reviewing-list">
      {text.split('\n').map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
