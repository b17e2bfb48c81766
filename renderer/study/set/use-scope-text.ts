import type { FoundQuery } from '@shared/study/sets.ts';
import { useWords } from '../../words.tsx';

/** To what a set is limited, in words; '' where to nothing. */
export function useScopeText({ section, topic, type, text }: FoundQuery): string {
  const { study, studySets } = useWords();
  return [
    ...(text === '' ? [] : [studySets.searched(text)]),
    ...(section === undefined ? [] : [section]),
    ...(topic === undefined ? [] : [topic === '' ? studySets.withoutTopic : topic]),
    ...(type === undefined ? [] : [study.types[type]]),
  ].join(' · ');
}
