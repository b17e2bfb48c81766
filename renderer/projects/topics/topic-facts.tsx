import type { Assignment, Offer } from '@shared/model/topic.ts';
import { useWords } from '../../words.tsx';

/** What a topic asks for; what it leaves open is left out. */
export function TopicFacts({ topic }: { readonly topic: Assignment | Offer }) {
  const { topic: words } = useWords().projectTopics;
  const facts = (['specialty', 'problem', 'expected'] as const).filter((name) => topic[name] !== '');
  return (
    <dl className="topic-facts">
      {facts.map((name) => (
        <div key={name}>
          <dt>{words[name]}</dt>
          <dd>{topic[name]}</dd>
        </div>
      ))}
    </dl>
  );
}
