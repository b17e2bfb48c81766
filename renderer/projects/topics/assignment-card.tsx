import type { Assignment } from '@shared/model/topic.ts';
import { Tag } from '../../ui/tag.tsx';
import { useWords } from '../../words.tsx';
import { TakeUp } from './take-up.tsx';
import { TopicFacts } from './topic-facts.tsx';

interface AssignmentCardProps {
  readonly assignment: Assignment;
  readonly projectId: string | null;
  readonly today: string;
}

/** One topic that the bureau gave to this unit. */
export function AssignmentCard({ assignment, projectId, today }: AssignmentCardProps) {
  const { assigned } = useWords().projectTopics;
  const { title, dueDate } = assignment;
  return (
    <article className="card stack topic-card" aria-label={title}>
      <div className="row">
        <h3>{title}</h3>
        {dueDate !== '' && <Tag tone={projectId === null && dueDate < today ? 'warn' : 'plain'}>{assigned.due(dueDate)}</Tag>}
      </div>
      <TopicFacts topic={assignment} />
      <div className="row">
        <TakeUp source="assigned" topic={assignment} secretary="" projectId={projectId} />
      </div>
    </article>
  );
}
