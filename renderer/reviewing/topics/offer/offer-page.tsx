import type { Offer } from '@shared/model/topic.ts';
import {
  archiveOffer,
  isDecisionPublished,
  readClaims,
  readDecision,
  readProjectsBeside,
  readUnits,
} from '../../../data/reviewing/topics.ts';
import { useLive } from '../../../data/live.ts';
import { hrefOf } from '../../../route.ts';
import { Button } from '../../../ui/button.tsx';
import { minuteOf } from '../../../ui/format.ts';
import { useWords } from '../../../words.tsx';
import { OfferTag } from '../offer-tag.tsx';
import { TopicFacts } from '../topic-facts.tsx';
import { ClaimsCard } from './claims-card.tsx';
import { DecisionCard } from './decision-card.tsx';
import { standingClaims } from './standing-claims.ts';

/** One offer: what it says, what came in, and the decision. */
export function OfferPage({ offer, isPublished }: { readonly offer: Offer; readonly isPublished: boolean }) {
  const { bureauTopics: words } = useWords();
  const decided = useLive(async () => ({ decision: await readDecision(offer.id), isOut: await isDecisionPublished(offer.id) }), [offer.id]);
  const projects = useLive(() => readProjectsBeside(offer), [offer]);
  const claims = useLive(() => readClaims(offer.id), [offer.id]);
  const standing = decided && projects && claims && standingClaims(offer, claims, projects, decided.decision);
  return (
    <div className="stack">
      <div className="row reviewing-between">
        <h2 className="row">
          {offer.title} <OfferTag offer={offer} />
        </h2>
        <div className="row">
          <a className="button" href={hrefOf('reviewing', 'topics')}>
            {words.toList}
          </a>
          {!isPublished && (
            <a className="button" href={hrefOf('reviewing', 'topics', 'offer', offer.id, 'edit')}>
              {words.offer.edit}
            </a>
          )}
          <Button title={words.offer.archiveHint} onClick={() => void archiveOffer(offer, !offer.archived)}>
            {offer.archived ? words.offer.unarchive : words.offer.archive}
          </Button>
        </div>
      </div>
      <Publication isPublished={isPublished} />
      <div className="reviewing-columns">
        <OfferFacts offer={offer} />
        <Rule />
      </div>
      {standing && <ClaimsCard claims={claims} standing={standing} isDecided={decided.decision !== null} />}
      {standing && (
        <DecisionCard offer={offer} decision={decided.decision} isOut={decided.isOut} ranked={standing.ranked} projects={projects} />
      )}
    </div>
  );
}

function Publication({ isPublished }: { readonly isPublished: boolean }) {
  const { offer } = useWords().bureauTopics;
  if (isPublished) return <p className="soft">{offer.publishedHint}</p>;
  return (
    <p className="soft">
      {offer.draftHint} <a href={hrefOf('reviewing', 'publish')}>{offer.toPublish}</a>
    </p>
  );
}

function OfferFacts({ offer }: { readonly offer: Offer }) {
  const { bureauTopics: words, reviewing } = useWords();
  const { facts } = words.offer;
  const units = useLive(readUnits, []) ?? [];
  const nameOf = (id: string): string => units.find((unit) => unit.id === id)?.name ?? id;
  const eligible = offer.eligible.length === 0 ? words.offer.everyUnit : words.offer.units(offer.eligible.map(nameOf));
  return (
    <TopicFacts
      facts={[
        [words.columns.year, reviewing.year(offer.year)],
        [facts.window, words.window(minuteOf(offer.opensAt), minuteOf(offer.closesAt))],
        [facts.places, String(offer.places)],
        [facts.eligible, eligible],
        [facts.specialty, offer.specialty],
        [facts.problem, offer.problem],
        [facts.expected, offer.expected],
      ]}
    />
  );
}

/** The rule stands where it is applied. */
function Rule() {
  const { offer } = useWords().bureauTopics;
  return (
    <section className="card stack" aria-labelledby="claim-rule">
      <h3 id="claim-rule">{offer.rule}</h3>
      <ol className="reviewing-list">
        {offer.ruleText.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
    </section>
  );
}
