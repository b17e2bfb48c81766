import { useEffect, useState } from 'react';
import type { Question } from '@shared/model/question.ts';
import { findRefs, readQuestion } from '../../data/study/study.ts';

/** The questions with these ids, as they are read; one that is not there yet, or has left the banks, is missing. The same array from draw to draw. */
export function useQuestions(ids: readonly string[]): ReadonlyMap<string, Question> {
  const [questions, setQuestions] = useState<ReadonlyMap<string, Question>>(new Map());
  const [broken, setBroken] = useState<{ readonly error: unknown } | null>(null);
  useEffect(() => {
    let current = true;
    readQuestions(ids).then(
      (read) => current && setQuestions(read),
      (error: unknown) => current && setBroken({ error }),
    );
    return () => {
      current = false;
    };
  }, [ids]);
  if (broken) throw broken.error; // shown by the error screen; whoever has left the page is not told
  return questions;
}

async function readQuestions(ids: readonly string[]): Promise<ReadonlyMap<string, Question>> {
  const questions = new Map<string, Question>();
  for (const ref of await findRefs(ids)) {
    const question = await readQuestion(ref);
    if (question) questions.set(question.id, question);
  }
  return questions;
}
