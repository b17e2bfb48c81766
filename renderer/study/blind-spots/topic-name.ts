import { useWords } from '../../words.tsx';

/** Names a topic; one that the bank does not name has a name of ours. */
export function useTopicName(): (topic: string) => string {
  const { topics } = useWords().blindSpots;
  return (topic) => (topic === '' ? topics.unnamed : topic);
}
