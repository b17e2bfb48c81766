import { assignmentWith, isTopicPublished, offerWith } from '../../data/reviewing/topics.ts';
import { useLive } from '../../data/live.ts';
import { hrefOf } from '../../route.ts';
import { Empty } from '../../ui/empty.tsx';
import { useWords } from '../../words.tsx';
import type { ReviewingTabProps } from '../reviewing-tabs.tsx';
import { EditAssignment, NewAssignment } from './form/assignment-form.tsx';
import { EditOffer, NewOffer } from './form/offer-form.tsx';
import { OfferPage } from './offer/offer-page.tsx';
import { TopicLists } from './topic-lists.tsx';

/** 选题: `#/reviewing/topics`, `…/offer/new`, `…/offer/<id>`, `…/offer/<id>/edit`, `…/assignment/new`, `…/assignment/<id>`. */
export function TopicsTab({ route, today }: ReviewingTabProps) {
  const [kind = '', id = '', part = ''] = route;
  if (kind === 'offer' && id === 'new') return <NewOffer />;
  if (kind === 'offer' && id !== '') return <OneOffer key={id} id={id} part={part} />;
  if (kind === 'assignment' && id === 'new') return <NewAssignment today={today} />;
  if (kind === 'assignment' && id !== '') return <OneAssignment key={id} id={id} />;
  return <TopicLists />;
}

function OneOffer({ id, part }: { readonly id: string; readonly part: string }) {
  const { app } = useWords();
  const offer = useLive(async () => (await offerWith(id)) ?? 'none', [id]);
  const isPublished = useLive(() => isTopicPublished('offers', id), [id]);
  if (offer === undefined || isPublished === undefined) return <p className="soft">{app.loading}</p>;
  if (offer === 'none') return <Gone />;
  return part === 'edit' && !isPublished ? <EditOffer offer={offer} /> : <OfferPage offer={offer} isPublished={isPublished} />;
}

function OneAssignment({ id }: { readonly id: string }) {
  const { app } = useWords();
  const assignment = useLive(async () => (await assignmentWith(id)) ?? 'none', [id]);
  const isPublished = useLive(() => isTopicPublished('assignments', id), [id]);
  if (assignment === undefined || isPublished === undefined) return <p className="soft">{app.loading}</p>;
  if (assignment === 'none') return <Gone />;
  return <EditAssignment assignment={assignment} isPublished={isPublished} />;
}

function Gone() {
  const { bureauTopics } = useWords();
  return (
    <Empty>
      <p>{bureauTopics.gone}</p>
      <a className="button" href={hrefOf('reviewing', 'topics')}>
        {bureauTopics.toList}
      </a>
    </Empty>
  );
}
