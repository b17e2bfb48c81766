import { useState } from 'react';
import type { Assignment, Offer } from '@shared/model/topic.ts';
import { isPublished, type Marks } from '@shared/projects/reviewing/publication.ts';
import { readPublishedMarks } from '../../data/reviewing/publish.ts';
import { countClaims, readAssignments, readOffers } from '../../data/reviewing/topics.ts';
import { useLive } from '../../data/live.ts';
import { hrefOf } from '../../route.ts';
import { Empty } from '../../ui/empty.tsx';
import { minuteOf } from '../../ui/format.ts';
import { Tag } from '../../ui/tag.tsx';
import { useWords } from '../../words.tsx';
import { ListTable } from '../list-table.tsx';
import { OfferTag } from './offer-tag.tsx';

/** Every topic that the bureau offers or gives, with how far it is. */
export function TopicLists() {
  const { bureauTopics: words, reviewing, app } = useWords();
  const [isAll, setAll] = useState(false);
  const offers = useLive(readOffers, []);
  const assignments = useLive(readAssignments, []);
  const published = useLive(readPublishedMarks, []);
  if (!offers || !assignments || !published) return <p className="soft">{app.loading}</p>;
  const shown = ({ archived }: { readonly archived: boolean }): boolean => isAll || !archived;
  return (
    <div className="stack">
      <div className="row reviewing-between">
        <div className="row">
          <a className="button button-main" href={hrefOf('reviewing', 'topics', 'offer', 'new')}>
            {words.newOffer}
          </a>
          <a className="button" href={hrefOf('reviewing', 'topics', 'assignment', 'new')}>
            {words.newAssignment}
          </a>
        </div>
        {[...offers, ...assignments].some(({ archived }) => archived) && (
          <label className="check">
            <input type="checkbox" checked={isAll} onChange={(event) => setAll(event.target.checked)} />
            {reviewing.showArchived}
          </label>
        )}
      </div>
      <h2>{words.offers}</h2>
      <Offers offers={offers.filter(shown)} />
      <h2>{words.assignments}</h2>
      <Assignments assignments={assignments.filter(shown)} published={published} />
    </div>
  );
}

function Offers({ offers }: { readonly offers: readonly Offer[] }) {
  const { columns, offers: label, noOffers } = useWords().bureauTopics;
  if (offers.length === 0) return <Empty>{noOffers}</Empty>;
  const heads = [
    columns.title,
    { number: columns.year },
    columns.window,
    { number: columns.places },
    { number: columns.claims },
    columns.state,
  ];
  return (
    <ListTable label={label} columns={heads}>
      {offers.map((offer) => (
        <OfferRow key={offer.id} offer={offer} />
      ))}
    </ListTable>
  );
}

function OfferRow({ offer }: { readonly offer: Offer }) {
  const { bureauTopics: words } = useWords();
  const claims = useLive(() => countClaims(offer.id), [offer.id]);
  return (
    <tr>
      <th scope="row">
        <a href={hrefOf('reviewing', 'topics', 'offer', offer.id)}>{offer.title}</a>
      </th>
      <td className="num">{offer.year}</td>
      <td>{words.window(minuteOf(offer.opensAt), minuteOf(offer.closesAt))}</td>
      <td className="num">{offer.places}</td>
      <td className="num">{claims ?? ''}</td>
      <td>
        <OfferTag offer={offer} />
      </td>
    </tr>
  );
}

function Assignments({ assignments, published }: { readonly assignments: readonly Assignment[]; readonly published: Marks }) {
  const { columns, assignments: label, noAssignments } = useWords().bureauTopics;
  if (assignments.length === 0) return <Empty>{noAssignments}</Empty>;
  return (
    <ListTable label={label} columns={[columns.title, columns.unit, { number: columns.year }, columns.due, columns.state]}>
      {assignments.map((assignment) => (
        <AssignmentRow key={assignment.id} assignment={assignment} isOut={isPublished(published, 'assignments', assignment.id)} />
      ))}
    </ListTable>
  );
}

function AssignmentRow({ assignment, isOut }: { readonly assignment: Assignment; readonly isOut: boolean }) {
  const { bureauTopics: words, reviewing } = useWords();
  const state = isOut ? words.states.assigned : words.states.draft;
  return (
    <tr>
      <th scope="row">
        <a href={hrefOf('reviewing', 'topics', 'assignment', assignment.id)}>{assignment.title}</a>
      </th>
      <td>{assignment.unitName}</td>
      <td className="num">{assignment.year}</td>
      <td>{assignment.dueDate || words.none}</td>
      <td>
        <Tag tone={isOut ? 'good' : 'warn'}>{assignment.archived ? reviewing.archived : state}</Tag>
      </td>
    </tr>
  );
}
