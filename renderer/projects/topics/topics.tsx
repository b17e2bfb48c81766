import { assignmentsFor, offersFor } from '@shared/projects/topics/standing.ts';
import type { PublishedProjects } from '@shared/model/reviewing.ts';
import { useLive } from '../../data/live.ts';
import { readTopics, type Topics as TopicsFound } from '../../data/projects/topics.ts';
import { hrefOf } from '../../route.ts';
import { useSession } from '../../session.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useMinute } from '../../ui/use-minute.ts';
import { useWords } from '../../words.tsx';
import { AssignmentCard } from './assignment-card.tsx';
import { OfferCard } from './offer-card.tsx';
import './topics.css';

/** 选题: topics that the bureau assigned to this unit, and those that it may claim. */
export function Topics({ today }: { readonly today: string }) {
  const { projectTopics: words, app } = useWords();
  const topics = useLive(readTopics, []);
  return (
    <div className="page stack topic-page">
      <div className="head">
        <h1>{words.title}</h1>
        <a className="button" href={hrefOf('projects')}>
          {words.back}
        </a>
      </div>
      <p className="soft">{words.intro}</p>
      {topics === undefined && <p className="soft">{app.loading}</p>}
      {topics && !topics.published && <NoPackage />}
      {topics?.published && <Lists published={topics.published} topics={topics} today={today} />}
    </div>
  );
}

function NoPackage() {
  const { projectTopics: words } = useWords();
  return (
    <Notice tone="plain">
      <p>{words.noPackage}</p>
      <p>
        {words.noPackageNext} <a href={hrefOf('packages')}>{words.toPackages}</a>
      </p>
    </Notice>
  );
}

interface ListsProps {
  readonly published: PublishedProjects;
  readonly topics: TopicsFound;
  readonly today: string;
}

function Lists({ published, topics, today }: ListsProps) {
  const { projectTopics: words } = useWords();
  const { person } = useSession();
  const now = useMinute();
  const assignments = assignmentsFor(person, published.assignments);
  const offers = offersFor(person, published, topics.claims, now);
  return (
    <>
      <p>{words.unit(person.unitName)}</p>
      <section className="stack" aria-label={words.assigned.title}>
        <h2>{words.assigned.title}</h2>
        {assignments.length === 0 && <p>{words.assigned.none}</p>}
        {assignments.map((assignment) => (
          <AssignmentCard
            key={assignment.id}
            assignment={assignment}
            projectId={topics.projects.get(assignment.id) ?? null}
            today={today}
          />
        ))}
      </section>
      <section className="stack" aria-label={words.offers.title}>
        <h2>{words.offers.title}</h2>
        {offers.length === 0 && <p>{words.offers.none}</p>}
        {offers.length > 0 && (
          <details>
            <summary className="topic-summary">{words.offers.ruleTitle}</summary>
            <p>{words.offers.rule}</p>
          </details>
        )}
        {offers.map((facts) => (
          <OfferCard key={facts.offer.id} facts={facts} projectId={topics.projects.get(facts.offer.id) ?? null} />
        ))}
      </section>
    </>
  );
}
