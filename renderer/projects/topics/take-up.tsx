import { useState } from 'react';
import type { Failure } from '@shared/model/failure.ts';
import type { TopicSource } from '@shared/model/project.ts';
import type { Assignment, Offer } from '@shared/model/topic.ts';
import { createProjectOf } from '../../data/projects/topics.ts';
import { hrefOf, navigate } from '../../route.ts';
import { useSession } from '../../session.tsx';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { useWords } from '../../words.tsx';

interface TakeUpProps {
  readonly source: Exclude<TopicSource, 'self'>;
  readonly topic: Assignment | Offer;
  readonly secretary: string;
  /** The project that took it up already; null where none did. */
  readonly projectId: string | null;
}

/** 建项目: a topic becomes a project of this unit, once. */
export function TakeUp({ source, topic, secretary, projectId }: TakeUpProps) {
  const { projectTopics: words, failures } = useWords();
  const { person } = useSession();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [working, setWorking] = useState(false);
  if (projectId !== null) {
    return (
      <a className="button" href={hrefOf('projects', projectId)} aria-label={words.openNamed(topic.title)}>
        {words.openProject}
      </a>
    );
  }
  const create = async (): Promise<void> => {
    setWorking(true);
    const { branch, unitId, unitName } = person;
    const facts = { id: crypto.randomUUID(), unit: { unitId, unitName }, branch, secretary, createdAt: Date.now() };
    const { project, saved } = await createProjectOf(source, topic, facts);
    setWorking(false);
    if (saved.ok) navigate('projects', project.id, 'application');
    else setFailure(saved.failure);
  };
  return (
    <>
      <Button disabled={working} aria-label={words.createNamed(topic.title)} onClick={() => void create()}>
        {words.create}
      </Button>
      {failure && <FailureNotice text={failures[failure.kind](failure.subject)} />}
    </>
  );
}
