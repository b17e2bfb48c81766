import { useEffect, useState } from 'react';
import type { StudyMode } from '@shared/model/study.ts';
import type { FoundQuery } from '@shared/study/sets.ts';
import { useSession } from '../../session.tsx';
import { readSet, type QuestionSet } from '../sets.ts';
import { Walk } from './walk.tsx';

export interface StudySetProps {
  readonly mode: StudyMode;
  readonly query: FoundQuery;
}

const newSeed = (): number => crypto.getRandomValues(new Uint32Array(1))[0] ?? 1;

/** One set of questions, one at a time: answer, see why, go on. */
export function StudySet({ mode, query }: StudySetProps) {
  const { person } = useSession();
  const [seed, setSeed] = useState(newSeed);
  const [fromStart, setFromStart] = useState(false);
  const [set, setSet] = useState<QuestionSet | null>(null);
  useEffect(() => {
    let current = true;
    const read = async (): Promise<void> => {
      const found = await readSet({ mode, query, personId: person.id, seed, now: Date.now() });
      if (current) setSet(fromStart ? { ...found, place: 0 } : found);
    };
    void read();
    return () => {
      current = false;
    };
  }, [mode, query, person.id, seed, fromStart]);
  if (!set) return null;
  const again = (): void => {
    setSet(null);
    setFromStart(true);
    setSeed(newSeed());
  };
  return <Walk key={seed} set={set} mode={mode} query={query} seed={seed} onAgain={again} />;
}
